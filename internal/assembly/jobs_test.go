package assembly_test

import (
	"context"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/billingprofile"
	"portico/ent/collaborator"
	"portico/ent/emailchange"
	"portico/ent/mail"
	"portico/internal/addon"
	"portico/internal/container"
	"portico/internal/notify"
	"portico/internal/oneoff"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
	"portico/internal/worker"
)

const day = 24 * time.Hour

// away takes emails and keeps none.
type away struct{}

func (away) Send(context.Context, uuid.UUID, notify.Written) error { return nil }

// due is how the work of each job comes about, and after what times it is due, once
// or again and again. What prepare returns writes the due time.
var due = map[string]struct {
	prepare func(w *testkit.World) func()
	after   []time.Duration
}{
	"answer password resets": {func(w *testkit.World) func() {
		w.Account("ada")
		return func() { testkit.Must(w.T, 0, w.Recovery.Request(w.Browser().Request(), "ada@example.com")) }
	}, []time.Duration{0}},
	"expire email changes": {func(w *testkit.World) func() {
		b := verified(w)
		return func() { moves(w, b, false) }
	}, []time.Duration{day}},
	"apply email changes":           {confirms, []time.Duration{7 * day}},
	"remind of email changes":       {confirms, []time.Duration{day, 2 * day, 3 * day, 4 * day, 5 * day, 6 * day}},
	"turn off lost second factors":  {loses, []time.Duration{7 * day}},
	"remind of lost second factors": {loses, []time.Duration{day, 2 * day, 3 * day, 4 * day, 5 * day, 6 * day}},
	"remove closed accounts":        {closes, []time.Duration{testkit.Grace}},
	"expire app transfers": {func(w *testkit.World) func() {
		ada, bob := w.Account("ada"), w.Account("bob")
		a := w.App(ada, "shop")
		w.Member(ada, a, "bob", bob, collaborator.RoleLIMITED)
		return func() {
			tr, err := w.Transfers.Offer(ada, a.ID, "bob")
			testkit.Must(w.T, tr, err)
		}
	}, []time.Duration{3 * day}},
	"make data export": {func(w *testkit.World) func() {
		ada := w.Account("ada")
		return func() {
			e, err := w.Exports.Request(ada)
			testkit.Must(w.T, e, err)
		}
	}, []time.Duration{0}},
	"run one-offs": {func(w *testkit.World) func() {
		ada := w.Account("ada")
		shop := w.App(ada, "shop")
		return func() {
			o, err := w.OneOffs.Run(ada, shop.ID, "sleep 30", "M")
			testkit.Must(w.T, o, err)
		}
	}, []time.Duration{oneoff.Started, oneoff.Started + 30*time.Second}},
	"start containers": {func(w *testkit.World) func() {
		ada := w.Account("ada")
		a := w.App(ada, "shop")
		return func() {
			_, err := w.Containers.Scale(ada, a.ID, []*container.Wanted{{Type: "web", Amount: 1}})
			testkit.Must(w.T, 0, err)
		}
	}, []time.Duration{container.Started}},
	"check VAT numbers": {func(w *testkit.World) func() {
		ada := w.Account("ada")
		return func() { testkit.Must(w.T, 0, w.BillingProfiles.Update(ada, testkit.Billing())) }
	}, []time.Duration{0, 90 * day, 180 * day}},
	"start add-ons": {func(w *testkit.World) func() {
		ada := w.Account("ada")
		shop := w.App(ada, "shop")
		return func() {
			a, err := w.Addons.Provision(ada, shop.ID, addon.Wanted{Plan: "redis-s"})
			testkit.Must(w.T, a, err)
		}
	}, []time.Duration{addon.Ready}},
	"send email": {func(w *testkit.World) func() {
		return func() {
			testkit.Must(w.T, 0, store.Do(w.T.Context(), w.DB, func(tx *ent.Tx) error {
				return w.Outbox.Post(w.T.Context(), tx, uuid.Nil, notify.Written{Kind: "test", To: "ada@example.com"})
			}))
		}
	}, []time.Duration{0}},
}

