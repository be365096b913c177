package rules_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"portico/internal/billing/rules"
	"portico/internal/money"
)

// method is one of few methods, added in the order of their numbers.
func method(n byte, state rules.MethodState, preferred bool) rules.Method {
	return rules.Method{ID: uuid.UUID{n}, State: state, Preferred: preferred, AddedAt: date("2026-10-01").Add(time.Duration(n) * time.Hour)}
}

func TestM24_WhichMethodPays(t *testing.T) {
	t.Parallel()
	preferred, other, newest := method(1, rules.MethodUsable, true), method(2, rules.MethodUsable, false), method(3, rules.MethodUsable, false)
	failed, expired := method(4, rules.MethodFailed, true), method(5, rules.MethodExpired, false)
	twin := method(6, rules.MethodUsable, false)
	twin.AddedAt = newest.AddedAt
	enough, some, held := rules.Funds{Credit: 1000}, rules.Funds{Credit: 999}, rules.Funds{Credit: 5000, OlderUnpaid: true}
	credit := rules.Choice{Credit: true}
	pays := func(m rules.Method) rules.Choice { return rules.Choice{Method: m.ID} }
	fails := func(r rules.FailureReason) rules.Choice { return rules.Choice{Failure: r} }
	for _, c := range []struct {
		name    string
		trigger rules.Trigger
		named   rules.Method
		methods []rules.Method
		funds   rules.Funds
		want    rules.Choice
	}{
		{"credit comes first", rules.TriggerIssue, rules.Method{}, []rules.Method{preferred}, enough, credit},
		{"credit is all or nothing", rules.TriggerIssue, rules.Method{}, []rules.Method{preferred}, some, pays(preferred)},
		{"credit is for the oldest invoice", rules.TriggerSchedule, rules.Method{}, []rules.Method{preferred}, held, pays(preferred)},
		{"the preferred one", rules.TriggerSchedule, rules.Method{}, []rules.Method{newest, preferred, other}, rules.Funds{}, pays(preferred)},
		{"the newest where the preferred one failed", rules.TriggerSchedule, rules.Method{}, []rules.Method{failed, other, newest, expired}, rules.Funds{}, pays(newest)},
		{"of two of one instant, always the same", rules.TriggerSchedule, rules.Method{}, []rules.Method{newest, twin}, rules.Funds{}, pays(twin)},
		{"in any order", rules.TriggerSchedule, rules.Method{}, []rules.Method{twin, newest}, rules.Funds{}, pays(twin)},
		{"none is usable", rules.TriggerIssue, rules.Method{}, []rules.Method{failed, expired}, rules.Funds{}, fails(rules.NoMethod)},
		{"none is usable, and credit is not enough", rules.TriggerIssue, rules.Method{}, []rules.Method{failed}, some, fails(rules.InsufficientCredit)},
		{"there is nothing", rules.TriggerManual, rules.Method{}, nil, rules.Funds{}, fails(rules.NoMethod)},
		{"there is only credit, and not enough", rules.TriggerSchedule, rules.Method{}, nil, some, fails(rules.InsufficientCredit)},
		{"a new method pays before credit", rules.TriggerNewMethod, other, []rules.Method{preferred, other}, enough, pays(other)},
		{"a new method that has failed since", rules.TriggerNewMethod, failed, []rules.Method{failed, other}, enough, fails(rules.NoMethod)},
		{"a new method that was removed since", rules.TriggerNewMethod, other, []rules.Method{preferred}, some, fails(rules.NoMethod)},
		{"new credit pays", rules.TriggerCredit, rules.Method{}, []rules.Method{preferred}, enough, credit},
		{"new credit is not enough, and charges nothing else", rules.TriggerCredit, rules.Method{}, []rules.Method{preferred}, some, fails(rules.InsufficientCredit)},
		{"new credit is for the oldest invoice", rules.TriggerCredit, rules.Method{}, []rules.Method{preferred}, held, fails(rules.InsufficientCredit)},
		{"the customer names a method", rules.TriggerManual, other, []rules.Method{preferred, other}, enough, pays(other)},
		{"the customer names a failed method", rules.TriggerManual, failed, []rules.Method{failed, other}, enough, fails(rules.NoMethod)},
		{"the customer names none", rules.TriggerManual, rules.Method{}, []rules.Method{other, preferred}, enough, credit},
		{"the customer names none, and credit is not enough", rules.TriggerManual, rules.Method{}, []rules.Method{other, preferred}, some, pays(preferred)},
	} {
		p := rules.Payment{Trigger: c.trigger, Named: c.named.ID, Methods: c.methods, Funds: c.funds, Due: 1000}
		if got := p.Choose(); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func payments(t *rapid.T) rules.Payment {
	states := rapid.SampledFrom([]rules.MethodState{rules.MethodUsable, rules.MethodFailed, rules.MethodExpired})
	p := rules.Payment{
		Trigger: rapid.SampledFrom([]rules.Trigger{rules.TriggerIssue, rules.TriggerSchedule, rules.TriggerNewMethod, rules.TriggerCredit, rules.TriggerManual}).Draw(t, "trigger"),
		Funds:   rules.Funds{Credit: money.Cents(rapid.Int64Range(0, 20).Draw(t, "credit")), OlderUnpaid: rapid.Bool().Draw(t, "older")},
		Due:     money.Cents(rapid.Int64Range(1, 20).Draw(t, "due")),
	}
	for n := range rapid.IntRange(0, 4).Draw(t, "methods") {
		m := method(byte(n+1), states.Draw(t, "state"), n == 0)
		m.AddedAt = date("2026-10-01").AddDate(0, 0, rapid.IntRange(0, 2).Draw(t, "day"))
		p.Methods = append(p.Methods, m)
	}
	if n := rapid.IntRange(0, 5).Draw(t, "named"); n > 0 { // perhaps one that isn't there
		p.Named = uuid.UUID{byte(n)}
	}
	return p
}

// find is the method that was chosen.
func find(p rules.Payment, id uuid.UUID) rules.Method {
	i := slices.IndexFunc(p.Methods, func(m rules.Method) bool { return m.ID == id })
	if i < 0 {
		return rules.Method{}
	}
	return p.Methods[i]
}

// Exactly one of the three: credit, a method, or why there is none.
func TestAChoiceIsOne(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := payments(t)
		c, n := p.Choose(), 0
		for _, is := range []bool{c.Credit, c.Method != uuid.Nil, c.Failure != ""} {
			if is {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("%+v: %+v", p, c)
		}
	})
}

func TestP7_OnlyUsableMethodsAreChosen(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := payments(t)
		if c := p.Choose(); c.Method != uuid.Nil && find(p, c.Method).State != rules.MethodUsable {
			t.Fatalf("%+v: %+v", p, c)
		}
	})
}

