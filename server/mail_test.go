package main

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/http"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"portico/ent"
	entmail "portico/ent/mail"
	"portico/internal/notify"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

var anyLink = regexp.MustCompile(`https?://[^\s"<>]+`)

// A sink is a real mail server that keeps what it gets.
type sink struct {
	mu       sync.Mutex
	messages []*message
}

// A message is one as the server got it.
type message struct {
	from string
	to   []string
	data []byte
}

// takesMail has a sink listen, and returns it with its address.
func takesMail(t *testing.T) (*sink, string) {
	t.Helper()
	s := &sink{}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &delivery{sink: s}, nil }))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	testkit.Must(t, l, err)
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	return s, l.Addr().String()
}

func (s *sink) got() []*message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages)
}

type delivery struct {
	sink *sink
	message
}

func (d *delivery) Reset()        { d.message = message{} }
func (d *delivery) Logout() error { return nil }

func (d *delivery) Mail(from string, _ *smtp.MailOptions) error {
	d.from = from
	return nil
}

func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	d.to = append(d.to, to)
	return nil
}

func (d *delivery) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	d.sink.mu.Lock()
	defer d.sink.mu.Unlock()
	d.sink.messages = append(d.sink.messages, &message{d.from, d.to, data})
	return err
}

// texts are the bodies of a message by their types, decoded.
func (m *message) texts(t *testing.T) (header mail.Header, texts map[string]string) {
	t.Helper()
	parsed, err := mail.ReadMessage(bytes.NewReader(m.data))
	testkit.Must(t, parsed, err)
	_, params, err := mime.ParseMediaType(parsed.Header.Get("Content-Type"))
	testkit.Must(t, params, err)
	texts = map[string]string{}
	for parts := multipart.NewReader(parsed.Body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return parsed.Header, texts
		}
		testkit.Must(t, part, err)
		media, _, err := mime.ParseMediaType(part.Header.Get("Content-Type"))
		testkit.Must(t, media, err)
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		texts[media] = string(testkit.Must(t, body, err))
	}
}

// The way of an email: over SMTP to one recipient, and its link back over HTTP.
func TestJourneyOfAnEmail(t *testing.T) {
	t.Parallel()
	box, at := takesMail(t)
	s := inProcess(t, func(c *Config) { c.SMTP, c.MailFrom = "smtp://"+at+"?tls=none", "Portico <portico@portico.test>" })
	const address = "New.Comer+portico@example.com"
	in := s.ask("", `mutation($e: String!, $p: String!) { signUp(input: {username: "newcomer", email: $e, password: $p}) { viewer { id emailVerifiedAt } errors { message } } }`,
		map[string]any{"e": address, "p": testkit.Password})
	if in.must(t, "signUp.viewer.emailVerifiedAt") != nil {
		t.Errorf("verified from the start: %s", in.Body)
	}
	session := sessionOf(in)

	secret := s.delivered(box, address, "/verify-email")
	const verify = `mutation($s: String!) { verifyEmail(input: {token: $s}) { email errors { code path message } } }`
	if got := s.ask("", verify, map[string]any{"s": secret}).must(t, "verifyEmail.email"); got != address {
		t.Errorf("verified %v", got)
	}
	if got := s.ask("", verify, map[string]any{"s": secret}).must(t, "verifyEmail.errors.0.code"); got != "ALREADY_ON" {
		t.Errorf("a second time: %v", got)
	}
	if s.ask(session, `{ viewer { emailVerifiedAt emailChange { newEmail } } }`, nil).must(t, "viewer.emailVerifiedAt") == nil {
		t.Error("the viewer is not verified")
	}

	s.ask("", `mutation($e: String!) { requestPasswordReset(input: {email: $e}) { errors { code } } }`, map[string]any{"e": strings.ToLower(address)}).must(t, "requestPasswordReset")
	secret = s.delivered(box, address, "/reset-password")
	reset := s.ask("", `mutation($s: String!) { resetPassword(input: {token: $s, password: "another fine password"}) { username errors { code } } }`, map[string]any{"s": secret})
	if reset.must(t, "resetPassword.username") != "newcomer" || reset.Header().Get("Set-Cookie") != "" {
		t.Errorf("%s %v", reset.Body, reset.Header())
	}
	s.ask("", `mutation { signIn(input: {login: "newcomer", password: "another fine password"}) { viewer { id } errors { code } } }`, nil).must(t, "signIn.viewer.id")
}

