package sandbox

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
	"portico/internal/store"
	"portico/internal/viewer"
)

// mailboxSize is how many emails the mailbox lists.
const mailboxSize = 100

// What the mailbox may load: nothing but its own style and the email. The email is
// shown in a sandboxed frame; a click on its button opens the page it leads to.
const (
	mailboxPolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	emailPolicy   = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; " +
		"sandbox allow-top-navigation-by-user-activation allow-popups"
)

var (
	//go:embed mailbox.html
	mailboxPage string
	//go:embed mailbox.css
	mailboxStyle string

	mailboxTemplate = template.Must(template.New("mailbox").Parse(mailboxPage))
)

// A Mailbox shows the emails of the outbox, everybody's to everybody: only a sandbox
// has one, and sends none.
type Mailbox struct {
	DB     *store.DB
	Outbox notify.Outbox
	// Site is the address that links begin with.
	Site string
	// From is the sender of emails.
	From string
	// Fault answers a request that failed.
	Fault func(http.ResponseWriter, *http.Request, error)
}

// An Email is one of the outbox, as JSON for tests.
type Email struct {
	ID        uuid.UUID `json:"id"`
	Kind      string    `json:"kind"`
	To        string    `json:"to"`
	Subject   string    `json:"subject"`
	Text      string    `json:"text"`
	Link      string    `json:"link"` // of its button, or empty
	Code      string    `json:"code"`
	CreatedAt time.Time `json:"createdAt"`

	HTML string `json:"-"`
}

// When is for people.
func (e Email) When() string { return e.CreatedAt.UTC().Format("2006-01-02 15:04 MST") }

// Routes are the pages, by pattern.
func (m Mailbox) Routes() map[string]http.Handler {
	return map[string]http.Handler{
		"GET /dev/mail":           m.page(m.showList),
		"GET /dev/mail.json":      m.page(m.listJSON),
		"GET /dev/mail/style.css": m.page(m.style),
		"GET /dev/mail/{id}":      m.page(m.showEmail),
		"GET /dev/mail/{id}/html": m.page(m.showBody),
	}
}

func (m Mailbox) page(show func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		if err := show(w, r); ent.IsNotFound(err) {
			http.Error(w, i18n.Msg("This email doesn't exist.").In(request.Language(r.Context())), http.StatusNotFound)
		} else if err != nil {
			m.Fault(w, r, err)
		}
	})
}

func (m Mailbox) showList(w http.ResponseWriter, r *http.Request) error { return m.show(w, r, nil) }

func (m Mailbox) showEmail(w http.ResponseWriter, r *http.Request) error {
	e, err := m.email(r)
	if err != nil {
		return err
	}
	return m.show(w, r, &e)
}

// show shows the list, and the open email if there is one.
func (m Mailbox) show(w http.ResponseWriter, r *http.Request, open *Email) error {
	all, err := m.emails(r.Context(), "")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", mailboxPolicy)
	lang := request.Language(r.Context())
	return mailboxTemplate.Execute(w, map[string]any{
		"Lang": strings.ToLower(lang), "Emails": all, "Open": open, "From": m.From, "Say": written(lang, map[string]i18n.Message{
			"title": i18n.Msg("Mailbox of the sandbox"),
			"about": i18n.Msg("A sandbox sends no email: every email arrives here."),
			"none":  i18n.Msg("No emails yet. Ask for a new password, for example."),
			"pick":  i18n.Msg("Choose an email."),
			"back":  i18n.Msg("All emails"),
			"home":  i18n.Msg("To the dashboard"),
			"from":  i18n.Msg("Sender"), "to": i18n.Msg("Recipient"), "when": i18n.Msg("When"),
			"kind": i18n.Msg("Kind"), "text": i18n.Msg("The same as text"),
		}),
	})
}

// written are the messages of a page in a language.
func written(lang string, page map[string]i18n.Message) map[string]string {
	texts := map[string]string{}
	for name, m := range page {
		texts[name] = m.In(lang)
	}
	return texts
}

// showBody shows the email as a mail program would.
func (m Mailbox) showBody(w http.ResponseWriter, r *http.Request) error {
	e, err := m.email(r)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", emailPolicy)
	_, err = w.Write([]byte(strings.Replace(e.HTML, "<head>", `<head><base target="_top">`, 1)))
	return err
}

func (m Mailbox) listJSON(w http.ResponseWriter, r *http.Request) error {
	all, err := m.emails(r.Context(), r.URL.Query().Get("to"))
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(w).Encode(all)
}

func (Mailbox) style(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, err := w.Write([]byte(mailboxStyle))
	return err
}

// emails are those of the outbox, newest first, to one address or to all.
func (m Mailbox) emails(ctx context.Context, to string) ([]Email, error) {
	q := m.DB.Mail.Query().Order(ent.Desc(mail.FieldID)).Limit(mailboxSize)
	if to != "" {
		q.Where(mail.ToAddress(to))
	}
	rows, err := q.All(viewer.AsSystem(ctx))
	if err != nil {
		return nil, fmt.Errorf("list emails: %w", err)
	}
	all := make([]Email, len(rows))
	for i, row := range rows {
		if all[i], err = m.read(row); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// email is the one that a path names.
func (m Mailbox) email(r *http.Request) (Email, error) {
	id, _ := uuid.Parse(r.PathValue("id")) // an invalid one isn't found
	row, err := m.DB.Mail.Get(viewer.AsSystem(r.Context()), id)
	if err != nil {
		return Email{}, fmt.Errorf("load email: %w", err)
	}
	return m.read(row)
}

// read decrypts an email. One that was sent to a mail server has lost its content.
func (m Mailbox) read(row *ent.Mail) (Email, error) {
	e := Email{ID: row.ID, Kind: row.Kind, To: row.ToAddress, Subject: row.Kind, CreatedAt: row.CreatedAt}
	if len(row.Sealed) == 0 {
		return e, nil
	}
	l, err := m.Outbox.Read(row)
	if err != nil {
		return e, err
	}
	e.Subject, e.Code = l.Subject, l.Code
	if l.Button != nil {
		e.Link = l.Button.URL(m.Site)
	}
	e.Text, e.HTML, err = l.Bodies(m.Site)
	return e, err
}
