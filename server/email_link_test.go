package main

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/mail"
	"regexp"
	"strings"
	"testing"

	"portico/internal/notify"
	"portico/internal/testkit"
)

var address = regexp.MustCompile(`[a-z]+://[^\s"<>)]+`)

// R17: whatever a request claims of the host it is sent to, the links in every
// email begin with the configured address.
func TestR17LinksBeginWithTheConfiguredAddress(t *testing.T) {
	t.Parallel()
	sink := testkit.NewSink(t)
	s := inProcess(t, func(c *Config) {
		c.SMTP, c.MailFrom, c.BaseURL = "smtp://"+sink.Addr+"?tls=none", "Portico <portico@portico.test>", "https://portico.test"
		c.TrustedProxies = []string{"192.0.2.0/24"} // httptest's peer: not even a proxy says what the host is
	})
	forged := func(r *http.Request) {
		r.Host = "evil.test"
		r.Header.Set("Origin", "https://portico.test")
		r.Header.Set("Referer", "https://evil.test/")
		for name, value := range map[string]string{
			"Forwarded": "host=evil.test;proto=gopher", "X-Forwarded-Host": "evil.test", "X-Forwarded-Proto": "gopher", "X-Forwarded-Port": "66",
			"X-Forwarded-Server": "evil.test", "X-Forwarded-Prefix": "//evil.test", "X-Original-Host": "evil.test", "X-Host": "evil.test",
			"X-Http-Host-Override": "evil.test", "X-Original-Url": "//evil.test/", "X-Rewrite-Url": "//evil.test/",
		} {
			r.Header.Set(name, value)
		}
	}
	variables := map[string]any{"p": testkit.Password}
	s.ask("", `mutation($p: String!) { signUp(input: {username: "ada", email: "ada@example.com", password: $p}) { viewer { id } } }`, variables, forged).
		must(t, "signUp.viewer.id")
	s.ask("", `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { id } } }`, variables, forged)
	s.ask("", `mutation { requestPasswordReset(input: {email: "ada@example.com"}) { errors { code } } }`, nil, forged)
	s.post(notify.Written{
		Kind: "test", To: "ada@example.com", Lang: "EN", Subject: "Go on", Lines: []string{"Go on."},
		Button: &notify.WrittenButton{Label: "Go", Path: "/reset-password", Secret: "abc"},
	})
	for range 3 { // what one step posts the next one sends
		s.workOnce(t.Context())
	}
	all := sink.Received()
	if len(all) == 0 {
		t.Fatal("no email came")
	}
	for _, m := range all {
		text := textOf(t, m.Data)
		links := address.FindAllString(text, -1)
		for _, link := range links {
			if link != "https://portico.test" && !strings.HasPrefix(link, "https://portico.test/") {
				t.Errorf("an email leads to %s", link)
			}
		}
		if len(links) < 2 || strings.Contains(text, "evil.test") {
			t.Errorf("%d links in\n%s", len(links), text)
		}
	}
}

// textOf is all that an email says, decoded.
func textOf(t *testing.T, data []byte) string {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(data))
	_, params, err2 := mime.ParseMediaType(testkit.Must(t, m, err).Header.Get("Content-Type"))
	parts := multipart.NewReader(m.Body, testkit.Must(t, params, err2)["boundary"])
	var all strings.Builder
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return all.String()
		}
		text, err2 := io.ReadAll(testkit.Must(t, part, err))
		all.Write(testkit.Must(t, text, err2))
	}
}
