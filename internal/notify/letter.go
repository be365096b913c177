// Package notify tells people by mail. A letter is put into the outbox in the
// transaction of what it tells of, and sent after it: at least once, also
// through crashes and a mail server that is away. It does not know why letters
// are written.
//
// The invariant: a letter has one recipient, and its links begin with the
// address that the operator configured.
package notify

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	text "text/template"
)

// A Letter is what is mailed, in the recipient's language already.
type Letter struct {
	// Kind names what it is about, for the log and for tests: password_changed.
	Kind    string `json:"-"`
	To      string `json:"-"`
	Lang    string `json:"lang"` // EN, FR
	Subject string `json:"subject"`
	// Lines are paragraphs.
	Lines []string `json:"lines"`
	// Code is a short secret to type, or empty.
	Code string `json:"code,omitempty"`
	// Button is the one thing to do, if there is one.
	Button *Button `json:"button,omitempty"`
	// Other is what may be done instead, as a plain link.
	Other *Button `json:"other,omitempty"`
	// Facts are when, where from and with what.
	Facts []Fact `json:"facts,omitempty"`
	// After are paragraphs below.
	After []string `json:"after,omitempty"`
}

// secret tells whether a letter holds a secret, which somebody waits for.
func (l Letter) secret() bool {
	return l.Code != "" || l.Button != nil && l.Button.Secret != ""
}

// A Button leads to a page of the dashboard.
type Button struct {
	Label string `json:"label"`
	// Path is the page's: /verify-email. The base URL comes before it.
	Path string `json:"path"`
	// Secret is what the page needs, behind a #: it is in no log and no referrer.
	Secret string `json:"secret,omitempty"`
}

// A Fact is one line of a small table.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// URL is where the button leads.
func (b Button) URL(base string) string {
	if b.Secret == "" {
		return base + b.Path
	}
	return base + b.Path + "#" + b.Secret
}

//go:embed letter.html
var letterHTML string

//go:embed letter.txt
var letterText string

var (
	htmlTemplate = template.Must(template.New("html").Parse(letterHTML))
	textTemplate = text.Must(text.New("text").Parse(letterText))
)

type page struct {
	Letter
	Language, Base, URL, OtherURL string
}

// Bodies are the letter as text and as HTML.
func (l Letter) Bodies(base string) (plain, html string, err error) {
	p := page{Letter: l, Language: strings.ToLower(l.Lang), Base: base}
	if l.Button != nil {
		p.URL = l.Button.URL(base)
	}
	if l.Other != nil {
		p.OtherURL = l.Other.URL(base)
	}
	var t, h bytes.Buffer
	if err := textTemplate.Execute(&t, p); err != nil {
		return "", "", fmt.Errorf("write letter: %w", err)
	}
	if err := htmlTemplate.Execute(&h, p); err != nil {
		return "", "", fmt.Errorf("write letter: %w", err)
	}
	return t.String(), h.String(), nil
}
