package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"golang.org/x/tools/txtar"

	"portico/ent"
	"portico/graph/generated"
	"portico/internal/addon"
	"portico/internal/gid"
	"portico/internal/operator"
	"portico/internal/page"
	"portico/internal/platform"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

var update = flag.Bool("update", false, "rewrite the answers and events of scenarios")

// Each section of the API as its owner, a stranger and nobody see it: what they
// send, what they get, and which events that leaves in anyone's timeline, and no
// others. A file of testdata/scenarios is a story in a world of its own, with
// the accounts ada, bob and eve. Each step is a file of the archive whose name
// begins with who asks, and may be followed by the files variables (in which NOW
// is the time), answer and events. IDs, cursors, secrets and times are written as <key-1>, and can be
// used by the steps that come after.
func TestScenarios(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/scenarios/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, file := range files {
		section, name := filepath.Base(filepath.Dir(file)), strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(section+"/"+name, func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tell(t, section, archive)
			if *update {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// untold are the mutations that are in no scenario, each with the reason. Tests of
// their own have them.
var untold = map[string]string{
	"signUp signIn signOut verifySecondFactor":                                       "they set cookies",
	"revokeSession revokeOtherSessions":                                              "they need several sessions",
	"sendSudoCode verifyEmail resendVerification":                                    "they are about an emailed secret",
	"deleteAccount confirmAccountDeletion cancelAccountDeletion":                     "they are about an emailed secret",
	"startTotp confirmTotp confirmRecoveryCodes disableTwoFactor renewRecoveryCodes": "they need a code",
	"startSshKeyProof proveSshKey":                                                   "they need a signature",
	"exportData":                                                                     "a worker makes the export",
}

// A new mutation has its scenario.
func TestEveryMutationIsInAScenario(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/scenarios/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	told, left := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range steps(archive.Files) {
			for _, word := range regexp.MustCompile(`\w+`).FindAllString(step.document, -1) {
				told[word] = true
			}
		}
	}
	for names := range untold {
		for _, name := range strings.Fields(names) {
			if left[name] = true; told[name] {
				t.Errorf("%s is in a scenario: take it off the list of those that are in none", name)
			}
		}
	}
	for _, f := range generated.NewExecutableSchema(generated.Config{}).Schema().Mutation.Fields {
		if !strings.HasPrefix(f.Name, "__") && !told[f.Name] && !left[f.Name] {
			t.Errorf("%s is in no scenario: write one in testdata/scenarios, in which a stranger tries too", f.Name)
		}
	}
}

// A scenarioStep is a document that somebody sends, and what comes of it.
type scenarioStep struct{ name, document, variables, answer, events string }

func (s scenarioStep) who() string {
	who, _, _ := strings.Cut(s.name, " ")
	return strings.TrimSuffix(who, ":")
}

// steps are those of a story, read from its archive and written back into it.
func steps(files []txtar.File) (all []scenarioStep) {
	for _, f := range files {
		last := len(all) - 1
		switch text := string(f.Data); f.Name {
		case "variables":
			all[last].variables = text
		case "answer":
			all[last].answer = text
		case "events":
			all[last].events = text
		default:
			all = append(all, scenarioStep{name: f.Name, document: text})
		}
	}
	return all
}

func archived(all []scenarioStep) (files []txtar.File) {
	for _, s := range all {
		files = append(files, txtar.File{Name: s.name, Data: []byte(s.document)})
		for _, part := range []struct{ name, text string }{{"variables", s.variables}, {"answer", s.answer}, {"events", s.events}} {
			if part.text != "" {
				files = append(files, txtar.File{Name: part.name, Data: []byte(part.text)})
			}
		}
	}
	return files
}

// A story is a world in which the steps of a scenario happen one after another.
type story struct {
	*served
	sessions map[string]string
	contexts map[string]context.Context
	happened map[string]int // how many events each account has had
	names    placeholders
}

// sandboxed are the sections that need a clock that can be moved, and somebody who plays
// the platform.
var sandboxed = []string{"addons", "billing", "sandbox"}

var characters = []string{"ada", "bob", "eve"}

func tell(t *testing.T, section string, archive *txtar.Archive) {
	s := &story{
		served: inProcess(t, func(c *Config) { c.Sandbox = slices.Contains(sandboxed, section); free(c) }), sessions: map[string]string{}, contexts: map[string]context.Context{},
		happened: map[string]int{}, names: placeholders{of: map[string]string{}, count: map[string]int{}},
	}
	for _, name := range characters {
		s.sessions[name], s.contexts[name] = s.account(name)
	}
	if section == "operator" {
		secret, err := s.Operators.Create(t.Context(), "platform", []operator.Scope{operator.Facts})
		s.names.name("operator", testkit.Must(t, secret, err))
	}
	if section == "passkeys" { // a browser alone can add one
		s.passkey(s.contexts["ada"])
	}
	s.events()
	all := steps(archive.Files)
	for i := range all {
		t.Run(all[i].name, func(t *testing.T) {
			answer, events := s.take(all[i]), s.events()
			if *update {
				all[i].answer, all[i].events = answer, events
			}
			if answer != all[i].answer {
				t.Errorf("the answer is\n%swant\n%s", answer, all[i].answer)
			}
			if events != all[i].events {
				t.Errorf("it leaves the events\n%swant\n%s", events, all[i].events)
			}
		})
	}
	archive.Files = archived(all)
}

// take sends a step's document, and returns what comes back.
func (s *story) take(st scenarioStep) string {
	s.t.Helper()
	var variables map[string]any
	if st.variables != "" {
		if err := json.Unmarshal([]byte(strings.ReplaceAll(s.names.fill(st.variables), "NOW", s.now().Format(time.RFC3339Nano))), &variables); err != nil {
			s.t.Fatalf("%s: %v", st.name, err)
		}
	}
	document, who := s.names.fill(st.document), st.who()
	if who == "the" { // platform, which reports on an add-on
		return s.reported(document)
	}
	if strings.HasPrefix(document, "refs/heads/") {
		return s.pushed(who, document)
	}
	var got answer
	if secret := s.names.fill(who); secret != who { // a program with a token
		got = s.ask("", document, variables, with(secret))
	} else {
		got = s.ask(s.sessions[who], document, variables)
	}
	s.checkReads(got, 100) // R69
	return layout(s.names.shorten(shown(s.t, got.Body.Bytes())), "") + "\n"
}

// pushed records a push to a branch of an app.
func (s *story) pushed(who, document string) string {
	s.t.Helper()
	ref, app, _ := strings.Cut(strings.TrimSpace(document), " ")
	a, err := gid.Parse(app)
	s.check(err)
	s.check(s.Deployments.Record(s.contexts[who], platform.Received{
		ID: uuid.New(), AppID: a.UUID, KeyID: uuid.New(), At: s.Business.Now(),
		Branches: []platform.Branch{{Ref: ref, Commit: strings.Repeat("a", 40), Subject: "Add a page"}},
	}))
	return ""
}

// reported has the platform report an add-on's state.
func (s *story) reported(document string) string {
	s.t.Helper()
	id, state, _ := strings.Cut(strings.TrimSpace(document), " ")
	a, err := gid.Parse(id)
	s.check(err)
	platform := viewer.AsSystem(s.t.Context())
	s.check(store.Do(platform, s.db, func(tx *ent.Tx) error {
		return s.Addons.Report(platform, tx, addon.Fact{Addon: a.UUID, State: addon.State(state), At: s.Business.Now(), Key: "told: " + document})
	}))
	return ""
}

// shown is an answer as scenarios show it: its data, and of its errors the code
// and the path.
func shown(t testing.TB, body []byte) string {
	t.Helper()
	type failure struct {
		Code string `json:"code"`
		Path []any  `json:"path,omitempty"`
	}
	var a struct {
		Errors []struct {
			Path       []any
			Extensions struct{ Code string }
		}
		Data json.RawMessage
	}
	var b struct {
		Errors []failure       `json:"errors,omitempty"`
		Data   json.RawMessage `json:"data,omitempty"`
	}
	if err := json.Unmarshal(body, &a); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	for _, e := range a.Errors {
		b.Errors = append(b.Errors, failure{e.Extensions.Code, e.Path})
	}
	b.Data = a.Data
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(b); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// layout writes JSON on one line where that is short, else a member per line.
func layout(text, indent string) string {
	d := json.NewDecoder(strings.NewReader(text))
	first, _ := d.Token()
	opening, nested := first.(json.Delim)
	if !nested {
		return text
	}
	var short, long []string
	for d.More() {
		key := ""
		if opening == '{' {
			name, _ := d.Token()
			key = fmt.Sprintf("%q: ", name)
		}
		var value json.RawMessage
		_ = d.Decode(&value)
		short = append(short, key+layout(string(value), ""))
		long = append(long, indent+"  "+key+layout(string(value), indent+"  "))
	}
	closing, _ := d.Token()
	line := fmt.Sprint(opening, strings.Join(short, ", "), closing)
	if len(indent)+len(line) <= 100 && !strings.Contains(line, "\n") {
		return line
	}
	return fmt.Sprintf("%v\n%s\n%s%v", opening, strings.Join(long, ",\n"), indent, closing)
}

// events are those that happened since it was last asked, a line each.
func (s *story) events() string {
	var b strings.Builder
	for _, name := range characters {
		newest := s.timelineOf(s.contexts[name])
		for i := len(newest) - s.happened[name] - 1; i >= 0; i-- {
			fmt.Fprintf(&b, "%s %s\n", name, newest[i])
		}
		s.happened[name] = len(newest)
	}
	return b.String()
}

// placeholders write what differs from run to run as <key-1>, and are read again.
type placeholders struct {
	of    map[string]string // by what they stand for
	count map[string]int
}

var (
	volatile = regexp.MustCompile(`"(?:(?:start|end)?[cC]ursor|timelineHead|lastFour)":"([^"]+)"` +
		`|\b([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}\b|\b(ptk)_\w{36}\b`)
	instant = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z`)
)

func (n placeholders) shorten(text string) string {
	text = volatile.ReplaceAllStringFunc(text, func(found string) string {
		m := volatile.FindStringSubmatch(found)
		switch {
		case strings.HasPrefix(found, `"lastFour"`):
			return strings.Replace(found, m[1], "<four>", 1)
		case m[1] != "":
			return strings.Replace(found, m[1], n.name("cursor", m[1]), 1)
		case m[3] != "":
			return n.name("secret", found)
		}
		return n.name(m[2], found)
	})
	return instant.ReplaceAllString(text, "<time>")
}

func (n placeholders) name(kind, value string) string {
	if n.of[value] == "" {
		n.count[kind]++
		n.of[value] = "<" + kind + "-" + strconv.Itoa(n.count[kind]) + ">"
	}
	return n.of[value]
}

func (n placeholders) fill(text string) string {
	for value, name := range n.of {
		text = strings.ReplaceAll(text, name, value)
	}
	return text
}

// passkey creates one for the viewer, as if it had been added.
func (s *served) passkey(ctx context.Context) *ent.Passkey {
	s.t.Helper()
	// The key is of Ed25519, as COSE has it (RFC 9053), all zeros.
	const credential = `{"publicKey": "pAEBAycgBiFYIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "flags": {"backupEligible": true, "backupState": true}}`
	key, err := store.InTx(ctx, s.db, func(tx *ent.Tx) (*ent.Passkey, error) {
		return tx.Passkey.Create().SetName("phone").SetCredentialID([]byte(viewer.ID(ctx).String())).SetCreatedAt(s.now()).
			SetCredential([]byte(credential)).Save(ctx)
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return key
}

func (s *served) timelineOf(ctx context.Context) []string {
	s.t.Helper()
	if ctx == nil {
		return nil
	}
	size := int32(100)
	c, err := s.Log.Page(ctx, viewer.ID(ctx), page.Args{First: &size}, timeline.Filter{})
	if err != nil {
		s.t.Fatal(err)
	}
	var kinds []string
	for _, e := range c.Edges {
		kinds = append(kinds, string(timeline.TypeOf(e.Node)))
	}
	return kinds
}
