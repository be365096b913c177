package graph_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"portico/ent/privacy"
	"portico/graph"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/request"
	"portico/internal/viewer"
)

// A sink is the log of one test: what is logged under its context.
type sink struct {
	mu    sync.Mutex
	lines []string
}

type sinkKey struct{}

type sinks struct{ slog.Handler }

func (sinks) Enabled(context.Context, slog.Level) bool { return true }

func (sinks) Handle(ctx context.Context, r slog.Record) error {
	s, ok := ctx.Value(sinkKey{}).(*sink)
	if !ok {
		return nil
	}
	line := r.Level.String() + " " + r.Message
	r.Attrs(func(a slog.Attr) bool { line += " " + a.String(); return true })
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, line)
	return nil
}

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(request.Logged(sinks{slog.DiscardHandler})))
	os.Exit(m.Run())
}

func TestPresentError(t *testing.T) {
	t.Parallel()
	invalid := gqlerror.Errorf(`Cannot query field "x" on type "Query".`)
	errcode.Set(invalid, errcode.ValidationFailed)
	unparsed := gqlerror.Errorf("Expected Name, found <EOF>")
	errcode.Set(unparsed, errcode.ParseFailed)
	fault := errors.New(`pq: duplicate key (email)=(canary@example.com)`)
	for _, c := range []struct {
		name   string
		err    error
		code   problem.Reason
		en, fr string
		logged bool
	}{
		{name: "a refusal", err: problem.Missing(), code: problem.NotFound, en: "Not found, or you don't have access to it.", fr: "Introuvable, ou vous n’y avez pas accès."},
		{name: "one, wrapped", err: fmt.Errorf("load: %w", problem.Refuse(problem.BadUserInput, "A page holds %d at most.", 100)), code: problem.BadUserInput, en: "A page holds 100 at most.", fr: "Une page contient au plus 100 éléments."},
		{name: "one, at a path", err: gqlerror.WrapPath(nil, problem.Missing()), code: problem.NotFound, en: "Not found, or you don't have access to it.", fr: "Introuvable, ou vous n’y avez pas accès."},
		{name: "not valid", err: invalid, code: problem.BadUserInput, en: invalid.Message, fr: invalid.Message},
		{name: "not parsed", err: unparsed, code: problem.BadUserInput, en: unparsed.Message, fr: unparsed.Message},
		{name: "no viewer", err: fmt.Errorf("list keys: %w", privacy.Denyf("no viewer")), code: problem.Unauthenticated, en: "Sign in first.", fr: "Connectez-vous d’abord."},
		{name: "given up", err: fmt.Errorf("list keys: %w", context.Canceled), code: problem.Internal, en: "The request was given up.", fr: "La requête a été abandonnée."},
		{name: "a fault", err: fmt.Errorf("save account: %w", fault), code: problem.Internal, en: "Something went wrong on our side. It has been noted.", fr: "Un problème est survenu de notre côté. Il a été enregistré.", logged: true},
		{name: "a fault at a path", err: gqlerror.WrapPath(nil, fault), code: problem.Internal, en: "Something went wrong on our side. It has been noted.", fr: "Un problème est survenu de notre côté. Il a été enregistré.", logged: true},
		{name: "a fault with a code of its own", err: &gqlerror.Error{Message: "canary", Extensions: map[string]any{"code": "CANARY", "canary": "canary"}}, code: problem.Internal, en: "Something went wrong on our side. It has been noted.", fr: "Un problème est survenu de notre côté. Il a été enregistré.", logged: true},
		{name: "a user's problem nobody took", err: problem.In("name", problem.Taken, "canary"), code: problem.Internal, en: "Something went wrong on our side. It has been noted.", fr: "Un problème est survenu de notre côté. Il a été enregistré.", logged: true},
		{name: "a panic", err: graph.Recover(t.Context(), "canary"), code: problem.Internal, en: "Something went wrong on our side. It has been noted.", fr: "Un problème est survenu de notre côté. Il a été enregistré.", logged: true},
	} {
		for who, ctx := range map[string]context.Context{
			"EN guest":  viewer.WithNobody(request.With(t.Context(), "EN")),
			"FR guest":  viewer.WithNobody(request.With(t.Context(), "FR")),
			"FR viewer": viewer.With(request.With(t.Context(), "EN"), viewer.Viewer{Language: "FR"}),
		} {
			log := &sink{}
			ctx := context.WithValue(ctx, sinkKey{}, log)
			err := c.err
			var own *gqlerror.Error
			if errors.As(err, &own) { // the presenter writes into it
				copied := *own
				err = &copied
			}
			got := graph.PresentError(ctx, err)
			want := map[bool]string{true: c.fr, false: c.en}[who[:2] == "FR"]
			if got.Message != want || got.Extensions["code"] != c.code || got.Extensions["requestId"] != request.ID(ctx) || len(got.Extensions) != 2 {
				t.Errorf("%s, %s: %q %v, want %q %s", c.name, who, got.Message, got.Extensions, want, c.code)
			}
			if shown, err := json.Marshal(got); err != nil || strings.Contains(string(shown), "canary") {
				t.Errorf("%s: shown is %s", c.name, shown)
			}
			if n := len(log.lines); n != map[bool]int{true: 1}[c.logged] {
				t.Errorf("%s: %d lines in the log: %v", c.name, n, log.lines)
			} else if n == 1 && (!strings.Contains(log.lines[0], request.ID(ctx)) || !strings.HasPrefix(log.lines[0], "ERROR ")) {
				t.Errorf("%s: logged %s", c.name, log.lines[0])
			}
		}
	}
}

