package graph_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"testing"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
	"golang.org/x/oauth2"

	"portico/ent"
	"portico/ent/account"
	entapitoken "portico/ent/apitoken"
	"portico/ent/attempt"
	"portico/ent/collaborator"
	"portico/ent/migrate"
	"portico/ent/session"
	"portico/graph/generated"
	"portico/graph/model"
	"portico/internal/addon"
	"portico/internal/apitoken"
	"portico/internal/browser"
	"portico/internal/container"
	"portico/internal/gid"
	"portico/internal/problem"
	"portico/internal/signin"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// A latecomer is ada, whose request is being carried out while its session or token
// ends.
type latecomer struct {
	*testkit.World
	m    generated.MutationResolver
	ada  context.Context // as she asks elsewhere
	late context.Context
	here *testkit.Browser // a session of hers that goes on
}

func newLatecomer(t *testing.T) *latecomer {
	w := testkit.New(t)
	w.Github.OAuth = &oauth2.Config{ClientID: "portico", Endpoint: oauth2.Endpoint{AuthURL: "https://github.test/authorize"}}
	l := &latecomer{World: w, m: resolver(w).Mutation(), ada: w.Verified("ada")}
	l.late, l.here = w.SignedIn("ada").Request(), w.SignedIn("ada")
	return l
}

// withToken has the request come with an API token instead.
func (l *latecomer) withToken() {
	made, err := l.Tokens.Create(l.ada, apitoken.NewToken{Name: "late", Scopes: []string{"APPS_WRITE", "KEYS_WRITE", "PROFILE_WRITE", "TOKENS_WRITE"}})
	testkit.Must(l.T, made, err)
	v, ok, err := l.Tokens.Find(l.T.Context(), made.Text, "192.0.2.7")
	testkit.Must(l.T, ok, err)
	l.late = browser.With(viewer.With(l.T.Context(), v), browser.Browser{Address: "192.0.2.7"})
}

// change changes ada's account.
func (l *latecomer) change(fn func(*ent.AccountUpdateOne) *ent.AccountUpdateOne) {
	testkit.Must(l.T, 0, store.Do(l.ada, l.DB, func(tx *ent.Tx) error {
		return fn(tx.Account.UpdateOneID(viewer.ID(l.ada))).Exec(l.ada)
	}))
}

// linked gives ada a GitHub account.
func (l *latecomer) linked() {
	testkit.Must(l.T, 0, store.Do(l.ada, l.DB, func(tx *ent.Tx) error {
		return tx.GithubIdentity.Create().SetGithubID(7).SetLogin("octocat").SetCreatedAt(l.Clock.Now()).Exec(l.ada)
	}))
}

// member makes bob a member of an app of ada's.
func (l *latecomer) member() *ent.Collaborator {
	return l.Member(l.ada, l.App(l.ada, "shop"), "bob", l.Account("bob"), collaborator.RoleLIMITED)
}

// offered is an app of bob's that is offered to ada.
func (l *latecomer) offered() *ent.AppTransfer {
	bob := l.Verified("bob")
	a := l.App(bob, "store")
	l.Member(bob, a, "ada", l.ada, collaborator.RoleLIMITED)
	t, err := l.Transfers.Offer(bob, a.ID, "ada")
	return testkit.Must(l.T, t, err)
}

// running is an app of ada's with a container.
func (l *latecomer) running() *ent.App {
	a, err := l.Containers.Scale(l.ada, l.App(l.ada, "shop").ID, []*container.Wanted{{Type: "web", Amount: 1}})
	return testkit.Must(l.T, a, err)
}

// addon is an add-on of ada's of which the platform has reported something.
func (l *latecomer) addon(state addon.State) *ent.Addon {
	a, err := l.Addons.Provision(l.ada, l.App(l.ada, "shop").ID, addon.Wanted{Plan: "redis-s"})
	testkit.Must(l.T, a, err)
	system := viewer.AsSystem(l.T.Context())
	testkit.Must(l.T, 0, store.Do(system, l.DB, func(tx *ent.Tx) error {
		return l.Addons.Report(system, tx, addon.Fact{Addon: a.ID, State: state, At: l.Clock.Now(), Key: "reported"})
	}))
	return a
}

func (l *latecomer) key() *ent.SSHKey {
	key, err := l.Keys.Add(l.ada, "laptop", testkit.PublicKey(l.T))
	return testkit.Must(l.T, key, err)
}