// goOn are the jobs whose work comes up again for as long as there is the row.
var goOn = []string{"check VAT numbers"}

// moves has ada ask for another email, and returns what confirms it.
func moves(w *testkit.World, b *testkit.Browser, lost bool) (secret string) {
	a, err := w.Emails.RequestChange(b.Request(), "ada@new.example", lost)
	testkit.Must(w.T, a, err)
	return w.Email("ada@new.example").Button.Secret
}

func verified(w *testkit.World) *testkit.Browser {
	ada := w.Verified("ada")
	b := w.SignedIn("ada")
	w.SecondFactor(ada)
	return b
}

func confirms(w *testkit.World) func() {
	secret := moves(w, verified(w), true)
	return func() {
		c, err := w.Emails.Confirm(w.Browser().Request(), secret)
		testkit.Must(w.T, c, err)
	}
}

func loses(w *testkit.World) func() {
	verified(w)
	return func() {
		_, err := w.Factors.Lose(w.T.Context(), "ada")
		testkit.Must(w.T, 0, err)
	}
}

func closes(w *testkit.World) func() {
	a, err := w.Deletions.Request(verified(w).Request())
	testkit.Must(w.T, a, err)
	return func() {
		_, err := w.Deletions.Confirm(w.T.Context(), w.Email("ada@example.com").Button.Secret)
		testkit.Must(w.T, 0, err)
	}
}

// What takes as long as an account's history, or waits for a mail server, has a worker of its own:
// a password reset and a change of email don't wait for it. Removing an account takes a
// tenth of a millisecond for each event.
func TestLongJobsHoldUpNoOther(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Sender = away{}
	var slow []string
	for _, j := range w.Jobs() {
		if j.Slow {
			slow = append(slow, j.Name)
		}
	}
	if want := []string{"remove closed accounts", "make data export", "check VAT numbers", "send email"}; !slices.Equal(slow, want) {
		t.Errorf("workers of their own have %q, not %q", slow, want)
	}
}

// Each job tells exactly when it is due next, does nothing before, and what it does
// then no longer is. The code that writes the due time wakes the workers.
func TestJobsTellWhenTheyAreDue(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Sender = away{}
	var names []string
	for _, j := range w.Jobs() {
		names = append(names, j.Name)
	}
	if slices.Sort(names); !slices.Equal(names, slices.Sorted(maps.Keys(due))) {
		t.Fatalf("the jobs are %q: say in due how the work of each comes about", names)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := testkit.New(t)
			w.Sender = away{}
			testJob(t, w, name)
		})
	}
}

func testJob(t *testing.T, w *testkit.World, name string) {
	jobs := w.Jobs()
	j := jobs[slices.IndexFunc(jobs, func(j worker.Job) bool { return j.Name == name })]
	expect := func(want time.Time) {
		t.Helper()
		if next, err := j.Next(t.Context()); err != nil || !next.Equal(want) {
			t.Errorf("next is %v, %v; want %v", next, err, want)
		}
	}
	expect(time.Time{})
	work := due[name]
	begin := work.prepare(w)
	woken := w.Woken.Load()
	if begin(); w.Woken.Load() == woken {
		t.Error("nobody wakes the workers where the due time is written: call store.After(tx, …Wake)")
	}
	start := w.Clock.Now()
	for _, after := range work.after {
		at := start.Add(after)
		expect(at)
		if wait := at.Sub(w.Clock.Now()); wait > 0 {
			w.Clock.Move(wait - time.Microsecond)
			before := written(t, w)
			w.RunDue(j)
			if expect(at); written(t, w) != before {
				t.Errorf("done before %v", at)
			}
			w.Clock.Move(time.Microsecond)
		}
		before := written(t, w)
		w.RunDue(j)
		if written(t, w) == before {
			t.Errorf("nothing was done at %v", at)
		}
		before = written(t, w)
		w.RunDue(j)
		if written(t, w) != before {
			t.Errorf("done twice at %v", at)
		}
	}
	if !slices.Contains(goOn, name) {
		expect(time.Time{})
	}
}

