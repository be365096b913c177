package main

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"portico/internal/browser"
	"portico/internal/testkit"
)

// A jar keeps cookies as browsers do.
type jar struct {
	*served
	cookies map[string]string
}

func (s *served) jar() *jar { return &jar{s, map[string]string{}} }

// ask sends a document with the jar's cookies, and keeps those of the answer.
func (j *jar) ask(query string, variables map[string]any) answer {
	j.t.Helper()
	a := j.served.ask("", query, variables, func(r *http.Request) {
		for name, value := range j.cookies {
			r.AddCookie(&http.Cookie{Name: name, Value: value})
		}
	})
	for _, c := range a.Result().Cookies() {
		if j.cookies[c.Name] = c.Value; c.MaxAge < 0 {
			delete(j.cookies, c.Name)
		}
	}
	return a
}

const (
	firstStep  = `mutation($p: String!) { signIn(input: {login: "ada", password: $p}) { viewer { username } secondFactor { methods expiresAt } errors { code } } }`
	secondStep = `mutation($i: VerifySecondFactorInput!) { verifySecondFactor(input: $i) { viewer { username sudoUntil } errors { code path message } } }`
)

// withFactor switches ada's second factor on, from the QR code to the recovery
// codes. It returns the app's secret, and the codes.
func (s *served) withFactor(session string) (secret string, codes []any) {
	s.t.Helper()
	app := s.ask(session, `mutation { startTotp { secret otpauthUrl qrSvg errors { code } } }`, nil)
	secret = app.must(s.t, "startTotp.secret").(string)
	if svg := find(app.body["data"], "startTotp.qrSvg").(string); !strings.HasPrefix(svg, "<svg ") || !strings.Contains(find(app.body["data"], "startTotp.otpauthUrl").(string), secret) {
		s.t.Errorf("%s", app.Body)
	}
	made := s.ask(session, `mutation($c: String!) { confirmTotp(input: {code: $c}) { recoveryCodes errors { code } } }`, map[string]any{"c": s.appCode(secret, 0)})
	codes = made.must(s.t, "confirmTotp.recoveryCodes").([]any)
	if waits := s.ask(session, `{ viewer { twoFactor { enabled awaitsRecoveryCodes } } }`, nil); waits.must(s.t, "viewer.twoFactor.awaitsRecoveryCodes") != true {
		s.t.Errorf("%s", waits.Body)
	}
	on := s.ask(session, `mutation { confirmRecoveryCodes { viewer { twoFactor { enabled enabledAt recoveryCodesLeft } sudoMethods } errors { code } } }`, nil)
	if on.must(s.t, "confirmRecoveryCodes.viewer.twoFactor.enabled") != true || find(on.body["data"], "confirmRecoveryCodes.viewer.twoFactor.recoveryCodesLeft") != 10.0 {
		s.t.Errorf("%s", on.Body)
	}
	return secret, codes
}

// appCode is what an app shows so many steps from now.
func (s *served) appCode(secret string, steps int) string {
	s.t.Helper()
	code, err := totp.GenerateCode(secret, s.now().Add(time.Duration(steps)*30*time.Second))
	if err != nil {
		s.t.Fatal(err)
	}
	return code
}

