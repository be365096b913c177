package account

import (
	"context"
	"fmt"

	"portico/ent"
	"portico/ent/account"
	"portico/internal/naming"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// Profiles changes the profiles of accounts.
type Profiles struct {
	DB  *store.DB
	Log *timeline.Log
}

// ProfileChange is what to change; nil leaves a field as it is.
type ProfileChange struct {
	Username, FullName, Location, Company *string
	Newsletter                            *bool
	Language                              *account.Language
	Theme                                 *account.Theme
	TimeZone                              *string
}

// Update changes the viewer's profile. If nothing differs, nothing happens.
func (p Profiles) Update(ctx context.Context, c ProfileChange) (*ent.Account, error) {
	c, err := c.checked()
	if err != nil {
		return nil, err
	}
	a, err := store.InTx(ctx, p.DB, func(tx *ent.Tx) (*ent.Account, error) {
		old, err := store.LockViewer(ctx, p.DB, tx)
		if err != nil {
			return nil, err
		}
		u := old.Update()
		fields := c.apply(u, old)
		if len(fields) == 0 {
			return old, nil
		}
		saved, err := u.Save(ctx)
		if ent.IsConstraintError(err) {
			return nil, problem.In("username", problem.Taken, "This username is taken. Choose another one.")
		} else if err != nil {
			return nil, fmt.Errorf("save profile: %w", err)
		}
		return saved, p.Log.Record(renamed(ctx, saved), tx, &timeline.ProfileUpdatedEvent{Fields: fields})
	})
	if err != nil {
		return nil, err
	}
	if v, ok := viewer.From(ctx); ok { // the rest of the answer is for the changed account
		v.Username, v.Language, v.TimeZone = a.Username, string(a.Language), a.TimeZone
		viewer.Become(ctx, v)
	}
	return a.Unwrap(), nil
}

// renamed is the context in which the viewer has the name that was just saved.
func renamed(ctx context.Context, a *ent.Account) context.Context {
	v, _ := viewer.From(ctx)
	v.Username = a.Username
	return viewer.With(ctx, v)
}

// checked normalizes the texts and returns all problems at once, in the order of the
// form.
func (c ProfileChange) checked() (ProfileChange, error) {
	var wrong []*problem.Input
	if c.Username != nil {
		wrong = append(wrong, naming.Username("username", *c.Username))
	}
	for _, f := range []struct {
		field string
		text  **string
	}{{"fullName", &c.FullName}, {"location", &c.Location}, {"company", &c.Company}} {
		if *f.text != nil {
			tidy, p := naming.Label(f.field, **f.text)
			*f.text, wrong = &tidy, append(wrong, p)
		}
	}
	if c.TimeZone != nil {
		wrong = append(wrong, naming.TimeZone("timeZone", *c.TimeZone))
	}
	return c, problem.Collect(wrong...)
}

// apply sets what differs and returns which fields those are.
func (c ProfileChange) apply(u *ent.AccountUpdateOne, old *ent.Account) []timeline.ProfileField {
	var fields []timeline.ProfileField
	change := func(name timeline.ProfileField, differs bool, set func()) {
		if differs {
			set()
			fields = append(fields, name)
		}
	}
	change("USERNAME", differs(c.Username, old.Username), func() { u.SetUsername(*c.Username) })
	change("FULL_NAME", differs(c.FullName, old.FullName), func() { u.SetFullName(*c.FullName) })
	change("LOCATION", differs(c.Location, old.Location), func() { u.SetLocation(*c.Location) })
	change("COMPANY", differs(c.Company, old.Company), func() { u.SetCompany(*c.Company) })
	change("NEWSLETTER", differs(c.Newsletter, old.Newsletter), func() { u.SetNewsletter(*c.Newsletter) })
	change("LANGUAGE", differs(c.Language, old.Language), func() { u.SetLanguage(*c.Language) })
	change("THEME", differs(c.Theme, old.Theme), func() { u.SetTheme(*c.Theme) })
	change("TIME_ZONE", differs(c.TimeZone, old.TimeZone), func() { u.SetTimeZone(*c.TimeZone) })
	return fields
}

func differs[T comparable](wanted *T, is T) bool { return wanted != nil && *wanted != is }
