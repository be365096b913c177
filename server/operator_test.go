package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"portico/internal/apitoken"
	"portico/internal/container"
	"portico/internal/operator"
	"portico/internal/platform"
	"portico/internal/problem"
	"portico/internal/testkit"
)

// operates makes an operator's token and returns its secret.
func (s *served) operates(name string, scopes ...operator.Scope) string {
	s.t.Helper()
	secret, err := s.Operators.Create(s.t.Context(), name, scopes)
	return testkit.Must(s.t, secret, err)
}

// R93: an operator's token opens the fields of its scopes alone; with it, all others
// answer as they answer a guest. No session and no account's token opens those.
func TestR93_OperatorsAreNoAccounts(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	session, ada := s.account("ada")
	made, err := s.Tokens.Create(ada, apitoken.NewToken{Name: "ci", Scopes: []string{"PROFILE_READ", "APPS_WRITE"}})
	program := testkit.Must(t, made, err).Text
	reads, reports := s.operates("support", operator.Read), s.operates("platform", operator.Facts)
	const look = `{ operator { name scopes account(login: "ada@example.com") { username email createdAt suspendedAt ownedApps { name } work { kind } } } }`
	const report = `mutation { operatorReportFacts(input: {facts: []}) { accepted errors { code } } }`
	for _, c := range []struct{ what, secret, query, code string }{
		{"reads", reads, look, ""},
		{"reads with another scope", reports, look, "FORBIDDEN"},
		{"reports", reports, report, ""},
		{"reports with another scope", reads, report, "FORBIDDEN"},
		{"an account's token reads", program, look, "FORBIDDEN"},
		{"an account's token reports", program, report, "FORBIDDEN"},
		{"what is public", reads, `{ serverInfo { version } }`, ""},
		{"what a viewer may", reads, `mutation { createApp(input: {name: "shop"}) { app { id } } }`, "UNAUTHENTICATED"},
		{"what a session may", reads, `mutation { revokeOtherSessions { revoked } }`, "UNAUTHENTICATED"},
		{"what sudo mode may", reads, `mutation { startTotp { secret } }`, "UNAUTHENTICATED"},
	} {
		got := s.ask("", c.query, nil, with(c.secret))
		if (got.body["errors"] == nil) != (c.code == "") || c.code != "" && got.code() != c.code {
			t.Errorf("%s: %s", c.what, got.Body)
		}
	}
	for _, query := range []string{look, report} {
		if got := s.ask(session, query, nil); got.code() != "FORBIDDEN" {
			t.Errorf("in a session: %s", got.Body)
		}
		if got := s.ask("", query, nil); got.code() != "FORBIDDEN" {
			t.Errorf("a guest: %s", got.Body)
		}
	}
	got := s.ask(session, look, nil, with(reads))
	if got.must(t, "operator.account.username") != "ada" || fmt.Sprint(got.must(t, "operator.scopes")) != "[READ]" {
		t.Errorf("looked up: %s", got.Body)
	}
	if got := s.ask(session, `{ viewer { id } }`, nil, with(reads)); got.must(t, "viewer") != nil {
		t.Errorf("the token comes with a session: %s", got.Body)
	}
	testkit.Must(t, 0, s.Operators.Revoke(t.Context(), "support"))
	for _, secret := range []string{reads, operator.Prefix, operator.Prefix + "x"} {
		if got := s.ask("", look, nil, with(secret)); got.Code != http.StatusUnauthorized || got.code() != "UNAUTHENTICATED" {
			t.Errorf("a token that is wrong or revoked: %d, %s", got.Code, got.Body)
		}
	}
}

// R91, R93: who has waited for a turn is asked again who they are, also an operator.
func TestR91_R93_AnOperatorWhoWaitedIsCheckedAgain(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	secret := s.operates("support", operator.Read)
	o, _, err := s.Operators.Find(t.Context(), secret)
	ctx := operator.With(t.Context(), testkit.Must(t, o, err))
	if err := s.still(ctx); err != nil {
		t.Errorf("while the token is valid: %v", err)
	}
	testkit.Must(t, 0, s.Operators.Revoke(t.Context(), "support"))
	if err := s.still(ctx); !refused(err, problem.Unauthenticated) {
		t.Errorf("the token is revoked, and what waited goes on: %v", err)
	}
}

