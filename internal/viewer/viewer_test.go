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
	"internal/account/ssh_key_proof.go:Keys.holding":              "which other account has a key that the viewer proves to hold",
	"internal/account/ssh_key_proof.go:Keys.release":              "a key is taken from another account by whoever proves to hold it",
	"internal/auth/sign.go:Accounts.byLogin":                      "who signs in: nobody is asking yet",
	"internal/auth/sign.go:Accounts.create":                       "an account is made before anybody can be it",
	"internal/auth/sign_taken.go:Accounts.free":                   "names are taken by accounts that one does not see",
	"internal/auth/api_token.go:Tokens.RevokeLeaked":              "nobody is signed in: to hold the secret is the right",
	"internal/auth/api_token.go:Tokens.find":                      "a token is looked up before anybody is asking",
	"internal/auth/attempt.go:Parts.SweepAttempts":                "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.attempts":                     "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.count":                        "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.forgetGuesses":                "what was tried in vain is nobody's",
	"internal/auth/sign_up_limit.go:Parts.mayAsk":                 "who signs up: nobody is asking yet",
	"internal/auth/attempt.go:Parts.forgive":                      "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.soon":                         "what was tried in vain is nobody's",
	"internal/auth/attempt.go:Parts.within":                       "what was tried in vain is nobody's",
	"internal/auth/two_factor_lost.go:Factors.Lose":               "an operator asks for it, who is no account",
	"internal/auth/two_factor_lost.go:Factors.LostDue":            "what is due is due for every account",
	"internal/auth/device.go:Parts.subjectOf":                     "who signs in: nobody is asking yet",
	"internal/auth/door.go:Parts.asked":                           "the same",
	"internal/auth/door.go:Parts.halfway":                         "the same: who has proven one factor is nobody yet",
	"internal/auth/door.go:Parts.startSession":                    "the session that a sign-in replaces may be another account's",
	"internal/auth/door.go:replacedSession":                       "the same",
	"internal/auth/door.go:Parts.still":                           "who signs in: nobody is asking yet",
	"internal/auth/door.go:Parts.voidSessions":                    "sessions end also by mailed links, before anybody is asking",
	"internal/auth/door.go:Parts.voidSteps":                       "the same",
	"internal/auth/lock.go:Parts.lockOut":                         "a wrong password is tried by nobody",
	"internal/auth/password_set.go:Parts.setPassword":             "a password is set also by mailed links, before anybody is asking",
	"internal/auth/password_set.go:hasFactor":                     "who signs in: nobody is asking yet",
	"internal/auth/recovery_code.go:Parts.recoveryCode":           "who has proven one factor is nobody yet",
	"internal/auth/second_step.go:Parts.beginStep":                "the same",
	"internal/auth/second_step.go:Parts.orWrong":                  "the same",
	"internal/auth/second_step.go:Parts.step":                     "the same",
	"internal/auth/second_step.go:Parts.takeStep":                 "the same",
	"internal/auth/sign_guess.go:Accounts.noteWrong":              "a wrong password is tried by nobody",
	"internal/auth/revoke.go:Parts.revokeAll":                     "somebody else proved to own the account's address",
	"internal/auth/email_change.go:Emails.taken":                  "addresses are taken by accounts that one does not see",
	"internal/auth/email_change.go:Parts.cancelPending":           "changes end also by mailed links, and by themselves",
	"internal/auth/email_confirm.go:Emails.apply":                 "a change takes effect by mailed links, and by itself",
	"internal/auth/email_confirm.go:Emails.change":                "nobody is signed in: to hold the mailed secret is the right",
	"internal/auth/email_confirm.go:Emails.confirm":               "the same",
	"internal/auth/email_confirm.go:Emails.move":                  "the same",
	"internal/auth/email_due.go:Emails.each":                      "a change takes effect, or ends, when nobody is asking",
	"internal/auth/email_revert.go:Parts.held":                    "addresses are held by accounts that one does not see",
	"internal/auth/link.go:Parts.follow":                          "nobody is signed in: to hold the mailed secret is the right",
	"internal/auth/link.go:Parts.keepLink":                        "links are also made for whoever is not signed in",
	"internal/auth/link.go:Parts.live":                            "the same",
	"internal/auth/recovery.go:Recovery.Answer":                   "who forgot their password is not signed in",
	"internal/auth/recovery.go:Recovery.Request":                  "the same",
	"internal/auth/link.go:Parts.voidLinks":                       "the same",
	"internal/auth/removal.go:Closing.RemoveDue":                  "accounts that close have nobody who asks",
	"internal/auth/removal.go:Closing.eraseTraces":                "what the platform keeps about an account is the platform's",
	"internal/auth/removal.go:Closing.forgetPushes":               "deployments are never changed, but for a name that is taken off",
	"internal/auth/removal.go:Closing.leaveSome":                  "the invited see the app by the invitation alone",
	"internal/auth/removal.go:Closing.markRemoved":                "the platform removes, to the account",
	"internal/auth/sweep.go:Parts.Sweep":                          "whose it was is not asked, but whether it has ended",
	"internal/account/export.go:Exports.Sweep":                    "whose it was is not asked, but whether it has ended",
	"internal/account/export_job.go:Exports.make":                 "whose export is due: nobody is asking",
	"internal/account/export_job.go:Exports.notMade":              "the same",
	"internal/account/export_job.go:job.finish":                   "the platform tells the account that its export is ready",
	"internal/account/export_pack.go:job.collaborations":          "the invited see the app by the invitation alone",
	"internal/timeline/forget.go:Log.forget":                      "the log is the platform's alone to write",
	"internal/auth/ceremony.go:Passkeys.hold":                     "a ceremony is begun before it is known whose it is",
	"internal/auth/ceremony.go:Passkeys.take":                     "the same; one that is an account's is bound to the viewer's",
	"internal/auth/passkey_proof.go:Passkeys.holding":             "whose passkey it is: nobody is asking yet",
	"internal/auth/passkey_proof.go:Passkeys.notProven":           "a wrong passkey is tried by nobody",
	"internal/auth/github.go:Github.start":                        "a way to GitHub is begun before it is known whose it is",
	"internal/auth/github_flow.go:Github.bound":                   "the same",
	"internal/auth/github_flow.go:Github.release":                 "the same",
	"internal/auth/github_return.go:Github.take":                  "the same; one that is a session's is bound to the viewer's",
	"internal/auth/github_account.go:Github.known":                "who comes from GitHub: nobody is asking yet",
	"internal/auth/github_account.go:Github.linked":               "the same",
	"internal/auth/github_account.go:Github.unverified":           "the same, and whose the address is",
	"internal/auth/github_account.go:Github.username":             "names are taken by accounts that one does not see",
	"internal/auth/github_account.go:Github.verified":             "GitHub has seen the address to be theirs",
	"internal/notify/tell.go:Outbox.From":                         "the outbox is the platform's alone",
	"internal/notify/outbox.go:Outbox.Post":                       "the outbox is the platform's alone",
	"internal/notify/send.go:Outbox.SendJob":                      "the outbox is the platform's alone",
	"internal/notify/send.go:Outbox.notSent":                      "the outbox is the platform's alone",
	"internal/notify/outbox.go:Outbox.Sweep":                      "the outbox is the platform's alone",
	"internal/testkit/browser.go:World.outbox":                    "tests read everybody's letters",
	"internal/platform/collaborator.go:Collaborators.Invitations": "the invited see app and owner by the invitation alone",
	"internal/platform/collaborator.go:Collaborators.find":        "the same, after the viewer was seen to see the row",
	"internal/platform/collaborator.go:invitable":                 "user names are no secret to who invites",
	"internal/platform/deployment.go:Deployments.Record":          "the right was asked when the push began, and may be gone since",
	"internal/platform/deployment.go:asNow":                       "whose push it was is asked, because the account may be gone",
	"internal/platform/deployment.go:Deployments.deploy":          "the same, and the app's row is its owner's",
	"server/git.go:program.ownedApps":                             "an app's quota counts all apps of its owner, whoever pushes",
	"internal/testkit/world.go:World.Invited":                     "tests invite in bulk",
	"server/git.go:program.sweepRepositories":                     "whose app it was is not asked, but whether it is there",
	"internal/timeline/record.go:Log.OpenAccount":                 "the log is the platform's alone to write",
	"internal/timeline/record.go:Log.OpenApp":                     "the log is the platform's alone to write",
	"internal/timeline/record.go:batch.commit":                    "the log is the platform's alone to write",
	"server/keys.go:rotation.reseal":                              "secrets of all are encrypted anew",
	"internal/sandbox/mailbox.go:Mailbox.email":                   "a sandbox shows every letter to everybody",
	"internal/sandbox/mailbox.go:Mailbox.emails":                  "a sandbox shows every letter to everybody",
	"internal/sandbox/demo.go:Seed":                               "is there any account at all",
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