// sessionOf is the session that an answer began or renewed.
func sessionOf(a answer) string {
	for _, c := range a.Result().Cookies() {
		if c.Name == sessionCookie {
			return c.Value
		}
	}
	return ""
}

// delivered has the worker run, and returns the secret of the link to a page in
// the newest email to an address that has one.
func (s *served) delivered(box *sink, to, page string) string {
	s.t.Helper()
	s.workOnce(s.t.Context())
	for _, m := range slices.Backward(box.got()) {
		if !slices.Equal(m.to, []string{to}) {
			s.t.Fatalf("an email to %q", m.to)
		}
		header, texts := m.texts(s.t.(*testing.T))
		if header.Get("Subject") == "" || header.Get("Auto-Submitted") == "" || header.Get("To") != "<"+to+">" {
			s.t.Errorf("the header is %v", header)
		}
		link := "http://portico.test" + page + "#"
		if i := strings.Index(texts["text/plain"], link); i >= 0 {
			secret := strings.Fields(texts["text/plain"][i+len(link):])[0]
			if !strings.Contains(texts["text/html"], link+secret) {
				s.t.Errorf("as HTML it has another link: %s", texts["text/html"])
			}
			return secret
		}
	}
	s.t.Fatalf("no email leads to %s", page)
	return ""
}

// emails are all in the outbox, the oldest first.
func (s *served) emails() (all []notify.Written) {
	s.t.Helper()
	for _, row := range s.db.Mail.Query().Order(ent.Asc(entmail.FieldID)).AllX(viewer.AsSystem(s.t.Context())) {
		l, err := s.Outbox.Read(row)
		all = append(all, testkit.Must(s.t, l, err))
	}
	return all
}

// secret is that of the newest email of a kind.
func (s *served) secret(kind string) string {
	s.t.Helper()
	for _, l := range slices.Backward(s.emails()) {
		if l.Kind == kind {
			return l.Button.Secret
		}
	}
	s.t.Fatalf("there is no email %s", kind)
	return ""
}