// R13: over HTTP, the first step leaves a cookie that scripts do not see and that
// opens nothing but the second step: no field, no guarded field, no socket.
func TestR13TheSecondStepOverHTTP(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	secret, _ := s.withFactor(session)
	b := s.jar()
	first := b.ask(firstStep, map[string]any{"p": testkit.Password})
	if first.must(t, "signIn.viewer") != nil || strings.Contains(first.Header().Get("Set-Cookie"), sessionCookie+"=") {
		t.Fatalf("signed in by one factor: %s", first.Body)
	}
	if methods := find(first.body["data"], "signIn.secondFactor.methods").([]any); len(methods) != 2 || methods[0] != "TOTP" || methods[1] != "RECOVERY_CODE" {
		t.Errorf("asked are %v", methods)
	}
	set := first.Header().Get("Set-Cookie")
	for _, part := range []string{cookies[browser.StepCookie] + "=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"} {
		if !strings.Contains(set, part) {
			t.Errorf("the cookie %q lacks %s", set, part)
		}
	}
	step := b.cookies[cookies[browser.StepCookie]]
	if strings.Contains(first.Body.String(), step) {
		t.Error("its secret is in the answer")
	}
	forged := s.jar()
	forged.cookies[sessionCookie] = step
	for name, j := range map[string]*jar{"the pending browser": b, "its secret as session": forged} {
		if a := j.ask(`{ viewer { username } }`, nil); a.must(t, "viewer") != nil {
			t.Errorf("%s is %s", name, a.Body)
		}
		for _, guarded := range []string{`mutation { startTotp { secret } }`, `mutation { createApp(input: {name: "none-of-it"}) { app { id } } }`, `mutation { sendSudoCode { errors { code } } }`, `mutation { enterSudo(input: {password: "x"}) { viewer { id } } }`} {
			if a := j.ask(guarded, nil); a.code() != "UNAUTHENTICATED" {
				t.Errorf("%s may %s: %s", name, guarded, a.Body)
			}
		}
	}
	for _, cookie := range []string{"none; " + cookies[browser.StepCookie] + "=" + step, step} { // the pending browser; its secret as a session
		k := s.dial(t, cookie)
		k.say(map[string]any{"type": "subscribe", "id": "1", "payload": map[string]any{"query": followTimeline}})
		k.hearRefusal("UNAUTHENTICATED")
	}

	wrong := b.ask(secondStep, map[string]any{"i": map[string]any{"code": "000000"}})
	if wrong.must(t, "verifySecondFactor.viewer") != nil || find(wrong.body["data"], "verifySecondFactor.errors.0.code") != "WRONG_CODE" {
		t.Errorf("a wrong code: %s", wrong.Body)
	}
	in := b.ask(secondStep, map[string]any{"i": map[string]any{"code": s.appCode(secret, 1)}})
	if in.must(t, "verifySecondFactor.viewer.username") != "ada" || b.cookies[cookies[browser.StepCookie]] != "" || b.cookies[sessionCookie] == "" {
		t.Errorf("the right one: %s %v", in.Body, in.Header())
	}
	if find(in.body["data"], "verifySecondFactor.viewer.sudoUntil") == nil {
		t.Errorf("the rest of the request is not in sudo mode: %s", in.Body)
	}
	if a := b.ask(`{ viewer { username } }`, nil); a.must(t, "viewer.username") != "ada" {
		t.Errorf("afterwards: %s", a.Body)
	}
	kinds := s.timelineOf(ada)
	if kinds[0] != "login_succeeded" || kinds[1] != "login_failed" || kinds[2] != "two_factor_enabled" {
		t.Errorf("events %v", kinds)
	}
}

// The second factor as its owner sees it over HTTP, and without one.
func TestTwoFactorOverHTTP(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, _ := s.account("ada")
	if a := s.ask(session, `{ viewer { sudoMethods twoFactor { enabled enabledAt recoveryCodesLeft awaitsRecoveryCodes } } }`, nil); a.must(t, "viewer.twoFactor.enabled") != false || find(a.body["data"], "viewer.sudoMethods.0") != "PASSWORD" {
		t.Errorf("off: %s", a.Body)
	}
	for _, field := range []string{"disableTwoFactor { viewer { id }", "renewRecoveryCodes { recoveryCodes", "confirmRecoveryCodes { viewer { id }"} {
		name, _, _ := strings.Cut(field, " ")
		if a := s.ask(session, "mutation { "+field+" errors { code path } } }", nil); a.must(t, name+".errors.0.code") != "NOT_ON" {
			t.Errorf("%s: %s", name, a.Body)
		}
	}
	_, codes := s.withFactor(session)
	b := s.jar()
	b.ask(firstStep, map[string]any{"p": testkit.Password})
	if a := b.ask(secondStep, map[string]any{"i": map[string]any{}}); a.must(t, "verifySecondFactor.errors.0.code") != "REQUIRED" {
		t.Errorf("nothing: %s", a.Body)
	}
	if a := b.ask(secondStep, map[string]any{"i": map[string]any{"recoveryCode": codes[3]}}); a.must(t, "verifySecondFactor.viewer.username") != "ada" {
		t.Errorf("a recovery code: %s", a.Body)
	}
	if a := s.ask(session, `mutation { renewRecoveryCodes { recoveryCodes errors { code } } }`, nil); len(a.must(t, "renewRecoveryCodes.recoveryCodes").([]any)) != 10 {
		t.Errorf("new ones: %s", a.Body)
	}
	if a := s.ask(session, `mutation { startTotp { secret errors { code } } }`, nil); a.must(t, "startTotp.errors.0.code") != "ALREADY_ON" || find(a.body["data"], "startTotp.secret") != nil {
		t.Errorf("begun while it is on: %s", a.Body)
	}
	if a := s.ask(session, `mutation { disableTwoFactor { viewer { twoFactor { enabled } } errors { code } } }`, nil); a.must(t, "disableTwoFactor.viewer.twoFactor.enabled") != false {
		t.Errorf("switched off: %s", a.Body)
	}
	if a := s.jar().ask(secondStep, map[string]any{"i": map[string]any{"code": "123456"}}); a.must(t, "verifySecondFactor.errors.0.code") != "WRONG_CREDENTIALS" {
		t.Errorf("nothing is under way: %s", a.Body)
	}
}
