package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/mail"
	"portico/internal/i18n"
	"portico/internal/notify"
	"portico/internal/request"
	"portico/internal/viewer"
)

// mailboxHolds is how many letters the mailbox lists.
const mailboxHolds = 100

// What the mailbox may load: nothing but its own style and the letter. The letter
// stands in a sandbox; a click on its button opens the page it leads to.
const (
	mailboxPolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	letterPolicy  = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; " +
		"sandbox allow-top-navigation-by-user-activation allow-popups"
)

var (
	//go:embed mailbox.html
	mailboxPage string
	//go:embed mailbox.css
	mailboxStyle string

	mailboxTemplate = template.Must(template.New("mailbox").Parse(mailboxPage))
)

// A delivered letter is one of the sandbox's outbox, as JSON for tests.
type delivered struct {
	ID        uuid.UUID `json:"id"`
	Kind      string    `json:"kind"`
	To        string    `json:"to"`
	Subject   string    `json:"subject"`
	Text      string    `json:"text"`
	Link      string    `json:"link"` // where the button leads, or empty
	Code      string    `json:"code"`
	CreatedAt time.Time `json:"createdAt"`

	HTML string `json:"-"`
}

// When is for people.
func (d delivered) When() string { return d.CreatedAt.UTC().Format("2006-01-02 15:04 MST") }

// mailbox lets everybody read everybody's letters: a sandbox sends none, and only
// a sandbox has these pages.
func (p *program) mailbox(mux *http.ServeMux) {
	for pattern, show := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /dev/mail":           p.showLetters,
		"GET /dev/mail.json":      p.tellLetters,
		"GET /dev/mail/style.css": styleOfMailbox,
		"GET /dev/mail/{id}":      p.showLetter,
		"GET /dev/mail/{id}/html": p.showBody,
	} {
		mux.Handle(pattern, p.ownName(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-store")
			if err := show(w, r); ent.IsNotFound(err) {
				http.Error(w, i18n.Say(languageOf(r), "There is no such letter."), http.StatusNotFound)
			} else if err != nil {
				fault(w, r, err)
			}
		})))
	}
}

func (p *program) showLetters(w http.ResponseWriter, r *http.Request) error {
	return p.showMailbox(w, r, nil)
}

func (p *program) showLetter(w http.ResponseWriter, r *http.Request) error {
	l, err := p.letter(r)
	if err != nil {
		return err
	}
	return p.showMailbox(w, r, &l)
}

// showMailbox shows the list, and one letter where one is open.
func (p *program) showMailbox(w http.ResponseWriter, r *http.Request, open *delivered) error {
	all, err := p.letters(r.Context(), "")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", mailboxPolicy)
	lang := request.Language(r.Context())
	return mailboxTemplate.Execute(w, map[string]any{
		"Lang": strings.ToLower(lang), "Letters": all, "Open": open, "From": p.config.MailFrom, "Say": map[string]string{
			"title": i18n.Say(lang, "Mailbox of the sandbox"),
			"about": i18n.Say(lang, "A sandbox sends no mail: every letter arrives here."),
			"none":  i18n.Say(lang, "No letter was written yet. Ask for a new password, for example."),
			"pick":  i18n.Say(lang, "Choose a letter."),
			"back":  i18n.Say(lang, "All letters"),
			"home":  i18n.Say(lang, "To the dashboard"),
			"from":  i18n.Say(lang, "Sender"), "to": i18n.Say(lang, "Recipient"), "when": i18n.Say(lang, "When"),
			"kind": i18n.Say(lang, "Kind"), "text": i18n.Say(lang, "The same as text"),
		},
	})
}

// showBody is the letter as a mail program would show it.
func (p *program) showBody(w http.ResponseWriter, r *http.Request) error {
	l, err := p.letter(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", letterPolicy)
	_, err = w.Write([]byte(strings.Replace(l.HTML, "<head>", `<head><base target="_top">`, 1)))
	return err
}

func (p *program) tellLetters(w http.ResponseWriter, r *http.Request) error {
	all, err := p.letters(r.Context(), r.URL.Query().Get("to"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(w).Encode(all)
}

func styleOfMailbox(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, err := w.Write([]byte(mailboxStyle))
	return err
}

// letters are those of the outbox, the newest first, to an address or to all.
func (p *program) letters(ctx context.Context, to string) ([]delivered, error) {
	q := p.db.Mail.Query().Order(ent.Desc(mail.FieldID)).Limit(mailboxHolds)
	if to != "" {
		q.Where(mail.ToAddress(to))
	}
	rows, err := q.All(viewer.AsSystem(ctx))
	if err != nil {
		return nil, fmt.Errorf("list letters: %w", err)
	}
	all := make([]delivered, len(rows))
	for i, row := range rows {
		if all[i], err = p.opened(row); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// letter is the one that a path names.
func (p *program) letter(r *http.Request) (delivered, error) {
	id, _ := uuid.Parse(r.PathValue("id")) // what is none is nobody's
	row, err := p.db.Mail.Get(viewer.AsSystem(r.Context()), id)
	if err != nil {
		return delivered{}, fmt.Errorf("load letter: %w", err)
	}
	return p.opened(row)
}

// opened reads a letter. What was sent to a mail server is kept without its text.
func (p *program) opened(row *ent.Mail) (delivered, error) {
	d := delivered{ID: row.ID, Kind: row.Kind, To: row.ToAddress, Subject: row.Kind, CreatedAt: row.CreatedAt}
	if len(row.Sealed) == 0 {
		return d, nil
	}
	l, err := p.Outbox.Read(row)
	if err != nil {
		return d, err
	}
	d.Subject, d.Code, d.Link = l.Subject, l.Code, linkIn(l, p.config.base.String())
	d.Text, d.HTML, err = l.Bodies(p.config.base.String())
	return d, err
}

func linkIn(l notify.Letter, base string) string {
	if l.Button == nil {
		return ""
	}
	return l.Button.URL(base)
}
