package notify_test

import (
	"bytes"
	"context"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/internal/naming"
	"portico/internal/notify"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

const base = "https://portico.example"

// toSink is the way to a sink, over TLS that trusts it.
func toSink(t *testing.T, sink *testkit.Sink, user string) *notify.SMTP {
	t.Helper()
	s, err := notify.NewSMTP("smtp://"+user+sink.Addr, "Portico <portico@portico.example>", base)
	testkit.Must(t, 0, testkit.Must(t, s, err).Trust(sink.Pool))
	return s
}

func send(w *testkit.World, s notify.Sender) {
	w.T.Helper()
	testkit.Must(w.T, 0, w.Outbox.SendJob(s).Run(w.T.Context()))
}

// A read email is one as a mail program shows it.
type read struct {
	*mail.Message
	subject     string
	plain, html string
}

func readEmail(t *testing.T, data []byte) read {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(data))
	r := read{Message: testkit.Must(t, m, err)}
	r.subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	testkit.Must(t, 0, err)
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if testkit.Must(t, kind, err) != "multipart/alternative" {
		t.Fatalf("the email is %s", kind)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for _, into := range []*string{&r.plain, &r.html} {
		part, err := parts.NextPart()
		text, err2 := io.ReadAll(testkit.Must(t, part, err))
		*into = string(testkit.Must(t, text, err2))
		if want := map[*string]string{&r.plain: "text/plain", &r.html: "text/html"}[into]; !strings.HasPrefix(part.Header.Get("Content-Type"), want) {
			t.Errorf("a part is %s, want %s", part.Header.Get("Content-Type"), want)
		}
	}
	if _, err := parts.NextPart(); err != io.EOF {
		t.Errorf("there is a third part: %v", err)
	}
	return r
}

// An email goes over STARTTLS, with a password, and is read by the standard library.
func TestEmailArrives(t *testing.T) {
	t.Parallel()
	w, sink := testkit.New(t), testkit.NewSink(t, func(s *testkit.Sink) { s.Password = "s3cret" })
	post(w, notify.Written{
		To: "ada@example.com", Subject: "Votre adresse – à vérifier", Lines: []string{"Été comme hiver < toujours >."}, Code: "123 456",
		Button: &notify.WrittenButton{Label: "Vérifier", Path: "/verify-email", Secret: "abc"}, Facts: []notify.WrittenFact{{Name: "Quand", Value: "hier"}},
	})
	send(w, toSink(t, sink, "portico:s3cret@"))
	all := sink.Received()
	if len(all) != 1 || !slices.Equal(all[0].To, []string{"ada@example.com"}) || all[0].From != "portico@portico.example" || !all[0].Encrypted {
		t.Fatalf("received %+v", all)
	}
	l := readEmail(t, all[0].Data)
	to, err := l.Header.AddressList("To")
	if len(testkit.Must(t, to, err)) != 1 || to[0].Address != "ada@example.com" || l.Header.Get("Cc")+l.Header.Get("Bcc") != "" {
		t.Errorf("to %v", to)
	}
	from, err := l.Header.AddressList("From")
	if len(testkit.Must(t, from, err)) != 1 || from[0].Name != "Portico" {
		t.Errorf("from %v", from)
	}
	if _, err := l.Header.Date(); err != nil || l.Header.Get("Auto-Submitted") != "auto-generated" || l.subject != "Votre adresse – à vérifier" {
		t.Errorf("headers %v", l.Header)
	}
	if id := l.Header.Get("Message-Id"); !strings.HasSuffix(id, "@portico.example>") {
		t.Errorf("its id is %s", id)
	}
	link := base + "/verify-email#abc"
	for _, want := range []string{"Été comme hiver < toujours >.", "123 456", link, "Quand: hier"} {
		if !strings.Contains(l.plain, want) {
			t.Errorf("the text lacks %q:\n%s", want, l.plain)
		}
	}
	for _, want := range []string{"Été comme hiver &lt; toujours &gt;.", "123 456", `href="` + link + `"`, "hier"} {
		if !strings.Contains(l.html, want) {
			t.Errorf("the HTML lacks %q:\n%s", want, l.html)
		}
	}
	if send(w, toSink(t, sink, "portico:s3cret@")); len(sink.Received()) != 1 {
		t.Error("it was sent again")
	}
}

// crashing sends an email and ends the program.
type crashing struct{ *notify.SMTP }

func (c crashing) Send(ctx context.Context, id uuid.UUID, l notify.Written) error {
	if err := c.SMTP.Send(ctx, id, l); err != nil {
		return err
	}
	panic("power cut")
}

// A server that took the email and hangs up without a word has taken it.
func TestTakenEmailIsNotSentAgain(t *testing.T) {
	t.Parallel()
	w, sink := testkit.New(t), testkit.NewSink(t, func(s *testkit.Sink) { s.Rude = true })
	post(w, notify.Written{To: "ada@example.com"})
	for range 4 {
		send(w, toSink(t, sink, ""))
		w.Clock.Move(24 * time.Hour)
	}
	if n := len(sink.Received()); n != 1 {
		t.Errorf("%d were received", n)
	}
}

// R42: whatever is written in an address, the email reaches exactly that one
// recipient, or nobody: also where the address was stored before it was checked.
func TestR42EmailReachesOneRecipient(t *testing.T) {
	t.Parallel()
	accepted := 0
	for _, address := range []string{
		"ada@example.com", "ada+tag@example.com", "o'hara@example.com", "jürgen@example.com", "a.b-c_d=e@sub.example.com", "ada@bücher.example",
		"ada@example.com,eve@example.com", "ada@example.com, eve@example.com", "ada@example.com;eve@example.com", "ada@example.com eve@example.com",
		"ada@example.com\r\nBcc: eve@example.com", "ada@example.com\nBcc: eve@example.com", "ada@example.com\r\nRCPT TO:<eve@example.com>",
		"ada@example.com\rBcc:eve@example.com", "ada@example.com\x00eve@example.com", "ada@example.com%0d%0aBcc:eve@example.com",
		`"ada,eve@example.com"@example.com`, `"ada\" , eve@example.com, \""@example.com`, `"ada"@example.com`, `"ada <eve@example.com>"@example.com`,
		"Ada <ada@example.com>", "<ada@example.com>", "<ada@example.com>,<eve@example.com>", "ada@example.com>\r\nRCPT TO:<eve@example.com",
		"group:ada@example.com,eve@example.com;", "ada@example.com (eve@example.com)", "@eve.example,@x.example:ada@example.com", "ada@[127.0.0.1]",
		"ada@example.com\u2028eve@example.com", "ada@example.com\u0085Bcc:eve@example.com",
	} {
		_, _, wrong := naming.Email("email", address)
		sink := testkit.NewSink(t)
		refused := toSink(t, sink, "").Send(t.Context(), uuid.Must(uuid.NewV7()), notify.Written{To: address, Lang: "EN", Subject: "Hello"})
		all := sink.Received()
		if (refused == nil) != (len(all) == 1) {
			t.Errorf("%q: %d emails, and %v", address, len(all), refused)
		}
		if len(all) > 1 || len(all) == 1 && (len(all[0].To) != 1 || strings.HasPrefix(all[0].To[0], "eve@")) {
			t.Errorf("%q reached %+v", address, all)
			continue
		}
		if wrong == nil {
			accepted++
			mailbox, _, _ := naming.Mailbox(address)
			if len(all) != 1 || all[0].To[0] != mailbox {
				t.Errorf("%q is taken, and reached %+v", address, all)
				continue
			}
		}
		for _, m := range all {
			l := readEmail(t, m.Data)
			to, err := l.Header.AddressList("To")
			if err != nil || len(to) != 1 || l.Header["Bcc"] != nil || l.Header["Cc"] != nil {
				t.Errorf("%q: the email says it goes to %v %v", address, to, err)
			}
		}
	}
	if accepted < 4 {
		t.Errorf("only %d good addresses are taken", accepted)
	}
}

// R61: a mail server gets domains in A-labels, and SMTPUTF8 only where the address
// needs it; if it does not offer that, the email fails at once, and says why.
func TestR61_InternationalAddresses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		address, mailbox string
		without, utf8    bool // the server has no SMTPUTF8; it was asked for
	}{
		"ASCII":                    {"ada@example.com", "ada@example.com", false, false},
		"domain":                   {"ada@bücher.example", "ada@xn--bcher-kva.example", false, false},
		"domain, without SMTPUTF8": {"ada@bücher.example", "ada@xn--bcher-kva.example", true, false},
		"both":                     {"jürgen@bücher.example", "jürgen@xn--bcher-kva.example", false, true},
		"both, without SMTPUTF8":   {"jürgen@bücher.example", "", true, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, sink := testkit.New(t), testkit.NewSink(t, func(s *testkit.Sink) { s.NoSMTPUTF8 = c.without })
			post(w, notify.Written{To: c.address, Subject: "Hello"})
			for range 2 {
				send(w, toSink(t, sink, ""))
				w.Clock.Move(24 * time.Hour)
			}
			row := w.DB.Mail.Query().OnlyX(viewer.AsSystem(t.Context()))
			all := sink.Received()
			if c.mailbox == "" {
				if len(all) != 0 || row.FailedAt == nil || row.Tries != 1 || !strings.Contains(row.LastError, "SMTPUTF8") {
					t.Errorf("%+v was received, and %v", all, row)
				}
				return
			}
			if len(all) != 1 || row.SentAt == nil || !slices.Equal(all[0].To, []string{c.mailbox}) || all[0].SMTPUTF8 != c.utf8 {
				t.Fatalf("%+v was received, and %v", all, row)
			}
			to, err := readEmail(t, all[0].Data).Header.AddressList("To")
			if err != nil || len(to) != 1 || to[0].Address != c.mailbox {
				t.Errorf("it says it goes to %v: %v", to, err)
			}
		})
	}
}

func TestMailServersAreNamedByAnAddress(t *testing.T) {
	t.Parallel()
	for server, good := range map[string]bool{
		"smtp://localhost": true, "smtp://u:p@mail.example:587": true, "smtps://u:p@mail.example": true, "smtp://localhost:25?tls=none": true,
		"mail.example": false, "http://mail.example": false, "smtp://": false, "": false, "smtp://[": false,
	} {
		if _, err := notify.NewSMTP(server, "portico@portico.example", base); (err == nil) != good {
			t.Errorf("%q: %v", server, err)
		} else if err != nil && strings.Contains(server, "u:p") && strings.Contains(err.Error(), "p@") {
			t.Errorf("%q: the password is told: %v", server, err)
		}
	}
	for from, good := range map[string]bool{
		"nobody": false, "Portico <portico@localhost>": true, "portico@bücher.example": true, "jürgen@example.com": false, "portico@bad_.example": false,
	} {
		if _, err := notify.NewSMTP("smtp://localhost", from, base); (err == nil) != good {
			t.Errorf("emails from %q: %v", from, err)
		}
	}
}
