package schema_test

import (
	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/account"
	"portico/ent/apitoken"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/ent/deployment"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/session"
	"portico/ent/sshkey"
	"portico/ent/stream"
)

// foundation is what accounts and apps stand on.
func (s *scene) foundation() map[string]entity {
	now := s.Clock.Now()
	newAccount := func(tx *ent.Tx, mark string) *ent.AccountCreate {
		return tx.Account.Create().SetUsername(mark).SetEmail(mark).SetEmailKey(mark).SetCreatedAt(now)
	}
	newApp := func(tx *ent.Tx, mark string) *ent.AppCreate {
		return tx.App.Create().SetName(mark).SetOwnerID(s.me).SetCreatedAt(now)
	}
	newCollaborator := func(tx *ent.Tx, _ string) *ent.CollaboratorCreate {
		return tx.Collaborator.Create().SetAppID(s.app).SetAccountID(s.guest).SetRole(collaborator.RoleLIMITED).SetCreatedAt(now)
	}
	newDeployment := func(tx *ent.Tx, mark string) *ent.DeploymentCreate {
		return tx.Deployment.Create().SetAppID(s.app).SetPushID(id()).SetCommit(mark).SetSubject(mark).SetRef(mark).
			SetPusherID(s.me).SetPusherName("ada").SetSSHKeyID(s.key).SetKeyFingerprint(mark).SetCreatedAt(now)
	}
	newKey := func(tx *ent.Tx, mark string) *ent.SSHKeyCreate {
		return tx.SSHKey.Create().SetAccountID(s.me).SetName(mark).SetType(mark).SetBlob([]byte(mark)).SetDigest([]byte(mark)).SetBits(1).SetCreatedAt(now)
	}
	newToken := func(tx *ent.Tx, mark string) *ent.APITokenCreate {
		return tx.APIToken.Create().SetAccountID(s.me).SetName(mark).SetDigest([]byte(mark)).SetLastFour(mark).SetScopes([]string{}).
			SetAppIds([]uuid.UUID{}).SetAppNames([]string{}).SetCreatedAt(now).SetRenewedAt(now).SetExpiresAt(now)
	}
	newSession := func(tx *ent.Tx, mark string) *ent.SessionCreate {
		return tx.Session.Create().SetAccountID(s.me).SetTokenDigest([]byte(mark)).SetCredentialVersion(1).SetLastSeenAt(now).SetIdleExpiresAt(now).
			SetExpiresAt(now).SetSudoUntil(now).SetAddress(mark).SetUserAgent(mark).SetMethods([]string{}).SetCreatedAt(now)
	}
	newStream := func(tx *ent.Tx, _ string) *ent.StreamCreate { return tx.Stream.Create().SetID(id()).SetAccountID(s.me) }
	newEvent := func(tx *ent.Tx, _ string) *ent.EventCreate {
		return tx.Event.Create().SetOccurredAt(now).SetKind("app_created").SetActorKind(event.ActorKindACCOUNT).SetActorID(s.me).
			SetAccountID(s.me).SetAccountName("ada").SetData([]byte("{}"))
	}
	newEntry := func(tx *ent.Tx, _ string) *ent.EntryCreate {
		return tx.Entry.Create().SetStreamID(s.me).SetSeq(1000).SetEventID(s.event).SetKind("app_created").SetOccurredAt(now)
	}
	return map[string]entity{
		"accounts": {
			query:     func(tx *ent.Tx) reads { return tx.Account.Query().Where(account.ID(s.me)) },
			create:    func(tx *ent.Tx, m string) one { return newAccount(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Account.CreateBulk(newAccount(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Account.UpdateOneID(s.me).SetFullName("changed") },
			update:    func(tx *ent.Tx) many { return tx.Account.Update().Where(account.ID(s.me)).SetFullName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Account.DeleteOneID(s.me) },
			delete:    func(tx *ent.Tx) remove { return tx.Account.Delete().Where(account.ID(s.me)) },
			owner:     "update", seenBy: "member invited", // not delete: apps hold their owner
		},
		"apps": {
			query:     func(tx *ent.Tx) reads { return tx.App.Query().Where(app.ID(s.app)) },
			create:    func(tx *ent.Tx, m string) one { return newApp(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.App.CreateBulk(newApp(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.App.UpdateOneID(s.app).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.App.Update().Where(app.ID(s.app)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.App.DeleteOneID(s.app) },
			delete:    func(tx *ent.Tx) remove { return tx.App.Delete().Where(app.ID(s.app)) },
			owner:     "create update delete", seenBy: "member",
		},
		"collaborators": {
			query:  func(tx *ent.Tx) reads { return tx.Collaborator.Query().Where(collaborator.ID(s.collaborator)) },
			create: func(tx *ent.Tx, m string) one { return newCollaborator(tx, m) },
			bulk:   func(tx *ent.Tx, m string) one { return tx.Collaborator.CreateBulk(newCollaborator(tx, m)) },
			updateOne: func(tx *ent.Tx) one {
				return tx.Collaborator.UpdateOneID(s.collaborator).SetRole(collaborator.RoleCOLLABORATOR)
			},
			update: func(tx *ent.Tx) many {
				return tx.Collaborator.Update().Where(collaborator.ID(s.collaborator)).SetRole(collaborator.RoleCOLLABORATOR)
			},
			deleteOne: func(tx *ent.Tx) one { return tx.Collaborator.DeleteOneID(s.collaborator) },
			delete:    func(tx *ent.Tx) remove { return tx.Collaborator.Delete().Where(collaborator.ID(s.collaborator)) },
			owner:     "create update delete", seenBy: "member",
		},
		"deployments": {
			query:     func(tx *ent.Tx) reads { return tx.Deployment.Query().Where(deployment.ID(s.deployment)) },
			create:    func(tx *ent.Tx, m string) one { return newDeployment(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Deployment.CreateBulk(newDeployment(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Deployment.UpdateOneID(s.deployment).SetPusherName("changed") },
			update: func(tx *ent.Tx) many {
				return tx.Deployment.Update().Where(deployment.ID(s.deployment)).SetPusherName("changed")
			},
			deleteOne: func(tx *ent.Tx) one { return tx.Deployment.DeleteOneID(s.deployment) },
			delete:    func(tx *ent.Tx) remove { return tx.Deployment.Delete().Where(deployment.ID(s.deployment)) },
			owner:     "create", seenBy: "member",
		},
		"ssh_keys": {
			query:     func(tx *ent.Tx) reads { return tx.SSHKey.Query().Where(sshkey.ID(s.key)) },
			create:    func(tx *ent.Tx, m string) one { return newKey(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.SSHKey.CreateBulk(newKey(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.SSHKey.UpdateOneID(s.key).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.SSHKey.Update().Where(sshkey.ID(s.key)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.SSHKey.DeleteOneID(s.key) },
			delete:    func(tx *ent.Tx) remove { return tx.SSHKey.Delete().Where(sshkey.ID(s.key)) },
			owner:     "create update delete",
		},
		"api_tokens": {
			query:     func(tx *ent.Tx) reads { return tx.APIToken.Query().Where(apitoken.ID(s.token)) },
			create:    func(tx *ent.Tx, m string) one { return newToken(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.APIToken.CreateBulk(newToken(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.APIToken.UpdateOneID(s.token).SetName("changed") },
			update:    func(tx *ent.Tx) many { return tx.APIToken.Update().Where(apitoken.ID(s.token)).SetName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.APIToken.DeleteOneID(s.token) },
			delete:    func(tx *ent.Tx) remove { return tx.APIToken.Delete().Where(apitoken.ID(s.token)) },
			owner:     "create update delete",
		},
		"sessions": {
			query:     func(tx *ent.Tx) reads { return tx.Session.Query().Where(session.ID(s.session)) },
			create:    func(tx *ent.Tx, m string) one { return newSession(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Session.CreateBulk(newSession(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Session.UpdateOneID(s.session).SetAddress("changed") },
			update:    func(tx *ent.Tx) many { return tx.Session.Update().Where(session.ID(s.session)).SetAddress("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Session.DeleteOneID(s.session) },
			delete:    func(tx *ent.Tx) remove { return tx.Session.Delete().Where(session.ID(s.session)) },
			owner:     "create update delete",
		},
		"streams": {
			query:     func(tx *ent.Tx) reads { return tx.Stream.Query().Where(stream.ID(s.app)) },
			create:    func(tx *ent.Tx, m string) one { return newStream(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Stream.CreateBulk(newStream(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Stream.UpdateOneID(s.app).SetSeq(1000) },
			update:    func(tx *ent.Tx) many { return tx.Stream.Update().Where(stream.ID(s.app)).SetSeq(1000) },
			deleteOne: func(tx *ent.Tx) one { return tx.Stream.DeleteOneID(s.app) },
			delete:    func(tx *ent.Tx) remove { return tx.Stream.Delete().Where(stream.ID(s.app)) },
			seenBy:    "member",
		},
		"events": {
			query:     func(tx *ent.Tx) reads { return tx.Event.Query().Where(event.ID(s.event)) },
			create:    func(tx *ent.Tx, m string) one { return newEvent(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Event.CreateBulk(newEvent(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Event.UpdateOneID(s.event).SetActorName("changed") },
			update:    func(tx *ent.Tx) many { return tx.Event.Update().Where(event.ID(s.event)).SetActorName("changed") },
			deleteOne: func(tx *ent.Tx) one { return tx.Event.DeleteOneID(s.event) },
			delete:    func(tx *ent.Tx) remove { return tx.Event.Delete().Where(event.ID(s.event)) },
			seenBy:    "member",
		},
		"entries": {
			query:     func(tx *ent.Tx) reads { return tx.Entry.Query().Where(entry.ID(s.entry)) },
			create:    func(tx *ent.Tx, m string) one { return newEntry(tx, m) },
			bulk:      func(tx *ent.Tx, m string) one { return tx.Entry.CreateBulk(newEntry(tx, m)) },
			updateOne: func(tx *ent.Tx) one { return tx.Entry.UpdateOneID(s.entry) },
			update:    func(tx *ent.Tx) many { return tx.Entry.Update().Where(entry.ID(s.entry)) },
			deleteOne: func(tx *ent.Tx) one { return tx.Entry.DeleteOneID(s.entry) },
			delete:    func(tx *ent.Tx) remove { return tx.Entry.Delete().Where(entry.ID(s.entry)) },
			seenBy:    "member",
		},
	}
}