// Anyone who has the secret of an operator's token can end it.
func TestR93_ALeakedOperatorsTokenIsRevoked(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	secret := s.operates("support", operator.Read)
	s.ask("", `mutation($s: String!) { revokeLeakedApiToken(input: {secret: $s}) { errors { code } } }`, map[string]any{"s": secret}).must(t, "revokeLeakedApiToken")
	if got := s.ask("", `{ operator { name } }`, nil, with(secret)); got.Code != http.StatusUnauthorized {
		t.Errorf("%d, %s", got.Code, got.Body)
	}
}

// R93: a socket would outlive the token.
func TestR93_OperatorsHaveNoSockets(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	secret := s.operates("support", operator.Read)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://portico.test/graphql", nil)
	for name, value := range map[string]string{"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="} {
		r.Header.Set(name, value)
	}
	if w := s.respond(r, "", with(secret)); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "HTTP_ONLY") {
		t.Errorf("%d, %s", w.Code, w.Body)
	}
}

// An operator has a budget of its own, and its platform reports 500 facts at a time.
func TestOperatorsReportManyFacts(t *testing.T) {
	t.Parallel()
	s := inProcess(t, func(c *Config) { c.BillingGate = platform.GateNone })
	session, ada := s.account("ada")
	app := s.app(ada, "adas-app")
	a, err := s.Containers.Scale(ada, app.ID, []*container.Wanted{{Type: "web", Amount: 5}})
	testkit.Must(t, a, err)
	secret := s.operates("platform", operator.Facts)
	facts := func(n int) map[string]any {
		all := make([]any, n)
		for i := range all {
			all[i] = map[string]any{"key": fmt.Sprint("fact-", i), "at": s.now().Add(time.Duration(i-n) * time.Second).Format(time.RFC3339Nano), "containers": map[string]any{
				"appId": app.GlobalID().String(), "type": "web", "size": "M", "running": i%5 + 1,
			}}
		}
		return map[string]any{"facts": all}
	}
	const report = `mutation($facts: [FactInput!]!) { operatorReportFacts(input: {facts: $facts}) { accepted errors { code path } } }`
	got := s.ask("", report, facts(operator.MaxFacts), with(secret))
	if got.must(t, "operatorReportFacts.accepted") != float64(operator.MaxFacts) {
		t.Errorf("%s", got.Body)
	}
	if got := s.ask("", report, facts(operator.MaxFacts+1), with(secret)); got.code() != "BAD_USER_INPUT" {
		t.Errorf("one more: %s", got.Body)
	}
	if got := s.ask(session, report, facts(101)); got.code() != "BAD_USER_INPUT" {
		t.Errorf("a session: %s", got.Body)
	}
	if got := s.ask("", `{ rateLimit { limit } }`, nil, with(secret)); got.must(t, "rateLimit.limit") != float64(rateSignedIn) {
		t.Errorf("%s", got.Body)
	}
}

// The commands work beside the program: a token opens at once, and ends at once.
func TestOperatorCommands(t *testing.T) {
	t.Parallel()
	b := serve(t)
	o := &shell{t: t, path: b.path, data: b.data, database: b.database}
	secret := strings.TrimSpace(o.works("", "operator", "token", "platform", "--scopes", "READ,FACTS"))
	const query = `{ operator { name scopes } }`
	if got, err := b.operator(secret).ask(query, nil); find(testkit.Must(t, got, err), "data.operator.name") != "platform" {
		t.Errorf("%v", got)
	}
	list := o.works("", "operator", "list")
	if !strings.Contains(list, "platform") || !strings.Contains(list, "FACTS,READ") || strings.Contains(list, secret) {
		t.Errorf("listed:\n%s", list)
	}
	for _, wrong := range [][]string{
		{"operator", "token", "platform", "--scopes", "READ"},
		{"operator", "token", "other", "--scopes", "ALL"},
		{"operator", "token", "other"},
		{"operator", "token", "A b", "--scopes", "READ"},
		{"operator", "revoke", "other"},
	} {
		if code, out, errs := o.run("", wrong...); code == 0 || out != "" || errs == "" {
			t.Errorf("%v: %d, %q, %q", wrong, code, out, errs)
		}
	}
	if _, _, errs := o.run("", "operator", "token", "other", "--scopes", "READ,ALL"); !strings.Contains(errs, `there is no scope "ALL"`) {
		t.Errorf("a wrong scope: %s", errs)
	}
	o.works("", "operator", "revoke", "platform")
	if got, err := b.operator(secret).ask(query, nil); find(testkit.Must(t, got, err), "errors.0.extensions.code") != "UNAUTHENTICATED" {
		t.Errorf("%v", got)
	}
}

