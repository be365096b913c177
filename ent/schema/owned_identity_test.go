package schema_test

import (
	"context"

	"portico/ent"
	"portico/ent/attempt"
	"portico/ent/ceremony"
	"portico/ent/dataexport"
	"portico/ent/device"
	"portico/ent/emailchange"
	"portico/ent/githubidentity"
	"portico/ent/link"
	"portico/ent/mail"
	"portico/ent/oauthstate"
	"portico/ent/passkey"
	"portico/ent/pendingsignin"
	"portico/ent/recoverycode"
	"portico/ent/resetrequest"
	"portico/ent/totp"
	"portico/internal/viewer"
)

// afresh creates where an account has one row at most: after that one is gone.
type afresh struct {
	clear  func(context.Context) error
	create one
}

func (a afresh) Exec(ctx context.Context) error {
	if err := a.clear(viewer.AsSystem(ctx)); err != nil {
		return err
	}
	return a.create.Exec(ctx)
}

// identity is who an account is, and how that is proven.
func (s *scene) identity() map[string]entity {
	all := map[string]entity{}
	s.ownedIdentity(all)
	s.platformsIdentity(all)
	return all
}

func (s *scene) ownedIdentity(all map[string]entity) {
	rows, at, now := identityRows{s}, s.made, s.Clock.Now()
	const everything = "create update delete"
	all["data_exports"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.DataExport.Query().Where(dataexport.ID(at["data_exports"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.dataExport(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.DataExport.CreateBulk(rows.dataExport(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.DataExport.UpdateOneID(at["data_exports"]).SetProgress(1) },
		update: func(tx *ent.Tx) many {
			return tx.DataExport.Update().Where(dataexport.ID(at["data_exports"])).SetProgress(1)
		},
		deleteOne: func(tx *ent.Tx) one { return tx.DataExport.DeleteOneID(at["data_exports"]) },
		delete:    func(tx *ent.Tx) remove { return tx.DataExport.Delete().Where(dataexport.ID(at["data_exports"])) },
		owner:     everything,
	}
	all["devices"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Device.Query().Where(device.ID(at["devices"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.device(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Device.CreateBulk(rows.device(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.Device.UpdateOneID(at["devices"]).SetLastSeenAt(now) },
		update:    func(tx *ent.Tx) many { return tx.Device.Update().Where(device.ID(at["devices"])).SetLastSeenAt(now) },
		deleteOne: func(tx *ent.Tx) one { return tx.Device.DeleteOneID(at["devices"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Device.Delete().Where(device.ID(at["devices"])) },
		owner:     everything,
	}
	all["email_changes"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.EmailChange.Query().Where(emailchange.ID(at["email_changes"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.emailChange(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.EmailChange.CreateBulk(rows.emailChange(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.EmailChange.UpdateOneID(at["email_changes"]).SetOldConfirmedAt(now) },
		update: func(tx *ent.Tx) many {
			return tx.EmailChange.Update().Where(emailchange.ID(at["email_changes"])).SetOldConfirmedAt(now)
		},
		deleteOne: func(tx *ent.Tx) one { return tx.EmailChange.DeleteOneID(at["email_changes"]) },
		delete:    func(tx *ent.Tx) remove { return tx.EmailChange.Delete().Where(emailchange.ID(at["email_changes"])) },
		owner:     everything,
	}
	all["github_identities"] = entity{
		query: func(tx *ent.Tx) reads {
			return tx.GithubIdentity.Query().Where(githubidentity.ID(at["github_identities"]))
		},
		create: func(tx *ent.Tx, m string) one {
			return afresh{func(ctx context.Context) error {
				return tx.GithubIdentity.DeleteOneID(at["github_identities"]).Exec(ctx)
			}, rows.githubIdentity(tx, m)}
		},
		bulk: func(tx *ent.Tx, m string) one {
			return afresh{func(ctx context.Context) error {
				return tx.GithubIdentity.DeleteOneID(at["github_identities"]).Exec(ctx)
			}, tx.GithubIdentity.CreateBulk(rows.githubIdentity(tx, m))}
		},
		updateOne: func(tx *ent.Tx) one {
			return tx.GithubIdentity.UpdateOneID(at["github_identities"]).SetLogin("changed")
		},
		update: func(tx *ent.Tx) many {
			return tx.GithubIdentity.Update().Where(githubidentity.ID(at["github_identities"])).SetLogin("changed")
		},
		deleteOne: func(tx *ent.Tx) one { return tx.GithubIdentity.DeleteOneID(at["github_identities"]) },
		delete: func(tx *ent.Tx) remove {
			return tx.GithubIdentity.Delete().Where(githubidentity.ID(at["github_identities"]))
		},
		owner: everything,
	}
	all["links"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Link.Query().Where(link.ID(at["links"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.link(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Link.CreateBulk(rows.link(tx, m)) },
		deleteOne: func(tx *ent.Tx) one { return tx.Link.DeleteOneID(at["links"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Link.Delete().Where(link.ID(at["links"])) },
		owner:     "create delete",
	}
	all["passkeys"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Passkey.Query().Where(passkey.ID(at["passkeys"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.passkey(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Passkey.CreateBulk(rows.passkey(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.Passkey.UpdateOneID(at["passkeys"]).SetName("changed") },
		update:    func(tx *ent.Tx) many { return tx.Passkey.Update().Where(passkey.ID(at["passkeys"])).SetName("changed") },
		deleteOne: func(tx *ent.Tx) one { return tx.Passkey.DeleteOneID(at["passkeys"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Passkey.Delete().Where(passkey.ID(at["passkeys"])) },
		owner:     everything,
	}
	all["pending_sign_ins"] = entity{
		query: func(tx *ent.Tx) reads {
			return tx.PendingSignIn.Query().Where(pendingsignin.ID(at["pending_sign_ins"]))
		},
		create:    func(tx *ent.Tx, m string) one { return rows.pendingSignIn(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.PendingSignIn.CreateBulk(rows.pendingSignIn(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.PendingSignIn.UpdateOneID(at["pending_sign_ins"]).SetFailures(1) },
		update: func(tx *ent.Tx) many {
			return tx.PendingSignIn.Update().Where(pendingsignin.ID(at["pending_sign_ins"])).SetFailures(1)
		},
		deleteOne: func(tx *ent.Tx) one { return tx.PendingSignIn.DeleteOneID(at["pending_sign_ins"]) },
		delete: func(tx *ent.Tx) remove {
			return tx.PendingSignIn.Delete().Where(pendingsignin.ID(at["pending_sign_ins"]))
		},
		owner: everything,
	}
	all["recovery_codes"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.RecoveryCode.Query().Where(recoverycode.ID(at["recovery_codes"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.recoveryCode(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.RecoveryCode.CreateBulk(rows.recoveryCode(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.RecoveryCode.UpdateOneID(at["recovery_codes"]).SetUsedAt(now) },
		update: func(tx *ent.Tx) many {
			return tx.RecoveryCode.Update().Where(recoverycode.ID(at["recovery_codes"])).SetUsedAt(now)
		},
		deleteOne: func(tx *ent.Tx) one { return tx.RecoveryCode.DeleteOneID(at["recovery_codes"]) },
		delete:    func(tx *ent.Tx) remove { return tx.RecoveryCode.Delete().Where(recoverycode.ID(at["recovery_codes"])) },
		owner:     everything,
	}
	all["totps"] = entity{
		query: func(tx *ent.Tx) reads { return tx.Totp.Query().Where(totp.ID(at["totps"])) },
		create: func(tx *ent.Tx, m string) one {
			return afresh{func(ctx context.Context) error { return tx.Totp.DeleteOneID(at["totps"]).Exec(ctx) }, rows.totp(tx, m)}
		},
		bulk: func(tx *ent.Tx, m string) one {
			return afresh{func(ctx context.Context) error { return tx.Totp.DeleteOneID(at["totps"]).Exec(ctx) }, tx.Totp.CreateBulk(rows.totp(tx, m))}
		},
		updateOne: func(tx *ent.Tx) one { return tx.Totp.UpdateOneID(at["totps"]).SetCounter(1) },
		update:    func(tx *ent.Tx) many { return tx.Totp.Update().Where(totp.ID(at["totps"])).SetCounter(1) },
		deleteOne: func(tx *ent.Tx) one { return tx.Totp.DeleteOneID(at["totps"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Totp.Delete().Where(totp.ID(at["totps"])) },
		owner:     everything,
	}
}

// platformsIdentity is what nobody but the platform touches.
func (s *scene) platformsIdentity(all map[string]entity) {
	rows, at := identityRows{s}, s.made
	all["attempts"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Attempt.Query().Where(attempt.ID(at["attempts"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.attempt(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Attempt.CreateBulk(rows.attempt(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.Attempt.UpdateOneID(at["attempts"]).SetCount(9) },
		update:    func(tx *ent.Tx) many { return tx.Attempt.Update().Where(attempt.ID(at["attempts"])).SetCount(9) },
		deleteOne: func(tx *ent.Tx) one { return tx.Attempt.DeleteOneID(at["attempts"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Attempt.Delete().Where(attempt.ID(at["attempts"])) },
		platforms: true,
	}
	all["ceremonies"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Ceremony.Query().Where(ceremony.ID(at["ceremonies"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.ceremony(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Ceremony.CreateBulk(rows.ceremony(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.Ceremony.UpdateOneID(at["ceremonies"]) },
		update:    func(tx *ent.Tx) many { return tx.Ceremony.Update().Where(ceremony.ID(at["ceremonies"])) },
		deleteOne: func(tx *ent.Tx) one { return tx.Ceremony.DeleteOneID(at["ceremonies"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Ceremony.Delete().Where(ceremony.ID(at["ceremonies"])) },
		platforms: true,
	}
	all["mails"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.Mail.Query().Where(mail.ID(at["mails"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.mail(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.Mail.CreateBulk(rows.mail(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.Mail.UpdateOneID(at["mails"]).SetTries(9) },
		update:    func(tx *ent.Tx) many { return tx.Mail.Update().Where(mail.ID(at["mails"])).SetTries(9) },
		deleteOne: func(tx *ent.Tx) one { return tx.Mail.DeleteOneID(at["mails"]) },
		delete:    func(tx *ent.Tx) remove { return tx.Mail.Delete().Where(mail.ID(at["mails"])) },
		platforms: true,
	}
	all["oauth_states"] = entity{
		query:  func(tx *ent.Tx) reads { return tx.OAuthState.Query().Where(oauthstate.ID(at["oauth_states"])) },
		create: func(tx *ent.Tx, m string) one { return rows.oauthState(tx, m) },
		bulk:   func(tx *ent.Tx, m string) one { return tx.OAuthState.CreateBulk(rows.oauthState(tx, m)) },
		updateOne: func(tx *ent.Tx) one {
			return tx.OAuthState.UpdateOneID(at["oauth_states"]).SetVerifier([]byte("changed"))
		},
		update: func(tx *ent.Tx) many {
			return tx.OAuthState.Update().Where(oauthstate.ID(at["oauth_states"])).SetVerifier([]byte("changed"))
		},
		deleteOne: func(tx *ent.Tx) one { return tx.OAuthState.DeleteOneID(at["oauth_states"]) },
		delete:    func(tx *ent.Tx) remove { return tx.OAuthState.Delete().Where(oauthstate.ID(at["oauth_states"])) },
		platforms: true,
	}
	all["reset_requests"] = entity{
		query:     func(tx *ent.Tx) reads { return tx.ResetRequest.Query().Where(resetrequest.ID(at["reset_requests"])) },
		create:    func(tx *ent.Tx, m string) one { return rows.resetRequest(tx, m) },
		bulk:      func(tx *ent.Tx, m string) one { return tx.ResetRequest.CreateBulk(rows.resetRequest(tx, m)) },
		updateOne: func(tx *ent.Tx) one { return tx.ResetRequest.UpdateOneID(at["reset_requests"]) },
		update:    func(tx *ent.Tx) many { return tx.ResetRequest.Update().Where(resetrequest.ID(at["reset_requests"])) },
		deleteOne: func(tx *ent.Tx) one { return tx.ResetRequest.DeleteOneID(at["reset_requests"]) },
		delete:    func(tx *ent.Tx) remove { return tx.ResetRequest.Delete().Where(resetrequest.ID(at["reset_requests"])) },
		platforms: true,
	}
}