func TestP10_M20_ANewMethodsAttemptUsesThatMethod(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := payments(t)
		p.Trigger = rules.TriggerNewMethod
		want := rules.Choice{Failure: rules.NoMethod}
		if find(p, p.Named).State == rules.MethodUsable {
			want = rules.Choice{Method: p.Named}
		}
		if c := p.Choose(); c != want {
			t.Fatalf("%+v: %+v, want %+v", p, c, want)
		}
	})
}

func TestM21_CreditPaysAllOrNothingAndTheOldestFirst(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := payments(t)
		c := p.Choose()
		if c.Credit && (p.Funds.Credit < p.Due || p.Funds.OlderUnpaid) {
			t.Fatalf("%+v: %+v", p, c)
		}
		if p.Trigger == rules.TriggerCredit && c.Method != uuid.Nil {
			t.Fatalf("%+v: new credit charges a method", p)
		}
	})
}

func TestTheChoiceDoesntDependOnTheOrderOfTheMethods(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := payments(t)
		want := p.Choose()
		seed := rapid.Uint64().Draw(t, "seed")
		p.Methods = slices.Clone(p.Methods)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(p.Methods), func(i, j int) { p.Methods[i], p.Methods[j] = p.Methods[j], p.Methods[i] })
		if got := p.Choose(); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
	})
}
