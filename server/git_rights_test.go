package main

import (
	"context"
	"errors"
	"strings"
	"testing"

	"portico/ent"
	"portico/ent/collaborator"
	"portico/internal/gitssh"
	"portico/internal/sshkey"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

const notYourApp = "There is no app named shared-app that you may use."

// expectOneDeniedPush checks that the newest event, and only that one, is a denied push.
func (s *served) expectOneDeniedPush(pusher context.Context) {
	s.t.Helper()
	if got := s.timelineOf(pusher); got[0] != "git_push_denied" || got[1] == "git_push_denied" {
		s.t.Errorf("the timeline begins with %v", got)
	}
}

// R9, R40, R50: anyone who is removed from an app, leaves it, or sees it deleted, is
// out of the git commands that run on it within a second: pushes nothing and
// reads nothing that comes later. Other members stay.
func TestR9_R40_R50_RemovedCollaboratorIsOutOfGit(t *testing.T) {
	t.Parallel()
	for name, lose := range map[string]func(s *served, a sharedApp) error{
		"removed": func(s *served, a sharedApp) error {
			return s.Collaborators.Remove(a.ada, a.collaborator.ID)
		},
		"leaves": func(s *served, a sharedApp) error {
			return s.Collaborators.Remove(a.bob, a.collaborator.ID)
		},
		"app deleted": func(s *served, a sharedApp) error {
			return s.Apps.Delete(a.ada, a.ID, "shared-app")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := inProcess(t)
			e := s.serveGit(t)
			a := s.sharedApp("shared-app")
			mine, bobs := e.newKey(), e.newKey()
			_, err := s.Keys.Add(a.ada, "", mine.line)
			_, err2 := s.Keys.Add(a.bob, "", bobs.line)
			testkit.Must(t, 0, errors.Join(err, err2))
			push, fetch := e.hold(bobs, "git-receive-pack 'shared-app'"), e.hold(bobs, "git-upload-pack 'shared-app'")
			owners := e.hold(mine, "git-upload-pack 'shared-app'")
			if _, err := s.Collaborators.ChangeRole(a.ada, a.collaborator.ID, collaborator.RoleCOLLABORATOR); err != nil { // who may push still stays
				t.Fatal(err)
			}
			testkit.Must(t, 0, lose(s, a))
			push.endsWith(notYourApp)
			fetch.endsWith(notYourApp)
			if name != "app deleted" {
				owners.goesOn()
			} else {
				owners.endsWith(notYourApp)
			}
			if said := e.output(bobs, "git-upload-pack 'shared-app'"); !strings.Contains(said, notYourApp) {
				t.Errorf("the next command is answered with %q", said)
			}
			s.expectOneDeniedPush(a.bob)
		})
	}
}

// R50: a push whose pack was on its way when the pusher was removed moves no
// branch, even if nothing tells the endpoint.
func TestR50RemovedWhileThePackIsOnItsWay(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	a := s.sharedApp("shared-app")
	reopen, asked := s.git.Reopen, 0
	s.git.Reopen = func(ctx context.Context, who gitssh.Identity, r gitssh.Repository, v gitssh.Verb) error {
		err := reopen(ctx, who, r, v)
		if asked++; asked == 1 { // past the use case, which would tell
			if err := store.Do(a.ada, s.db, func(tx *ent.Tx) error { return tx.Collaborator.DeleteOneID(a.collaborator.ID).Exec(a.ada) }); err != nil {
				t.Error(err)
			}
		}
		return err
	}
	e := s.serveGit(t)
	bobs := e.newKey()
	key, err := s.Keys.Add(a.bob, "", bobs.line)
	testkit.Must(t, key, err)
	if said, err := e.push(bobs, "shared-app"); err == nil || !strings.Contains(said, notYourApp) || asked != 2 {
		t.Errorf("asked %d times; git says %v, %s", asked, err, said)
	}
	if n := s.db.Deployment.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d deployments", n)
	}
	s.expectOneDeniedPush(a.bob)
}

// R10: eve claims ada's public key, and ada signs in with it unawares. She is told
// by the greeting and by each push in whose account she is, takes the key back by
// a signature, and eve's connections end.
func TestR10HolderTakesBackAKeyThatWasUsed(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	e := s.serveGit(t)
	session, ada := s.account("ada")
	_, eve := s.account("eve")
	k := e.newKey()
	key, err := s.Keys.Add(eve, "claimed", k.line)
	testkit.Must(t, key, err)
	s.app(ada, "adas-app")
	s.app(eve, "eves-app")
	if said := e.output(k); !strings.HasPrefix(said, "Hi eve! You've authenticated with the key "+sshkey.FingerprintOf(key.Digest)) {
		t.Errorf("greeted with %q", said)
	}
	for _, app := range []string{"adas-app", "eves-app"} {
		if said, err := e.push(k, app); !strings.Contains(said, "Portico: signed in as eve.") || (err == nil) != (app == "eves-app") {
			t.Errorf("a push to %s: %v, %s", app, err, said)
		}
	}
	open := e.hold(k, "git-upload-pack 'eves-app'")

	const add = `mutation($k: String!) { addSshKey(input: {publicKey: $k}) { errors { code ... on SshKeyTakenError { challenge namespace } } } }`
	taken := s.ask(session, add, map[string]any{"k": k.line})
	challenge, namespace := taken.must(t, "addSshKey.errors.0.challenge").(string), taken.must(t, "addSshKey.errors.0.namespace").(string)
	const prove = `mutation($k: String!, $c: String!, $s: String!) { proveSshKey(input: {publicKey: $k, challenge: $c, signature: $s}) { sshKey { name provenAt } errors { message } } }`
	proof := map[string]any{"k": k.line, "c": challenge, "s": k.sign(t, challenge, namespace)}
	if got := s.ask(session, prove, proof); got.must(t, "proveSshKey.sshKey.name") != "laptop" {
		t.Errorf("proven: %s", got.Body)
	}
	open.endsWith("")
	if said := e.output(k); !strings.HasPrefix(said, "Hi ada!") {
		t.Errorf("greeted with %q", said)
	}
	if said, err := e.push(k, "adas-app"); err != nil || !strings.Contains(said, "Portico: signed in as ada.") {
		t.Errorf("a push: %v, %s", err, said)
	}
	if got := s.timelineOf(eve); got[0] != "ssh_key_removed" {
		t.Errorf("eve's timeline begins with %v", got)
	}
	if l := s.email("eve@example.com"); l.Kind != "ssh_key_lost" {
		t.Errorf("eve is emailed %+v", l)
	}
}

// Who is refused is told where to add their key.
func TestPermissionDeniedLeadsToTheDashboard(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	e := s.serveGit(t)
	said := e.output(e.newKey())
	if !strings.Contains(said, "Add it: http://portico.test/ssh-keys?dialog=add") || !strings.Contains(said, "Permission denied (publickey).") {
		t.Errorf("said %q", said)
	}
}
