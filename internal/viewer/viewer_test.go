package viewer_test

import (
	"go/ast"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"portico/internal/testkit"
	"portico/internal/viewer"
)

// asSystem are the places that act as the platform, each with why it must.
var asSystem = map[string]string{
	"internal/account/ssh_key.go:Keys.holder":                     "whose key it is: nobody is asking yet",
	"internal/auth/sign.go:Accounts.byLogin":                      "who signs in: nobody is asking yet",
	"internal/auth/sign.go:Accounts.create":                       "an account is made before anybody can be it",
	"internal/auth/sign.go:Accounts.free":                         "names are taken by accounts that one does not see",
	"internal/auth/api_token.go:Tokens.RevokeLeaked":              "nobody is signed in: to hold the secret is the right",
	"internal/auth/api_token.go:Tokens.find":                      "a token is looked up before anybody is asking",
	"internal/auth/attempt.go:Parts.SweepAttempts":                "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.attempts":                     "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.count":                        "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.forgive":                      "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.within":                       "what was tried in vain is nobody's",
	"internal/auth/link.go:Parts.follow":                          "nobody is signed in: to hold the mailed secret is the right",
	"internal/auth/link.go:Parts.linkTo":                          "links are also made for whoever is not signed in",
	"internal/auth/link.go:Parts.voidLinks":                       "the same",
	"internal/notify/outbox.go:Outbox.Post":                       "the outbox is the platform's alone",
	"internal/notify/outbox.go:Outbox.SendDue":                    "the outbox is the platform's alone",
	"internal/notify/outbox.go:Outbox.Sweep":                      "the outbox is the platform's alone",
	"internal/testkit/browser.go:World.outbox":                    "tests read everybody's letters",
	"internal/platform/collaborator.go:Collaborators.Invitations": "the invited see app and owner by the invitation alone",
	"internal/platform/collaborator.go:Collaborators.find":        "the same, after the viewer was seen to see the row",
	"internal/platform/collaborator.go:invitable":                 "user names are no secret to who invites",
	"internal/platform/deployment.go:Deployments.Record":          "the right was asked when the push began, and may be gone since",
	"internal/platform/deployment.go:Deployments.deploy":          "the same, and the app's row is its owner's",
	"server/git.go:program.sweepRepositories":                     "whose app it was is not asked, but whether it is there",
	"internal/timeline/record.go:Log.OpenAccount":                 "the log is the platform's alone to write",
	"internal/timeline/record.go:Log.OpenApp":                     "the log is the platform's alone to write",
	"internal/timeline/record.go:batch.commit":                    "the log is the platform's alone to write",
	"server/keys.go:rotation.reseal":                              "secrets of all are encrypted anew",
	"server/mailbox.go:program.letter":                            "a sandbox shows every letter to everybody",
	"server/mailbox.go:program.letters":                           "a sandbox shows every letter to everybody",
	"server/seed.go:program.seedEmpty":                            "is there any account at all",
	"server/seed.go:seedCommand.Run":                              "is there any account at all",
}

func TestPlacesThatActAsThePlatform(t *testing.T) {
	t.Parallel()
	found := map[string]bool{}
	for path, file := range testkit.Sources(t) {
		for _, in := range testkit.Calls(file, "viewer.AsSystem") {
			found[path+":"+in] = true
		}
		if len(testkit.Calls(file, "privacy.DecisionContext")) > 0 {
			t.Errorf("%s decides beforehand what ownership shall say: act as somebody instead", path)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sets(n, "System", "true") && path != "internal/viewer/viewer.go" {
				t.Errorf("%s makes a viewer that is the platform: call viewer.AsSystem, so that this test sees it", path)
			}
			return true
		})
	}
	for place := range found {
		if asSystem[place] == "" {
			t.Errorf("%s acts as the platform, past every rule of ownership. If no viewer can do it, add it here with the reason; "+
				"what it reads or writes must be bound to the viewer by the code around it.", place)
		}
	}
	for place := range asSystem {
		if !found[place] {
			t.Errorf("%s does not act as the platform any more: take it off the list", place)
		}
	}
}

// sets tells whether n gives a field, or a variable of that name, a value.
func sets(n ast.Node, field, value string) bool {
	named := func(e ast.Expr) bool {
		if s, ok := e.(*ast.SelectorExpr); ok {
			e = s.Sel
		}
		i, ok := e.(*ast.Ident)
		return ok && i.Name == field
	}
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		v, ok := n.Value.(*ast.Ident)
		return named(n.Key) && ok && v.Name == value
	case *ast.AssignStmt:
		return slices.ContainsFunc(n.Lhs, named)
	}
	return false
}

// A request that signs in is answered to whom it has become, in every context
// derived from it; another request is not.
func TestBecomeAndLeave(t *testing.T) {
	t.Parallel()
	request, other := viewer.WithNobody(t.Context()), viewer.WithNobody(t.Context())
	ada := viewer.Viewer{AccountID: uuid.Must(uuid.NewV7()), Username: "ada"}
	if v, ok := viewer.From(request); ok || v.AccountID != uuid.Nil {
		t.Errorf("before: %+v", v)
	}
	inner := viewer.With(request, viewer.Viewer{Username: "inner"})
	viewer.Become(request, ada)
	if v, ok := viewer.From(request); !ok || v.Username != "ada" || viewer.ID(request) != ada.AccountID {
		t.Errorf("after: %+v", v)
	}
	if v, _ := viewer.From(inner); v.Username != "inner" {
		t.Errorf("what runs as somebody else became %+v", v)
	}
	if _, ok := viewer.From(other); ok || viewer.ID(other) != uuid.Nil {
		t.Error("another request became her too")
	}
	viewer.Leave(request)
	if _, ok := viewer.From(request); ok {
		t.Error("somebody asks still")
	}
	viewer.Become(t.Context(), ada) // no request: nothing happens
	if _, ok := viewer.From(t.Context()); ok {
		t.Error("somebody asks outside of a request")
	}
}

// The fields of one request are resolved side by side.
func TestViewerIsReadWhileItChanges(t *testing.T) {
	t.Parallel()
	ctx := viewer.WithNobody(t.Context())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 1000 {
				viewer.Become(ctx, viewer.Viewer{Username: "ada", Language: "FR"})
				if v, ok := viewer.From(ctx); ok && v.Language != "FR" {
					t.Errorf("half of a viewer: %+v", v)
				}
				viewer.Leave(ctx)
			}
		})
	}
	wg.Wait()
}