// A message is written for the viewer: its plurals in their language, its times in their
// time zone too.
func TestMessagesAreWrittenForTheViewer(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, time.November, 20, 23, 30, 0, 0, time.UTC)
	export := problem.Refuse(problem.BadUserInput, "You can request one export a day. The next one is available from %s.", i18n.Instant(at))
	wait := func(d time.Duration) error { return problem.Later(d, "Portico is busy. Try again in %s.") }
	for _, c := range []struct {
		v    viewer.Viewer
		err  error
		want string
	}{
		{viewer.Viewer{Language: "EN", TimeZone: "Europe/Paris"}, export, "You can request one export a day. The next one is available from November 21, 2026 at 12:30 AM CET."},
		{viewer.Viewer{Language: "FR", TimeZone: "Europe/Paris"}, export, "Une seule exportation est faite par jour. La prochaine peut être demandée à partir du 21 novembre 2026 à 00:30 CET."},
		{viewer.Viewer{Language: "EN"}, wait(time.Millisecond), "Portico is busy. Try again in 1 second."},
		{viewer.Viewer{Language: "EN"}, wait(2 * time.Second), "Portico is busy. Try again in 2 seconds."},
		{viewer.Viewer{Language: "FR"}, wait(time.Second), "Portico est très sollicité. Réessayez dans 1 seconde."},
		{viewer.Viewer{Language: "FR"}, wait(1500 * time.Millisecond), "Portico est très sollicité. Réessayez dans 2 secondes."},
	} {
		if got := graph.PresentError(viewer.With(t.Context(), c.v), c.err).Message; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A number that is too large for its field is the client's.
func TestIntegersOutOfRange(t *testing.T) {
	t.Parallel()
	_, err := graphql.UnmarshalInt32(int64(1) << 40)
	if err == nil {
		t.Fatal("it fits")
	}
	if got := graph.PresentError(t.Context(), fmt.Errorf("first: %w", err)); got.Extensions["code"] != problem.BadUserInput {
		t.Errorf("%v", got)
	}
}

// What the ownership rules refuse to somebody who is signed in was not asked by
// them but by a use case: a fault.
func TestARefusedRowIsAFaultForWhoIsSignedIn(t *testing.T) {
	t.Parallel()
	ctx := viewer.With(t.Context(), viewer.Viewer{AccountID: uuid.New()})
	if got := graph.PresentError(ctx, privacy.Denyf("the platform's alone")); got.Extensions["code"] != problem.Internal {
		t.Errorf("shown as %v", got.Extensions)
	}
}
