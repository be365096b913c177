package notify

import (
	"context"
	"errors"
	"fmt"
	netmail "net/mail"
	"net/url"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/wneessen/go-mail"

	"portico/internal/naming"
)

// SMTP sends emails through a mail server.
type SMTP struct {
	client *mail.Client
	from   string
	base   string
	host   string
}

// NewSMTP parses the URL of a mail server: smtp://USER:PASSWORD@HOST:PORT, which
// requires STARTTLS unless ?tls=none is given, or smtps:// for TLS from the start.
func NewSMTP(server, from, base string) (*SMTP, error) {
	u, err := url.Parse(server)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" {
		return nil, errors.New("not smtp://USER:PASSWORD@HOST:PORT or smtps://…")
	}
	options := []mail.Option{mail.WithTimeout(20 * time.Second)}
	switch {
	case u.Scheme == "smtps":
		options = append(options, mail.WithSSLPort(false))
	case u.Query().Get("tls") == "none":
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if port, err := strconv.Atoi(u.Port()); err == nil {
		options = append(options, mail.WithPort(port))
	}
	if name := u.User.Username(); name != "" {
		password, _ := u.User.Password()
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(name), mail.WithPassword(password))
	}
	client, err := mail.NewClient(u.Hostname(), options...)
	if err != nil {
		return nil, err
	}
	site, err := url.Parse(base)
	if err != nil {
		return nil, err
	}
	if from, err = sender(from); err != nil {
		return nil, err
	}
	return &SMTP{client: client, from: from, base: base, host: site.Hostname()}, nil
}

// sender is the address that emails come from, in the form for mail servers.
func sender(from string) (string, error) {
	address, err := netmail.ParseAddress(from)
	if err != nil {
		return "", fmt.Errorf("the sender: %w", err)
	}
	mailbox, international, ok := naming.Mailbox(address.Address)
	if !ok || international {
		return "", fmt.Errorf("the sender %s: use an address in ASCII, at a domain that can exist", address.Address)
	}
	address.Address = mailbox
	return address.String(), nil
}

// Send delivers one email to its one recipient (RFC 5321). The message's ID is the
// email's, so that a duplicate is recognized.
func (s *SMTP) Send(ctx context.Context, id uuid.UUID, e Written) error {
	plain, html, err := e.Bodies(s.base)
	if err != nil {
		return err
	}
	to, international, ok := naming.Mailbox(e.To)
	if !ok {
		return fmt.Errorf("%w: the address has a domain that can't exist", ErrRefused)
	}
	m := mail.NewMsg()
	if err := errors.Join(m.From(s.from), m.To(to)); err != nil {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	m.SetMessageIDWithValue(id.String() + "@" + s.host)
	m.SetDate()
	m.Subject(e.Subject)
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834
	m.SetBodyString(mail.TypeTextPlain, plain)
	m.AddAlternativeString(mail.TypeTextHTML, html)
	// A server that accepted the email and then hangs up has accepted it.
	if err := s.deliver(ctx, m, international); err != nil && !m.IsDelivered() {
		if failed := new(mail.SendError); errors.As(err, &failed) && !failed.IsTemp() && failed.Reason == mail.ErrSMTPRcptTo {
			return fmt.Errorf("%w: %w", ErrRefused, err)
		}
		return fmt.Errorf("send mail: %w", err)
	}
	return nil
}

// deliver sends a message. It requests SMTPUTF8 only if the address needs it: a server
// that relays such a message needs it of the next one too.
func (s *SMTP) deliver(ctx context.Context, m *mail.Msg, international bool) error {
	c, err := s.client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = s.client.CloseWithSMTPClient(c) }()
	if offered, _ := c.Extension("SMTPUTF8"); international && !offered {
		return fmt.Errorf("%w: the address is beyond ASCII, and the mail server does not offer SMTPUTF8", ErrRefused)
	}
	c.SkipSMTPUTF8(!international)
	return s.client.SendWithSMTPClient(c, m)
}