// A program with an operator's token.
type operating struct {
	b      *binary
	secret string
}

func (b *binary) operator(secret string) operating { return operating{b, secret} }

func (o operating) ask(query string, variables map[string]any) (map[string]any, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequest(http.MethodPost, o.b.url("/graphql"), strings.NewReader(string(body)))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	with(o.secret)(r)
	answer, err := (&http.Client{Timeout: 20 * time.Second}).Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	var got map[string]any
	return got, json.Unmarshal(text, &got)
}

// The program is killed again and again between what Ada orders, what the platform
// reports, and the events. Everyone repeats what wasn't answered, and in the end each
// order has its event once, and each stretch of time its lifespan.
func TestFactsAndEventsThroughCrashes(t *testing.T) {
	t.Parallel()
	const kills, orders = 4, 60
	b := serve(t, "--billing-gate", "none")
	c := b.client(t)
	c.signUp("ada")
	app := c.do("createApp.app.id", `mutation { createApp(input: {name: "shop"}) { app { id } errors { message } } }`, nil).(string)
	o := &shell{t: t, path: b.path, data: b.data, database: b.database}
	op := b.operator(strings.TrimSpace(o.works("", "operator", "token", "platform", "--scopes", "FACTS")))
	head := c.do("viewer.timelineHead", `{ viewer { timelineHead } }`, nil).(string)
	f := c.follow(followTimeline, "", head)
	done := make(chan int, orders)
	go func() {
		defer close(done)
		for i := range orders {
			c.insist(func() (map[string]any, error) {
				return c.try(`mutation($id: ID!, $n: Int!) { scaleApp(id: $id, input: {containers: [{type: "web", amount: $n}]}) { errors { message } } }`,
					map[string]any{"id": app, "n": i%10 + 1})
			})
			fact := map[string]any{"key": fmt.Sprint("fact-", i), "at": time.Now().UTC().Format(time.RFC3339Nano), "containers": map[string]any{
				"appId": app, "type": "web", "size": "M", "running": i%10 + 1,
			}}
			for range 2 { // reported twice in any case
				c.insist(func() (map[string]any, error) {
					return op.ask(`mutation($f: FactInput!) { operatorReportFacts(input: {facts: [$f]}) { accepted errors { message } } }`, map[string]any{"f": fact})
				})
			}
			done <- i
		}
	}()
	for i := range done {
		if i%(orders/(kills+1)) == 0 && i > 0 {
			_ = b.cmd.Process.Signal(syscall.SIGKILL)
			_ = b.cmd.Wait()
			b.start()
		}
	}
	log := c.logAfter(head)
	if len(log) != orders {
		t.Errorf("%d events of %d orders", len(log), orders)
	}
	eventually(t, "the follower has the last event", func() bool { return f.of("APP_SCALED") >= len(log) })
	seen := map[any]bool{}
	for _, u := range f.got() {
		seen[find(u, "node.id")] = true
	}
	if f.of("APP_SCALED") != orders || len(seen) != orders {
		t.Errorf("the follower has %d events, %d different ones", f.of("APP_SCALED"), len(seen))
	}
	if n := c.do("viewer.billing.lifespans.totalCount", `{ viewer { billing { lifespans { totalCount } } } }`, nil); n != float64(orders) {
		t.Errorf("%v lifespans of %d orders", n, orders)
	}
	if got := c.do("app.containers.0.running", `{ app(name: "shop") { containers { running } } }`, nil); got != float64((orders-1)%10+1) {
		t.Errorf("%v run", got)
	}
}

// insist repeats a request until it is answered. What is wrong with it fails the test.
func (c *client) insist(ask func() (map[string]any, error)) {
	deadline := time.Now().Add(time.Minute)
	for time.Now().Before(deadline) {
		answer, err := ask()
		if err != nil || answer["errors"] != nil {
			pause() // the program is away
			continue
		}
		for name, payload := range answer["data"].(map[string]any) {
			if wrong := find(payload, "errors"); fmt.Sprint(wrong) != "[]" {
				c.t.Errorf("%s: %v", name, wrong)
			}
		}
		return
	}
	c.t.Error("nobody answers")
}
