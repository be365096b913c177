package operator

import (
	"strconv"
	"time"

	"portico/internal/addon"
	"portico/internal/catalog"
	"portico/internal/container"
	"portico/internal/gid"
	"portico/internal/naming"
	"portico/internal/oneoff"
	"portico/internal/problem"
)

// MaxFacts is how many facts can be reported at a time.
const MaxFacts = 500

const (
	maxKey = 200
	// maxRunning is how many containers of a type can be reported.
	maxRunning = 10
)

// A Fact is what the platform reports of one thing, from an instant on. It is about
// exactly one of containers, an add-on, and a one-off.
type Fact struct {
	// Key tells a repeated report from a new one: 1 to 200 characters.
	Key        string
	At         time.Time
	Containers *ContainersFact
	Addon      *AddonFact
	OneOff     *OneOffFact
}

// A ContainersFact says how many containers of a type run.
type ContainersFact struct {
	AppID      gid.ID
	Type, Size string
	Running    int32
}

// An AddonFact says what an add-on has become.
type AddonFact struct {
	AddonID gid.ID
	State   addon.State
}

// A OneOffFact says what a one-off container has become.
type OneOffFact struct {
	OneOffID gid.ID
	State    oneoff.FactState
	ExitCode *int32
}

// subject is the field of the fact that says what it is about; "" unless it is one.
func (f *Fact) subject() string {
	var found []string
	if f.Containers != nil {
		found = append(found, "containers")
	}
	if f.Addon != nil {
		found = append(found, "addon")
	}
	if f.OneOff != nil {
		found = append(found, "oneOff")
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// check refuses facts as a whole.
func (s Operators) check(facts []*Fact) error {
	switch n := len(facts); {
	case n == 0:
		return problem.In("facts", problem.Required, "Report at least one fact.")
	case n > MaxFacts:
		return problem.In("facts", problem.LimitReached, "Report at most %d facts at a time.", MaxFacts)
	case s.Simulated: // two platforms would contradict each other
		return problem.In("facts", problem.WrongState, "This sandbox simulates the platform, and takes no facts. Serve it with PORTICO_PLATFORM=operator to report them.")
	}
	return nil
}

// check finds what is wrong with a fact as far as it can be told without the database.
func (f *Fact) check(plans catalog.Catalog) (wrong []*problem.Input) {
	if f.Key == "" || len([]rune(f.Key)) > maxKey || !naming.Storable(f.Key) {
		wrong = append(wrong, problem.In("key", problem.Malformed, "A key has 1 to %d characters.", maxKey))
	}
	switch f.subject() {
	case "":
		wrong = append(wrong, problem.In("", problem.Malformed, "Set exactly one of containers, addon, or oneOff."))
	case "containers":
		wrong = append(wrong, f.Containers.check(plans)...)
	case "oneOff":
		if f.OneOff.State != oneoff.FactEnded && f.OneOff.ExitCode != nil {
			wrong = append(wrong, problem.In("exitCode", problem.Malformed, "Only a one-off container that has ended has an exit code."))
		}
	}
	return wrong
}

func (f *ContainersFact) check(plans catalog.Catalog) (wrong []*problem.Input) {
	if p, ok := plans.Plan(f.Size); !ok || p.Kind != catalog.Container {
		wrong = append(wrong, problem.In("size", problem.NoSuchPlan, "There is no container size %s. Choose one from the catalog.", naming.Line(f.Size, 40)))
	}
	if !container.IsType(f.Type) {
		wrong = append(wrong, problem.In("type", problem.Malformed, "Use 1–20 lowercase letters, numbers, and dashes."))
	}
	if f.Running < 0 || f.Running > maxRunning {
		wrong = append(wrong, problem.In("running", problem.OutOfRange, "Choose a number from 0 to %d.", maxRunning))
	}
	return wrong
}

// in places a problem of one fact in the whole input.
func (f *Fact) in(i int, p *problem.Input) *problem.Input {
	field, subject := "facts."+strconv.Itoa(i), f.subject()
	placed := *p
	switch {
	case p.Field == "key", p.Field == "at":
		field += "." + p.Field
	case subject == "":
	case p.Field == "":
		field += "." + subject
	default:
		field += "." + subject + "." + p.Field
	}
	placed.Field = field
	return &placed
}