func (l *latecomer) token() *ent.APIToken {
	made, err := l.Tokens.Create(l.ada, apitoken.NewToken{Name: "program", Scopes: []string{"APPS_READ"}})
	return testkit.Must(l.T, made, err).Token
}

// proven is a key of ada's with the signature that proves it.
func (l *latecomer) proven() model.ProveSSHKeyInput {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	signer, err2 := ssh.NewSignerFromKey(testkit.Must(l.T, private, err))
	line := string(ssh.MarshalAuthorizedKey(testkit.Must(l.T, signer, err2).PublicKey()))
	_, err = l.Keys.Add(l.ada, "laptop", line)
	testkit.Must(l.T, 0, err)
	c, err := l.Keys.Challenge(l.ada, line)
	testkit.Must(l.T, c, err)
	signature, err := sshsig.Sign(strings.NewReader(c.Text), signer, sshsig.HashSHA512, c.Namespace)
	return model.ProveSSHKeyInput{Name: "laptop", PublicKey: line, Challenge: c.Text, Signature: string(sshsig.Armor(testkit.Must(l.T, signature, err)))}
}

// done is the error of a mutation, or what its payload says is wrong.
func done(payload any, err error) error {
	if err != nil {
		return err
	}
	if wrong := reflect.ValueOf(payload).Elem().FieldByName("Errors"); wrong.Len() > 0 {
		return fmt.Errorf("%+v", reflect.Indirect(wrong.Index(0).Elem()))
	}
	return nil
}

