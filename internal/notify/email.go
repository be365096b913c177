// Package notify tells people by email. An email is a value made of English messages;
// the outbox knows its recipient and writes it in their language. It is put into the
// outbox in the transaction that it is about, and sent afterwards: at least once, even
// through crashes and mail server outages. The package doesn't know why emails are
// written.
//
// The invariant: an email has one recipient, and its links start with the URL that the
// operator configured.
package notify

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	text "text/template"

	"portico/internal/i18n"
)

// An Email is what someone is told, before its language is known.
type Email struct {
	// Kind names the type of email, for the log and for tests: password_changed.
	Kind string
	// To is the address, or empty: the account's.
	To      string
	Subject i18n.Message
	// Lines are paragraphs.
	Lines []i18n.Message
	// Code is a short secret to type, or empty.
	Code string
	// Button is the one thing to do, if there is one.
	Button *Button
	// Other is an alternative action, as a plain link.
	Other *Button
	// Facts are when, from where, and with what.
	Facts []Fact
	// After are paragraphs below.
	After []i18n.Message
}

// A Button leads to a page of the dashboard.
type Button struct {
	Label i18n.Message
	// Path is the page's: /verify-email. The base URL comes before it.
	Path string
	// Secret is what the page needs, after a #: it appears in no log and no referrer.
	Secret string
}

// A Fact is one line of a small table.
type Fact struct {
	Name  i18n.Message
	Value i18n.Value
}

// secret reports whether an email contains a secret, which somebody waits for.
func (e Email) secret() bool {
	return e.Code != "" || e.Button != nil && e.Button.Secret != ""
}

// For writes the email for its reader.
func (e Email) For(r i18n.Reader) Written {
	w := Written{
		Kind: e.Kind, To: e.To, Lang: r.Language, Subject: e.Subject.For(r), Lines: paragraphs(r, e.Lines), Code: e.Code,
		Button: e.Button.For(r), Other: e.Other.For(r), After: paragraphs(r, e.After),
	}
	for _, f := range e.Facts {
		w.Facts = append(w.Facts, WrittenFact{f.Name.For(r), f.Value.For(r)})
	}
	return w
}

func paragraphs(r i18n.Reader, all []i18n.Message) []string {
	var written []string
	for _, m := range all {
		written = append(written, m.For(r))
	}
	return written
}

// For writes the button for its reader; a nil button stays nil.
func (b *Button) For(r i18n.Reader) *WrittenButton {
	if b == nil {
		return nil
	}
	return &WrittenButton{b.Label.For(r), b.Path, b.Secret}
}

// A Written email is in the recipient's language: what the outbox keeps and a Sender
// sends. It stays as written when the program's messages change.
type Written struct {
	Kind    string         `json:"-"`
	To      string         `json:"-"`
	Lang    string         `json:"lang"` // EN, FR
	Subject string         `json:"subject"`
	Lines   []string       `json:"lines"`
	Code    string         `json:"code,omitempty"`
	Button  *WrittenButton `json:"button,omitempty"`
	Other   *WrittenButton `json:"other,omitempty"`
	Facts   []WrittenFact  `json:"facts,omitempty"`
	After   []string       `json:"after,omitempty"`
}

// A WrittenButton is a Button of a written email.
type WrittenButton struct {
	Label  string `json:"label"`
	Path   string `json:"path"`
	Secret string `json:"secret,omitempty"`
}

// A WrittenFact is a Fact of a written email.
type WrittenFact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// URL is where the button leads.
func (b WrittenButton) URL(base string) string {
	if b.Secret == "" {
		return base + b.Path
	}
	return base + b.Path + "#" + b.Secret
}

//go:embed email.html
var emailHTML string

//go:embed email.txt
var emailText string

var (
	htmlTemplate = template.Must(template.New("html").Parse(emailHTML))
	textTemplate = text.Must(text.New("text").Parse(emailText))
)

type page struct {
	Written
	Language, Base, URL, OtherURL string
}

// Colon ends a label, as the email's language requires.
func (p page) Colon(label string) string { return i18n.Msg("%s:", label).In(p.Lang) }

// Bodies are the email as text and as HTML.
func (w Written) Bodies(base string) (plain, html string, err error) {
	p := page{Written: w, Language: strings.ToLower(w.Lang), Base: base}
	if w.Button != nil {
		p.URL = w.Button.URL(base)
	}
	if w.Other != nil {
		p.OtherURL = w.Other.URL(base)
	}
	var t, h bytes.Buffer
	if err := textTemplate.Execute(&t, p); err != nil {
		return "", "", fmt.Errorf("write email: %w", err)
	}
	if err := htmlTemplate.Execute(&h, p); err != nil {
		return "", "", fmt.Errorf("write email: %w", err)
	}
	return t.String(), h.String(), nil
}
