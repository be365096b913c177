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
	"internal/account/export.go:Exports.Sweep":                    "whose it was is not asked, but whether it has ended",
	"internal/account/export_job.go:Exports.make":                 "whose export is due: nobody is asking",
	"internal/account/export_job.go:Exports.notMade":              "the worker makes exports for accounts that are not asking",
	"internal/account/export_job.go:job.finish":                   "the platform tells the account that its export is ready",
	"internal/account/ssh_key.go:Keys.holder":                     "whose key it is: nobody is asking yet",
	"internal/account/ssh_key_proof.go:Keys.holding":              "which other account has a key that the viewer proves to hold",
	"internal/account/ssh_key_proof.go:Keys.release":              "a key is taken from another account by whoever proves to hold it",
	"internal/addon/report.go:Addons.Report":                      "the platform reports, to whoever owns the app",
	"internal/addon/simulation.go:Addons.SimulateJob":             "the simulated platform reports",
	"internal/apitoken/api_token.go:Tokens.RevokeLeaked":          "nobody is signed in: to hold the secret is the right",
	"internal/apitoken/find.go:Tokens.find":                       "a token is looked up before anybody is asking",
	"internal/attempt/attempt.go:Limiter.Attempts":                "what was tried in vain is nobody's",
	"internal/attempt/attempt.go:Limiter.Erase":                   "what was tried in vain is nobody's",
	"internal/attempt/attempt.go:Limiter.ForgetGuesses":           "what was tried in vain is nobody's",
	"internal/attempt/attempt.go:Limiter.Forgive":                 "what was tried in vain is nobody's",
	"internal/attempt/attempt.go:Limiter.Sweep":                   "failed attempts are nobody's",
	"internal/attempt/attempt.go:Limiter.count":                   "what was tried in vain is nobody's",
	"internal/attempt/attempt.go:Limiter.soon":                    "what was tried in vain is nobody's",
	"internal/attempt/sign_up.go:Limiter.MayAsk":                  "who signs up: nobody is asking yet",
	"internal/attempt/within.go:Limiter.save":                     "what was tried in vain is nobody's",
	"internal/auth/device.go:Sessions.AttemptSubject":             "signing in: there is no viewer yet",
	"internal/auth/device.go:Sessions.StartSubject":               "signing in: there is no viewer yet",
	"internal/auth/sign_in.go:Sessions.StartSession":              "the session that a sign-in replaces may be another account's",
	"internal/auth/sign_in.go:Sessions.StillHolds":                "signing in: there is no viewer yet",
	"internal/auth/sign_in.go:Sessions.VoidSessions":              "emailed links end sessions too, before there is a viewer",
	"internal/auth/sign_in.go:Sessions.asked":                     "whoever is signing in isn't signed in yet",
	"internal/auth/sign_in.go:Sessions.challenge":                 "whoever is signing in isn't signed in yet",
	"internal/auth/sign_in.go:Sessions.voidSteps":                 "whoever is signing in isn't signed in yet",
	"internal/auth/sign_in.go:replacedSession":                    "whoever is signing in isn't signed in yet",
	"internal/auth/lock.go:Lockout.LockOut":                       "a wrong password is tried by nobody",
	"internal/auth/password_set.go:HasFactor":                     "signing in: there is no viewer yet",
	"internal/auth/password_set.go:Passwords.SetPassword":         "emailed links set passwords too, before there is a viewer",
	"internal/auth/registrar.go:Registrar.Create":                 "an account is made before anybody can be it",
	"internal/auth/sweep.go:Sessions.Sweep":                       "whose it was is not asked, but whether it has ended",
	"internal/billing/vat.go:Profiles.check":                      "what is due is due for every account",
	"internal/metering/metering.go:Meter.Report":                  "what runs is reported by the platform",
	"internal/metering/metering.go:Meter.each":                    "lifespans are written by the platform alone; the caller has locked the app",
	"internal/metering/metering.go:Meter.order":                   "lifespans are written by the platform alone; the caller has locked the app",
	"internal/metering/metering.go:Meter.resource":                "the owner pays for what a collaborator orders; the caller has locked the app",
	"internal/container/container.go:Containers.Report":           "what runs is reported by the platform",
	"internal/container/container.go:Containers.create":           "which resource a type had is the platform's to know; the caller has locked the app",
	"internal/container/formation.go:formation.forget":            "a type that runs nothing gives its place away by an order that the viewer may give",
	"internal/ledger/post.go:compare":                             "what was posted under a key decides for every caller; it is compared and not shown",
	"internal/container/simulation.go:Containers.SimulateJob":     "the platform that is simulated is no account",
	"internal/platform/start.go:Gate.passed":                      "the billing profile is the owner's, and collaborators start things",
	"internal/platform/status.go:SaveStatus":                      "the app's row is its owner's, and collaborators scale it",
	"internal/catalog/store.go:Store.Apply":                       "the operator applies it, who is no account",
	"internal/catalog/store.go:Store.Text":                        "the operator reads it, who is no account",
	"internal/catalog/store.go:newest":                            "whether plans and prices, which are public, were changed",
	"internal/deletion/removal.go:Deletions.markRemoved":          "the platform removes, to the account",
	"internal/emailchange/email_change.go:Emails.CancelPending":   "changes end also by emailed links, and by themselves",
	"internal/emailchange/email_change.go:Emails.taken":           "addresses are taken by accounts that one does not see",
	"internal/emailchange/email_confirm.go:Emails.apply":          "a change takes effect by emailed links, and by itself",
	"internal/emailchange/email_confirm.go:Emails.change":         "nobody is signed in: to hold the emailed secret is the right",
	"internal/emailchange/email_confirm.go:Emails.confirm":        "holding the emailed secret is the right",
	"internal/emailchange/email_confirm.go:Emails.move":           "holding the emailed secret is the right",
	"internal/emailchange/email_due.go:Emails.inTx":               "a change takes effect, or ends, when nobody is asking",
	"internal/github/github.go:Github.start":                      "a way to GitHub is begun before it is known whose it is",
	"internal/github/github_account.go:Github.known":              "who comes from GitHub: nobody is asking yet",
	"internal/github/github_account.go:Github.linked":             "an OAuth flow starts before it is known whose it is",
	"internal/github/github_account.go:Github.unverified":         "an OAuth flow starts before it is known whose it is",
	"internal/github/github_account.go:Github.username":           "names are taken by accounts that one does not see",
	"internal/github/github_account.go:Github.verified":           "GitHub has seen the address to be theirs",
	"internal/github/github_flow.go:Github.bound":                 "an OAuth flow starts before it is known whose it is",
	"internal/github/github_flow.go:Github.release":               "an OAuth flow starts before it is known whose it is",
	"internal/github/github_return.go:Github.take":                "an OAuth flow starts before it is known whose it is",
	"internal/maillink/link.go:Links.Find":                        "links are followed by people who are not signed in",
	"internal/maillink/link.go:Links.Held":                        "addresses are held by accounts that one does not see",
	"internal/maillink/link.go:save":                              "links are also made for whoever is not signed in",
	"internal/maillink/link.go:Links.Use":                         "nobody is signed in: to hold the emailed secret is the right",
	"internal/maillink/link.go:Links.Void":                        "links are followed by people who are not signed in",
	"internal/notify/holding.go:erase":                            "the outbox is the platform's alone, also what is for this account",
	"internal/notify/outbox.go:Outbox.Post":                       "the outbox is the platform's alone",
	"internal/notify/outbox.go:Outbox.Sweep":                      "the outbox is the platform's alone",
	"internal/notify/send.go:Outbox.SendJob":                      "the outbox is the platform's alone",
	"internal/notify/send.go:Outbox.notSent":                      "the outbox is the platform's alone",
	"internal/notify/tell.go:Outbox.From":                         "the outbox is the platform's alone",
	"internal/metering/metering.go:Meter.Finish":                  "what is paid for is the platform's alone to write",
	"internal/oneoff/holding.go:OneOffs.anonymize":                "one-offs that have ended are never changed, but for a name that is taken off",
	"internal/oneoff/oneoff.go:within":                            "the limit counts all apps of the owner, whoever runs a one-off",
	"internal/oneoff/oneoff.go:OneOffs.Take":                      "those on apps that are about to be the viewer's; the caller has locked both accounts and the apps",
	"internal/oneoff/report.go:OneOffs.Report":                    "the platform reports, who is no account",
	"internal/oneoff/simulation.go:OneOffs.SimulateJob":           "what is due is due for every app",
	"internal/operator/account.go:Operators.Account":              "an operator asks, who is no account",
	"internal/operator/account.go:Operators.OwnedApps":            "an operator asks, who is no account",
	"internal/operator/account.go:Operators.Work":                 "an operator asks, who is no account",
	"internal/operator/account.go:Operators.works":                "an operator asks, who is no account",
	"internal/operator/report.go:Operators.report":                "an operator's platform reports, on every account's apps",
	"internal/operator/token.go:Operators.Create":                 "an operator's token is nobody's",
	"internal/operator/token.go:Operators.Find":                   "an operator's token is nobody's",
	"internal/operator/token.go:Operators.List":                   "an operator's token is nobody's",
	"internal/operator/token.go:Operators.Revoke":                 "an operator's token is nobody's",
	"internal/operator/token.go:Operators.RevokeLeaked":           "an operator's token is nobody's",
	"internal/operator/token.go:Operators.used":                   "an operator's token is nobody's",
	"internal/operator/token.go:still":                            "an operator's token is nobody's",
	"internal/passkey/ceremony.go:Passkeys.hold":                  "a ceremony is begun before it is known whose it is",
	"internal/passkey/ceremony.go:Passkeys.take":                  "a ceremony begins before it is known whose it is; an account's is bound to the viewer",
	"internal/passkey/holding.go:eraseAll":                        "a ceremony is the platform's, also one of this account",
	"internal/passkey/passkey_proof.go:Passkeys.holding":          "whose passkey it is: nobody is asking yet",
	"internal/passkey/passkey_proof.go:Passkeys.notProven":        "a wrong passkey is tried by nobody",
	"internal/platform/app.go:Apps.deleteOne":                     "who may delete it was asked before, and collaborators delete review apps",
	"internal/platform/app.go:deleteDeployments":                  "deployments are never changed, and go with their app",
	"internal/platform/app.go:deleteOneOffs":                      "one-offs that have ended go with their app alone",
	"internal/platform/collaborator.go:Collaborators.Invitations": "the invited see app and owner by the invitation alone",
	"internal/platform/collaborator.go:Collaborators.find":        "the invited see the app by the invitation alone, and the viewer sees the row",
	"internal/platform/collaborator.go:invitable":                 "usernames are no secret to anyone who invites",
	"internal/platform/deployment.go:Deployments.Record":          "the right was asked when the push began, and may be gone since",
	"internal/platform/deployment.go:Deployments.deploySome":      "the right was asked when the push began, and the app's row is its owner's",
	"internal/platform/deployment.go:asNow":                       "whose push it was is asked, because the account may be gone",
	"internal/platform/holding.go:Apps.collaborations":            "the invited see the app by the invitation alone",
	"internal/platform/holding.go:Collaborators.leaveSome":        "the invited see the app by the invitation alone",
	"internal/platform/holding.go:Deployments.anonymize":          "deployments are never changed, but for a name that is taken off",
	"internal/platform/review_app.go:LockReviews":                 "what happens to an app happens to its review apps, also when a collaborator does it",
	"internal/platform/review_app.go:ReviewApps.create":           "a collaborator makes it for the owner, and names are unique over all apps",
	"internal/platform/transfer.go:Transfers.ExpireJob":           "what is due is due for every app",
	"internal/platform/transfer.go:Transfers.accept":              "an app changes its owner, who has offered it, by whom it was offered to",
	"internal/platform/transfer.go:Transfers.find":                "the other account may be unknown to the viewer by now, and the viewer sees the row",
	"internal/platform/transfer.go:Transfers.may":                 "the apps and resources of two accounts are counted",
	"internal/platform/transfer.go:cancelOffers":                  "an offer ends with its app, or the place of whom it was made to, whoever takes that away",
	"internal/platform/transfer.go:cancelTransfer":                "who may cancel was asked before, and offers also expire",
	"internal/sandbox/clock.go:Clock.Advance":                     "due work is nobody's",
	"internal/sandbox/clock.go:Clock.State":                       "due work is nobody's",
	"internal/sandbox/clock.go:Clock.save":                        "the clock is everybody's",
	"internal/sandbox/clock.go:Clock.instant":                     "due work is nobody's",
	"internal/sandbox/clock.go:Offset":                            "the clock is everybody's",
	"internal/sandbox/demo.go:Seed":                               "is there any account at all",
	"internal/sandbox/mailbox.go:Mailbox.email":                   "a sandbox shows every email to everybody",
	"internal/sandbox/mailbox.go:Mailbox.emails":                  "a sandbox shows every email to everybody",
	"internal/signin/holding.go:eraseRequests":                    "nobody has a request, but this account has its email",
	"internal/signin/recovery.go:Recovery.AnswerJob":              "who forgot their password is not signed in",
	"internal/signin/recovery.go:Recovery.notAnswered":            "a request that was given up is nobody's",
	"internal/signin/recovery.go:Recovery.Request":                "whoever is signing in isn't signed in yet",
	"internal/signin/second_step.go:SecondSteps.beginStep":        "whoever is signing in isn't signed in yet",
	"internal/signin/second_step.go:SecondSteps.orWrong":          "whoever is signing in isn't signed in yet",
	"internal/signin/second_step.go:SecondSteps.step":             "whoever is signing in isn't signed in yet",
	"internal/signin/second_step.go:SecondSteps.takeStep":         "whoever is signing in isn't signed in yet",
	"internal/signin/sign.go:Accounts.byLogin":                    "signing in: there is no viewer yet",
	"internal/signin/sign_guess.go:Accounts.noteWrong":            "a wrong password is tried by nobody",
	"internal/signin/sign_taken.go:Accounts.free":                 "names are taken by accounts that one does not see",
	"internal/store/viewer.go:stillSignedIn":                      "a token does not see itself, and its own ID is looked up",
	"internal/testkit/browser.go:World.outbox":                    "tests read everybody's emails",
	"internal/testkit/world.go:World.Invited":                     "tests invite in bulk",
	"internal/timeline/forget.go:Log.forget":                      "the log is the platform's alone to write",
	"internal/timeline/record.go:Log.OpenAccount":                 "the log is the platform's alone to write",
	"internal/timeline/record.go:Log.OpenApp":                     "the log is the platform's alone to write",
	"internal/timeline/record.go:batch.commit":                    "the log is the platform's alone to write",
	"internal/twofactor/recovery_code.go:Factors.RecoveryCode":    "who has proven one factor is nobody yet",
	"internal/twofactor/two_factor_lost.go:Factors.Lose":          "an operator asks for it, who is no account",
	"internal/twofactor/two_factor_lost.go:Factors.lostJob":       "what is due is due for every account",
	"server/git.go:program.ownedApps":                             "an app's quota counts all apps of its owner, whoever pushes",
	"server/git.go:program.ownerOf":                               "whose quota a push counts for: pushers needn't own the app",
	"server/git.go:program.sweepRepositories":                     "whose app it was is not asked, but whether it is there",
	"server/keys.go:rotation.reseal":                              "secrets of all are re-encrypted",
}

func TestPlacesThatActAsThePlatform(t *testing.T) {
	t.Parallel()
	found := map[string]bool{}
	for path, file := range testkit.Sources(t) {
		for _, as := range []string{"viewer.AsSystem", "viewer.AsOperator"} {
			for _, in := range testkit.Calls(file, as) {
				found[path+":"+in] = true
			}
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