// mutations prepare what each mutation of a viewer needs, and return how it is asked for.
var mutations = map[string]func(l *latecomer) func(context.Context) error{
	"createApiToken": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error {
			return done(l.m.CreateAPIToken(ctx, model.CreateAPITokenInput{Name: "new", Scopes: []string{"KEYS_READ"}}))
		}
	},
	"renewApiToken": func(l *latecomer) func(context.Context) error {
		id := l.token().GlobalID()
		return func(ctx context.Context) error { return done(l.m.RenewAPIToken(ctx, id)) }
	},
	"revokeApiToken": func(l *latecomer) func(context.Context) error {
		id := l.token().GlobalID()
		return func(ctx context.Context) error { return done(l.m.RevokeAPIToken(ctx, id)) }
	},
	"createApp": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.CreateApp(ctx, model.CreateAppInput{Name: "shop"})) }
	},
	"transferApp": func(l *latecomer) func(context.Context) error {
		id := l.member().AppID
		return func(ctx context.Context) error {
			return done(l.m.TransferApp(ctx, gid.ID{Kind: gid.App, UUID: id}, model.TransferAppInput{To: "bob"}))
		}
	},
	"acceptAppTransfer": func(l *latecomer) func(context.Context) error {
		id := l.offered().GlobalID()
		return func(ctx context.Context) error { return done(l.m.AcceptAppTransfer(ctx, id, nil)) }
	},
	"cancelAppTransfer": func(l *latecomer) func(context.Context) error {
		id := l.offered().GlobalID()
		return func(ctx context.Context) error { return done(l.m.CancelAppTransfer(ctx, id)) }
	},
	"renameApp": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.RenameApp(ctx, id, model.RenameAppInput{Name: "store"}))
		}
	},
	"scaleApp": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.ScaleApp(ctx, id, model.ScaleAppInput{Containers: []*container.Wanted{{Type: "web", Amount: 1}}}))
		}
	},
	"restartApp": func(l *latecomer) func(context.Context) error {
		id := l.running().GlobalID()
		return func(ctx context.Context) error { return done(l.m.RestartApp(ctx, id)) }
	},
	"stopApp": func(l *latecomer) func(context.Context) error {
		id := l.running().GlobalID()
		return func(ctx context.Context) error { return done(l.m.StopApp(ctx, id)) }
	},
	"deleteApp": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.DeleteApp(ctx, id, model.DeleteAppInput{ConfirmName: "shop"}))
		}
	},
	"createReviewApp": func(l *latecomer) func(context.Context) error {
		a := l.App(l.ada, "shop")
		l.Deploy(l.ada, a, "First")
		return func(ctx context.Context) error {
			return done(l.m.CreateReviewApp(ctx, a.GlobalID(), model.CreateReviewAppInput{Branch: "main"}))
		}
	},
	"runOneOff": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.RunOneOff(ctx, id, model.RunOneOffInput{Command: "rake", Size: "M"}))
		}
	},
	"stopOneOff": func(l *latecomer) func(context.Context) error {
		o, err := l.OneOffs.Run(l.ada, l.App(l.ada, "shop").ID, "rake", "M")
		id := testkit.Must(l.T, o, err).GlobalID()
		return func(ctx context.Context) error { return done(l.m.StopOneOff(ctx, id)) }
	},
	"provisionAddon": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.ProvisionAddon(ctx, id, addon.Wanted{Plan: "redis-s"}))
		}
	},
	"changeAddonPlan": func(l *latecomer) func(context.Context) error {
		id := l.addon(addon.StateReady).GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.ChangeAddonPlan(ctx, id, model.ChangeAddonPlanInput{Plan: "redis-m"}))
		}
	},
	"resumeAddon": func(l *latecomer) func(context.Context) error {
		id := l.addon(addon.StateSuspended).GlobalID()
		return func(ctx context.Context) error { return done(l.m.ResumeAddon(ctx, id)) }
	},
	"removeAddon": func(l *latecomer) func(context.Context) error {
		id := l.addon(addon.StateReady).GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.RemoveAddon(ctx, id, model.RemoveAddonInput{ConfirmName: "redis"}))
		}
	},
	"inviteCollaborator": func(l *latecomer) func(context.Context) error {
		id := l.App(l.ada, "shop").GlobalID()
		l.Account("bob")
		return func(ctx context.Context) error {
			return done(l.m.InviteCollaborator(ctx, id, model.InviteCollaboratorInput{Username: "bob", Role: collaborator.RoleLIMITED}))
		}
	},
	"acceptInvitation": func(l *latecomer) func(context.Context) error {
		bob := l.Verified("bob")
		c, err := l.Collaborators.Invite(bob, l.App(bob, "shop").ID, "ada", collaborator.RoleLIMITED)
		id := testkit.Must(l.T, c, err).GlobalID()
		return func(ctx context.Context) error { return done(l.m.AcceptInvitation(ctx, id)) }
	},
	"changeCollaboratorRole": func(l *latecomer) func(context.Context) error {
		id := l.member().GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.ChangeCollaboratorRole(ctx, id, model.ChangeCollaboratorRoleInput{Role: collaborator.RoleCOLLABORATOR}))
		}
	},
	"removeCollaborator": func(l *latecomer) func(context.Context) error {
		id := l.member().GlobalID()
		return func(ctx context.Context) error { return done(l.m.RemoveCollaborator(ctx, id)) }
	},
	"exportData": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.ExportData(ctx)) }
	},
	"deleteAccount": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.DeleteAccount(ctx)) }
	},
	"resendVerification": func(l *latecomer) func(context.Context) error {
		l.change((*ent.AccountUpdateOne).ClearEmailVerifiedAt)
		return func(ctx context.Context) error { return done(l.m.ResendVerification(ctx)) }
	},
	"requestEmailChange": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error {
			return done(l.m.RequestEmailChange(ctx, model.RequestEmailChangeInput{Email: "new@example.com"}))
		}
	},
	"cancelEmailChange": func(l *latecomer) func(context.Context) error {
		_, err := l.Emails.RequestChange(l.ada, "new@example.com", false)
		testkit.Must(l.T, 0, err)
		return func(ctx context.Context) error { return done(l.m.CancelEmailChange(ctx)) }
	},
	"startGithubLink": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.StartGithubLink(ctx)) }
	},
	"startGithubSudo": func(l *latecomer) func(context.Context) error {
		l.linked()
		l.change(func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetPasswordHash("") })
		return func(ctx context.Context) error { return done(l.m.StartGithubSudo(ctx)) }
	},
	"unlinkGithub": func(l *latecomer) func(context.Context) error {
		l.linked()
		return func(ctx context.Context) error { return done(l.m.UnlinkGithub(ctx)) }
	},
	"startPasskey": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.StartPasskey(ctx)) }
	},
	"addPasskey": func(l *latecomer) func(context.Context) error {
		c, err := l.Passkeys.Start(l.ada)
		testkit.Must(l.T, c, err)
		return func(ctx context.Context) error {
			err := done(l.m.AddPasskey(ctx, model.AddPasskeyInput{Ceremony: c.ID, Credential: "{}"}))
			if err != nil && strings.Contains(err.Error(), string(problem.PasskeyRefused)) {
				return nil // the ceremony is used up, which is a change
			}
			return err
		}
	},
	"renamePasskey": func(l *latecomer) func(context.Context) error {
		id := passkeyOf(l.World, l.ada).GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.RenamePasskey(ctx, id, model.RenamePasskeyInput{Name: "tablet"}))
		}
	},
	"removePasskey": func(l *latecomer) func(context.Context) error {
		id := passkeyOf(l.World, l.ada).GlobalID()
		return func(ctx context.Context) error { return done(l.m.RemovePasskey(ctx, id)) }
	},
	"startPasskeySudo": func(l *latecomer) func(context.Context) error {
		passkeyOf(l.World, l.ada)
		return func(ctx context.Context) error { return done(l.m.StartPasskeySudo(ctx)) }
	},
	"changePassword": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error {
			return done(l.m.ChangePassword(ctx, model.ChangePasswordInput{CurrentPassword: testkit.Password, NewPassword: "another horse battery"}))
		}
	},
	"updateProfile": func(l *latecomer) func(context.Context) error {
		name := "Ada Lovelace"
		return func(ctx context.Context) error {
			return done(l.m.UpdateProfile(ctx, model.UpdateProfileInput{FullName: &name}))
		}
	},
	"updateBillingProfile": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.UpdateBillingProfile(ctx, testkit.Billing())) }
	},
	"revokeSession": func(l *latecomer) func(context.Context) error {
		v, _ := viewer.From(l.SignedIn("ada").Request())
		s, err := l.Sessions.Get(l.ada, v.SessionID)
		id := testkit.Must(l.T, s, err).GlobalID()
		return func(ctx context.Context) error { return done(l.m.RevokeSession(ctx, id)) }
	},
	"revokeOtherSessions": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.RevokeOtherSessions(ctx)) }
	},
	"addSshKey": func(l *latecomer) func(context.Context) error {
		line := testkit.PublicKey(l.T)
		return func(ctx context.Context) error {
			return done(l.m.AddSSHKey(ctx, model.AddSSHKeyInput{Name: "laptop", PublicKey: line}))
		}
	},
	"startSshKeyProof": func(l *latecomer) func(context.Context) error {
		line := testkit.PublicKey(l.T)
		return func(ctx context.Context) error {
			return done(l.m.StartSSHKeyProof(ctx, model.StartSSHKeyProofInput{PublicKey: line}))
		}
	},
	"proveSshKey": func(l *latecomer) func(context.Context) error {
		proof := l.proven()
		return func(ctx context.Context) error { return done(l.m.ProveSSHKey(ctx, proof)) }
	},
	"renameSshKey": func(l *latecomer) func(context.Context) error {
		id := l.key().GlobalID()
		return func(ctx context.Context) error {
			return done(l.m.RenameSSHKey(ctx, id, model.RenameSSHKeyInput{Name: "desktop"}))
		}
	},
	"removeSshKey": func(l *latecomer) func(context.Context) error {
		id := l.key().GlobalID()
		return func(ctx context.Context) error { return done(l.m.RemoveSSHKey(ctx, id)) }
	},
	"enterSudo": func(l *latecomer) func(context.Context) error {
		l.change(func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetPasswordHash("") })
		testkit.Must(l.T, 0, l.Sudo.SendCode(l.ada))
		code := l.Email("ada@example.com").Code
		return func(ctx context.Context) error { return done(l.m.EnterSudo(ctx, signin.SudoProof{MailedCode: &code})) }
	},
	"sendSudoCode": func(l *latecomer) func(context.Context) error {
		l.change(func(u *ent.AccountUpdateOne) *ent.AccountUpdateOne { return u.SetPasswordHash("") })
		return func(ctx context.Context) error { return done(l.m.SendSudoCode(ctx)) }
	},
	"sandboxAdvanceClock": func(l *latecomer) func(context.Context) error {
		seconds := int32(60)
		return func(ctx context.Context) error {
			return done(l.m.SandboxAdvanceClock(ctx, model.SandboxAdvanceClockInput{Seconds: &seconds}))
		}
	},
	"startTotp": func(l *latecomer) func(context.Context) error {
		return func(ctx context.Context) error { return done(l.m.StartTotp(ctx)) }
	},
	"confirmTotp": func(l *latecomer) func(context.Context) error {
		app, err := l.Factors.Start(l.ada)
		code := l.Code(testkit.Must(l.T, app, err).Secret)
		return func(ctx context.Context) error { return done(l.m.ConfirmTotp(ctx, model.ConfirmTotpInput{Code: code})) }
	},
	"confirmRecoveryCodes": func(l *latecomer) func(context.Context) error {
		l.ProvenFactor(l.ada)
		return func(ctx context.Context) error { return done(l.m.ConfirmRecoveryCodes(ctx)) }
	},
	"disableTwoFactor": func(l *latecomer) func(context.Context) error {
		l.SecondFactor(l.ada)
		return func(ctx context.Context) error { return done(l.m.DisableTwoFactor(ctx)) }
	},
	"renewRecoveryCodes": func(l *latecomer) func(context.Context) error {
		l.SecondFactor(l.ada)
		return func(ctx context.Context) error { return done(l.m.RenewRecoveryCodes(ctx)) }
	},
}