// R17: whatever a request says of where it came to, each link in each email
// begins with the configured address.
func TestR17LinksBeginWithTheBaseURL(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	forged := func(r *http.Request) {
		r.Host = "evil.test"
		for name, value := range map[string]string{
			"Forwarded": "for=1.2.3.4;host=evil.test;proto=https", "X-Forwarded-For": "6.6.6.6", "X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "gopher",
			"X-Forwarded-Server": "evil.test", "X-Forwarded-Prefix": "/evil", "X-Host": "evil.test", "X-Original-Url": "http://evil.test/", "X-Real-Ip": "6.6.6.6",
		} {
			r.Header.Set(name, value)
		}
	}
	session := ""
	do := func(at, query string, variables map[string]any) answer {
		t.Helper()
		got := s.ask(session, query, variables, forged)
		if got.must(t, at) == nil {
			t.Fatalf("%s: %s", at, got.Body)
		}
		if renewed := sessionOf(got); renewed != "" {
			session = renewed
		}
		s.workOnce(t.Context())
		return got
	}
	link := func(kind string) map[string]any { return map[string]any{"s": s.secret(kind)} }
	p := map[string]any{"p": testkit.Password}
	do("signUp.viewer", `mutation($p: String!) { signUp(input: {username: "ada", email: "ada@example.com", password: $p}) { viewer { id } errors { message } } }`, p)
	do("resendVerification", `mutation { resendVerification { errors { code } } }`, nil)
	do("verifyEmail.email", `mutation($s: String!) { verifyEmail(input: {token: $s}) { email errors { code } } }`, link("verify_email"))
	do("signIn.viewer", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } errors { message } } }`, p)
	do("addSshKey.sshKey", `mutation($k: String!) { addSshKey(input: {name: "k", publicKey: $k}) { sshKey { id } errors { message } } }`, map[string]any{"k": testkit.PublicKey(t)})
	token := do("createApiToken.apiToken", `mutation { createApiToken(input: {name: "t", scopes: [KEYS_READ]}) { apiToken { id } errors { message } } }`, nil)
	do("renewApiToken.apiToken", `mutation($id: ID!) { renewApiToken(id: $id) { apiToken { id } errors { message } } }`, map[string]any{"id": token.must(t, "createApiToken.apiToken.id")})
	do("changePassword.viewer", `mutation($p: String!) { changePassword(input: {currentPassword: $p, newPassword: "another fine password"}) { viewer { id } errors { message } } }`, p)
	do("requestEmailChange.viewer", `mutation { requestEmailChange(input: {email: "ada@new.example"}) { viewer { emailChange { newEmail expiresAt } } errors { message } } }`, nil)
	for _, kind := range []string{"confirm_new_email", "confirm_old_email"} {
		do("confirmEmailChange.newEmail", `mutation($s: String!) { confirmEmailChange(input: {token: $s}) { newEmail applied errors { message } } }`, link(kind))
	}
	do("revertEmailChange.email", `mutation($s: String!) { revertEmailChange(input: {token: $s}) { email errors { message } } }`, link("email_changed"))
	do("requestPasswordReset", `mutation { requestPasswordReset(input: {email: "ada@example.com"}) { errors { message } } }`, nil)
	do("resetPassword.username", `mutation($s: String!) { resetPassword(input: {token: $s, password: "yet another password"}) { username errors { message } } }`, link("reset_password"))

	var kinds []string
	for _, l := range s.emails() {
		kinds = append(kinds, l.Kind)
		plain, html, err := l.Bodies(s.config.base.String())
		testkit.Must(t, plain, err)
		for _, url := range anyLink.FindAllString(plain+html, -1) {
			if url != "http://portico.test" && !strings.HasPrefix(url, "http://portico.test/") {
				t.Errorf("%s has a link to %s", l.Kind, url)
			}
		}
		if body := plain + html; strings.Contains(body, "evil") || strings.Contains(body, "6.6.6.6") || strings.Contains(body, "1.2.3.4") {
			t.Errorf("%s says what was forged: %s", l.Kind, plain)
		}
	}
	slices.Sort(kinds)
	want := []string{
		"api_token_created", "api_token_renewed", "confirm_new_email", "confirm_old_email", "email_changed",
		"password_changed", "password_reset", "reset_password", "ssh_key_added", "verify_email",
	}
	if got := slices.Compact(kinds); !slices.Equal(got, want) {
		t.Errorf("emails %v, want %v", got, want)
	}
}

// R38: a change of password closes the sockets of the other sessions within a
// second, a reset those of all.
func TestR38PasswordsEndSockets(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	first, _ := s.account("ada")
	in := s.ask("", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } } }`, map[string]any{"p": testkit.Password})
	second := sessionOf(in)
	other, own := s.dial(t, first), s.dial(t, second)
	head := map[string]any{"after": s.ask(first, `{ viewer { timelineHead } }`, nil).must(t, "viewer.timelineHead")}
	other.follow(followTimeline, head)
	own.follow(followTimeline, head)

	closes := func(k *socket, began time.Time) {
		t.Helper()
		if code := k.closedAtLast(); code != 4401 {
			t.Errorf("closed with %d", code)
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("closed after %v", took)
		}
	}
	began := time.Now()
	changed := s.ask(second, `mutation($p: String!) { changePassword(input: {currentPassword: $p, newPassword: "another fine password"}) { endedSessions errors { code } } }`, map[string]any{"p": testkit.Password})
	if changed.must(t, "changePassword.endedSessions") == nil {
		t.Fatal(changed.Body)
	}
	closes(other, began)
	if m := own.hear("next"); find(m, "payload.data.timeline.node.type") != "PASSWORD_CHANGED" {
		t.Errorf("the session that changed it heard %v", m)
	}
	if got := s.ask(first, `{ viewer { id } }`, nil).must(t, "viewer"); got != nil {
		t.Errorf("the old cookie is %v's", got)
	}
	if got := s.ask(sessionOf(changed), `{ viewer { username } }`, nil).must(t, "viewer.username"); got != "ada" {
		t.Errorf("the new cookie is %v's", got)
	}

	s.ask("", `mutation { requestPasswordReset(input: {email: "ada@example.com"}) { errors { code } } }`, nil).must(t, "requestPasswordReset")
	s.workOnce(t.Context())
	began = time.Now()
	s.ask("", `mutation($s: String!) { resetPassword(input: {token: $s, password: "yet another password"}) { username errors { code } } }`, map[string]any{"s": s.secret("reset_password")}).must(t, "resetPassword.username")
	closes(own, began)
}
