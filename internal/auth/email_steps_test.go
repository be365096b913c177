package auth_test

import (
	"fmt"
	"testing"
	"time"

	"portico/internal/emailchange"
	"portico/internal/testkit"
)

// unverifiedChange is ada, whose email was never verified, asking for another.
func unverifiedChange(t *testing.T) *moving {
	m := &moving{World: testkit.New(t)}
	_, err := m.Emails.RequestChange(m.Account("ada"), adaNew, false)
	testkit.Must(t, 0, err)
	m.new = m.Email(adaNew).Button.Secret
	return m
}

// Checking a link tells what confirming it then comes to, and leaves it unused.
func TestCheckTellsTheStepsLeft(t *testing.T) {
	t.Parallel()
	verified := func(t *testing.T) *moving { return asksToMove(t, false) }
	lost := func(t *testing.T) *moving { return asksToMove(t, true) }
	newLink := func(m *moving) string { return m.new }
	oldLink := func(m *moving) string { return m.old }
	for name, c := range map[string]struct {
		change func(*testing.T) *moving
		first  func(*moving) string // confirmed before, or nil
		link   func(*moving) string
		want   []string
	}{
		"the old email was never verified": {unverifiedChange, nil, newLink, []string{}},
		"the new of two":                   {verified, nil, newLink, []string{emailchange.ConfirmOldEmail}},
		"the old of two":                   {verified, nil, oldLink, []string{emailchange.ConfirmNewEmail}},
		"the new after the old":            {verified, oldLink, newLink, []string{}},
		"the old after the new":            {verified, newLink, oldLink, []string{}},
		"the old inbox is lost":            {lost, nil, newLink, []string{emailchange.Wait}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := c.change(t)
			if c.first != nil {
				done, err := m.confirm(c.first(m))
				testkit.Must(t, done, err)
			}
			for range 2 {
				got, err := m.Emails.Check(m.Browser().Request(), c.link(m))
				if testkit.Must(t, got, err); got.NewEmail != adaNew || fmt.Sprint(got.StepsLeft) != fmt.Sprint(c.want) {
					t.Errorf("checked: %+v, want %v", got, c.want)
				}
			}
			if row(m.World, "ada").Email != adaOld {
				t.Error("checking changed the email")
			}
			got, err := m.confirm(c.link(m))
			if testkit.Must(t, got, err); fmt.Sprint(got.StepsLeft) != fmt.Sprint(c.want) || got.Applied() != (len(c.want) == 0) {
				t.Errorf("confirmed: %+v, want %v", got, c.want)
			}
		})
	}
}

// A link that would confirm nothing tells nothing.
func TestCheckOfDeadLinks(t *testing.T) {
	t.Parallel()
	m := asksToMove(t, false)
	dead := func(what, secret string) {
		t.Helper()
		if got, err := m.Emails.Check(m.Browser().Request(), secret); wrong(err) != "token LINK_INVALID" || got.NewEmail != "" {
			t.Errorf("%s: %+v, %v", what, got, err)
		}
	}
	dead("no link", "x")
	revert := m.moves()
	dead("used", m.new)
	dead("of another purpose", revert)
	_, err := m.Emails.RequestChange(m.b.Request(), "ada@third.example", false)
	testkit.Must(t, 0, err)
	pending := m.Email("ada@third.example").Button.Secret
	m.Clock.Move(24 * time.Hour)
	dead("expired", pending)
}