// R86: a session or token that ends while a mutation waits for the account's lock
// changes nothing any more, whichever mutation it is; a session that goes on does.
func TestR86_WhatEndsWhileItWaitsChangesNothing(t *testing.T) {
	t.Parallel()
	s, walked := schema(), 0
	for _, f := range s.Mutation.Fields {
		if strings.HasPrefix(f.Name, "__") || f.Directives.ForName("public") != nil {
			continue
		}
		if f.Directives.ForName("operator") != nil {
			continue // no session's and no account's: internal/operator has what its revoked token changes
		}
		prepare := mutations[f.Name]
		if prepare == nil {
			t.Errorf("%s: how does it change something?", f.Name)
			continue
		}
		walked++
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			l := newLatecomer(t)
			ask := prepare(l)
			l.refused(t, "a session", f.Name, ask)
			if f.Directives.ForName("requires") != nil {
				l.withToken()
				l.refused(t, "a token", f.Name, ask)
			}
			before := l.rows()
			if err := ask(l.here.Request()); err != nil {
				t.Errorf("in a session that goes on: %v", err)
			}
			if f.Name != "startSshKeyProof" && f.Name != "revokeSession" && f.Name != "revokeOtherSessions" && maps.Equal(l.rows(), before) {
				t.Error("it changes nothing in any case")
			}
		})
	}
	if walked != len(mutations) {
		t.Errorf("%d of %d mutations are in the schema", walked, len(mutations))
	}
}