// written counts what every job leaves: emails, emails that were sent, events, email
// changes that have ended, reports of what runs, and what VIES has just answered.
func written(t *testing.T, w *testkit.World) [6]int {
	platform := viewer.AsSystem(t.Context())
	return [6]int{
		w.DB.Mail.Query().CountX(platform), w.DB.Mail.Query().Where(mail.SentAtNotNil()).CountX(platform),
		w.DB.Event.Query().CountX(platform), w.DB.EmailChange.Query().Where(emailchange.StateNEQ(emailchange.StatePENDING)).CountX(platform),
		w.DB.UsageChange.Query().CountX(platform), w.DB.BillingProfile.Query().Where(billingprofile.VatAnsweredAtGTE(w.Clock.Now())).CountX(platform),
	}
}

// Where the clock goes from one due time to the next, everything comes about by itself
// and ends.
func TestClockGoesFromDueTimeToDueTime(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	w.Sender = away{}
	var all worker.Workers
	all.AddDue(time.Minute, w.Jobs())
	confirms(w)()
	_, err := w.Factors.Lose(t.Context(), "ada")
	testkit.Must(t, 0, err)
	start := w.Clock.Now()
	var days []time.Duration
	for range 30 {
		next, err := all.Next(t.Context())
		if testkit.Must(t, next, err); next.IsZero() {
			break
		}
		if wait := next.Sub(w.Clock.Now()); wait > 0 {
			w.Clock.Move(wait)
			days = append(days, next.Sub(start))
		}
		testkit.Must(t, 0, all.RunDue(t.Context()))
	}
	if want := []time.Duration{day, 2 * day, 3 * day, 4 * day, 5 * day, 6 * day, 7 * day}; !slices.Equal(days, want) {
		t.Errorf("something was due after %v", days)
	}
	platform := viewer.AsSystem(t.Context())
	if a := w.DB.Account.Query().OnlyX(platform); a.Email != "ada@new.example" {
		t.Errorf("the email is %s", a.Email)
	}
	if n := w.DB.Totp.Query().CountX(platform); n != 0 {
		t.Error("the second factor is still there")
	}
	if n := w.DB.Mail.Query().Where(mail.SentAtIsNil()).CountX(platform); n != 0 {
		t.Errorf("%d emails were not sent", n)
	}
}

// Every method that makes a job is called by Jobs: one that is forgotten is never done.
func TestNoJobIsForgotten(t *testing.T) {
	t.Parallel()
	calls, made, found := map[string]int{}, map[string][]string{}, 0
	for path, file := range testkit.Sources(t) {
		if path == "internal/assembly/jobs.go" {
			ast.Inspect(file, func(n ast.Node) bool {
				if c, ok := n.(*ast.CallExpr); ok {
					if s, ok := c.Fun.(*ast.SelectorExpr); ok {
						calls[s.Sel.Name]++
					}
				}
				return true
			})
		}
	}
	for path, file := range testkit.Sources(t) {
		if !strings.HasPrefix(path, "internal/") || strings.HasPrefix(path, "internal/worker/") {
			continue
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || !returnsJob(f) {
				continue
			}
			found++
			made[f.Name.Name] = append(made[f.Name.Name], path)
		}
	}
	for name, paths := range made { // of several domains, methods may have one name
		if calls[name] < len(paths) {
			t.Errorf("%s of %q is called %d times by Jobs in internal/assembly/jobs.go", name, paths, calls[name])
		}
	}
	if found < len(due) {
		t.Errorf("only %d jobs were found", found)
	}
}

func returnsJob(f *ast.FuncDecl) bool {
	if f.Type.Results == nil || len(f.Type.Results.List) != 1 {
		return false
	}
	s, ok := f.Type.Results.List[0].Type.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	p, ok := s.X.(*ast.Ident)
	return ok && p.Name == "worker" && s.Sel.Name == "Job"
}
