package timeline_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// kept are the texts of events that are nobody's in person, and stay when the
// account goes. What is not here must be taken out: tag it personal:"true".
var kept = []string{
	"Fields", "LastFour", "Method", "Role", "PreviousRole", "Reason", "Repository",
	"AppRenamedEvent.PreviousName", "Deployment.Commit", "Deployment.Subject", "Deployment.Ref",
	"OneOff.Command", "OneOff.Plan",
	"Containers.Type", "Containers.Plan", "Containers.PreviousPlan",
	"Addon.Name", "Addon.Plan", "AddonPlanChangedEvent.PreviousPlan",
}

// mark gives every text of an event a name of its own and tells those names.
func mark(v reflect.Value, path string) (marks []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		return mark(v.Elem(), path)
	case reflect.String:
		v.SetString("canary-" + path)
		return []string{path}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		return mark(v.Index(0), path)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() || strings.HasSuffix(v.Type().String(), "gid.ID") {
			return nil
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Anonymous && f.Name != "Origin" {
				continue
			}
			marks = append(marks, mark(v.Field(i), strings.TrimPrefix(path+"."+f.Name, "."))...)
		}
	}
	return marks
}

// Of each kind of event, what is personal is taken out, and the rest stays and
// can be read.
func TestR53ForgetTakesOutWhatIsPersonal(t *testing.T) {
	t.Parallel()
	kinds, n := timeline.NewEvents(), 0
	for kind, e := range kinds {
		var data map[string]any
		marks := mark(reflect.ValueOf(e).Elem(), "")
		text, err := json.Marshal(e)
		testkit.Must(t, text, err)
		after, err := timeline.Impersonal(kind, text, uuid.Nil, "somebody") // the accounts that events name have no id here
		testkit.Must(t, after, err)
		if err := json.Unmarshal(after, &data); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		for _, m := range marks {
			name := reflect.TypeOf(e).Elem().Name() + "." + m
			stays := slices.Contains(kept, m) || slices.Contains(kept, name)
			if strings.Contains(string(after), `"canary-`+m+`"`) != stays {
				t.Errorf("%s: %s stays: %v, want %v. Is it personal?", kind, name, !stays, stays)
			}
			n++
		}
		if err := json.Unmarshal(after, reflect.New(reflect.TypeOf(e).Elem()).Interface()); err != nil {
			t.Errorf("%s cannot be read any more: %v", kind, err)
		}
	}
	if n < 60 {
		t.Errorf("only %d texts were looked at", n)
	}
}

// More events than fit into one transaction are forgotten, of one's own acts and
// of others' on oneself; other people's names stay.
func TestForgetGoesThroughTheWholeTimeline(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	a := w.App(eve, "shop")
	for range 21 {
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
			for range 10 {
				if err := w.Log.Record(ada, tx, &timeline.SSHKeyAddedEvent{Name: "ada-key"}); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	w.Member(eve, a, "ada", ada, "LIMITED")
	testkit.Must(t, 0, w.Log.Forget(t.Context(), viewer.ID(ada), "somebody"))
	platform := viewer.AsSystem(t.Context())
	eves := 0
	for _, e := range w.DB.Event.Query().AllX(platform) {
		if all := fmt.Sprint(e.ActorName, e.AccountName, string(e.Data)); strings.Contains(all, "ada") {
			t.Errorf("left: %+v", e)
		}
		if e.ActorName == "eve" {
			eves++
		}
	}
	if eves != 3 {
		t.Errorf("eve did %d things", eves)
	}
	for _, e := range all(t, eve, w.Log, a.ID, timeline.Filter{}) {
		if h := timeline.HeadOf(e.Node); strings.Contains(h.Summary(eve), "ada") || h.Account.Username != "eve" && h.Account.Username != "somebody" {
			t.Errorf("shown is %s, %s", h.Summary(eve), h.Account.Username)
		}
	}
	checkNumbers(t, w)
}