// refused asks while the session or token ends. What stores nothing need not be refused.
func (l *latecomer) refused(t *testing.T, who, name string, ask func(context.Context) error) {
	t.Helper()
	before := l.rows()
	err := l.ending(ask)
	if r := new(problem.Refusal); name != "startSshKeyProof" && (!errors.As(err, &r) || r.Reason != problem.Unauthenticated) {
		t.Errorf("%s that ends: %v", who, err)
	}
	for table, rows := range l.rows() {
		if rows != before[table] {
			t.Errorf("%s that ends changes %s:\n%s\nto\n%s", who, table, before[table], rows)
		}
	}
}

// ending asks, and ends the session or token once the mutation waits for the lock.
func (l *latecomer) ending(ask func(context.Context) error) error {
	v, _ := viewer.From(l.late)
	platform, answer := viewer.AsSystem(l.T.Context()), make(chan error, 1)
	testkit.Must(l.T, 0, store.Do(platform, l.DB, func(tx *ent.Tx) error {
		if err := l.DB.Lock(platform, tx, account.Table, v.AccountID); err != nil {
			return err
		}
		go func() { answer <- ask(l.late) }()
		for len(answer) == 0 && !l.Blocked() {
			continue
		}
		return store.Erase(platform, tx.Session.Delete().Where(session.ID(v.SessionID)), tx.APIToken.Delete().Where(entapitoken.ID(v.TokenID)))
	}))
	return <-answer
}

// rows is what each table holds, but for the session or token that ends. What a rate
// limiter counts before it is tried is counted in any case.
func (l *latecomer) rows() map[string]string {
	l.T.Helper()
	v, _ := viewer.From(l.late)
	tables := map[string]string{}
	for _, table := range migrate.Tables {
		if table.Name == attempt.Table {
			continue
		}
		all := entsql.Dialect(l.DB.Dialect()).Select("*").From(entsql.Table(table.Name)).OrderBy("id")
		if table.Name == session.Table || table.Name == entapitoken.Table {
			all.Where(entsql.NotIn("id", v.SessionID, v.TokenID))
		}
		query, args := all.Query()
		rows, err := l.DB.QueryContext(l.T.Context(), query, args...)
		testkit.Must(l.T, rows, err)
		var held [][]any
		for rows.Next() {
			one := make([]any, len(table.Columns))
			to := make([]any, len(one))
			for i := range one {
				to[i] = &one[i]
			}
			testkit.Must(l.T, 0, rows.Scan(to...))
			held = append(held, one)
		}
		testkit.Must(l.T, 0, errors.Join(rows.Err(), rows.Close()))
		tables[table.Name] = fmt.Sprint(held)
	}
	return tables
}
