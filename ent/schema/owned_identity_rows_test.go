package schema_test

import (
	"encoding/json"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/ceremony"
	"portico/ent/link"
	"portico/ent/oauthstate"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// The rows of identity, in Ada's name where they are somebody's.
type identityRows struct{ *scene }

func (s identityRows) dataExport(tx *ent.Tx, _ string) *ent.DataExportCreate {
	return tx.DataExport.Create().SetAccountID(s.me).SetCreatedAt(s.Clock.Now()).SetDueAt(s.Clock.Now())
}

func (s identityRows) device(tx *ent.Tx, mark string) *ent.DeviceCreate {
	return tx.Device.Create().SetAccountID(s.me).SetDigest([]byte(mark)).SetCreatedAt(s.Clock.Now()).SetLastSeenAt(s.Clock.Now())
}

func (s identityRows) emailChange(tx *ent.Tx, mark string) *ent.EmailChangeCreate {
	return tx.EmailChange.Create().SetAccountID(s.me).SetOldEmail(mark).SetNewEmail(mark).SetNewKey(mark).SetOldLost(false).
		SetCreatedAt(s.Clock.Now()).SetExpiresAt(s.Clock.Now())
}

func (s identityRows) githubIdentity(tx *ent.Tx, mark string) *ent.GithubIdentityCreate {
	return tx.GithubIdentity.Create().SetAccountID(s.me).SetGithubID(int64(len(mark))).SetLogin(mark).SetCreatedAt(s.Clock.Now())
}

func (s identityRows) link(tx *ent.Tx, mark string) *ent.LinkCreate {
	return tx.Link.Create().SetAccountID(s.me).SetPurpose(link.PurposeVERIFY_EMAIL).SetDigest([]byte(mark)).
		SetCreatedAt(s.Clock.Now()).SetExpiresAt(s.Clock.Now())
}

func (s identityRows) passkey(tx *ent.Tx, mark string) *ent.PasskeyCreate {
	return tx.Passkey.Create().SetAccountID(s.me).SetName(mark).SetCredentialID([]byte(mark)).SetCredential(json.RawMessage("{}")).SetCreatedAt(s.Clock.Now())
}

func (s identityRows) pendingSignIn(tx *ent.Tx, mark string) *ent.PendingSignInCreate {
	return tx.PendingSignIn.Create().SetAccountID(s.me).SetTokenDigest([]byte(mark)).SetCredentialVersion(1).SetMethod("password").
		SetCreatedAt(s.Clock.Now()).SetExpiresAt(s.Clock.Now())
}

func (s identityRows) recoveryCode(tx *ent.Tx, mark string) *ent.RecoveryCodeCreate {
	return tx.RecoveryCode.Create().SetAccountID(s.me).SetHash(mark).SetCreatedAt(s.Clock.Now())
}

func (s identityRows) totp(tx *ent.Tx, mark string) *ent.TotpCreate {
	return tx.Totp.Create().SetAccountID(s.me).SetSecret([]byte(mark)).SetCreatedAt(s.Clock.Now())
}

func (s identityRows) attempt(tx *ent.Tx, mark string) *ent.AttemptCreate {
	now := s.Clock.Now()
	return tx.Attempt.Create().SetKind("test").SetSubject(mark).SetCreatedAt(now).SetSince(now).SetLastAt(now).SetNextAt(now)
}

func (s identityRows) ceremony(tx *ent.Tx, _ string) *ent.CeremonyCreate {
	return tx.Ceremony.Create().SetPurpose(ceremony.PurposeADD).SetData(json.RawMessage("{}")).SetAccountID(s.me).
		SetCreatedAt(s.Clock.Now()).SetExpiresAt(s.Clock.Now())
}

func (s identityRows) mail(tx *ent.Tx, mark string) *ent.MailCreate {
	return tx.Mail.Create().SetKind(mark).SetToAddress(mark).SetLanguage("EN").SetAccountID(s.me).SetCreatedAt(s.Clock.Now()).SetDueAt(s.Clock.Now())
}

func (s identityRows) oauthState(tx *ent.Tx, mark string) *ent.OAuthStateCreate {
	return tx.OAuthState.Create().SetDigest([]byte(mark)).SetBrowser([]byte(mark)).SetVerifier([]byte(mark)).SetPurpose(oauthstate.PurposeSIGN_IN).
		SetPage(mark).SetCreatedAt(s.Clock.Now()).SetExpiresAt(s.Clock.Now())
}

func (s identityRows) resetRequest(tx *ent.Tx, mark string) *ent.ResetRequestCreate {
	return tx.ResetRequest.Create().SetEmailKey(mark).SetAddress(mark).SetDevice(mark).SetCreatedAt(s.Clock.Now())
}

// makeIdentity makes a row of each.
func (s *scene) makeIdentity() {
	s.T.Helper()
	rows, ctx := identityRows{s}, viewer.AsSystem(s.T.Context())
	s.made = map[string]uuid.UUID{}
	testkit.Must(s.T, 0, store.Do(ctx, s.DB, func(tx *ent.Tx) error {
		for table, save := range map[string]func() (uuid.UUID, error){
			"attempts":          func() (uuid.UUID, error) { r, err := rows.attempt(tx, "adas").Save(ctx); return r.ID, err },
			"ceremonies":        func() (uuid.UUID, error) { r, err := rows.ceremony(tx, "adas").Save(ctx); return r.ID, err },
			"data_exports":      func() (uuid.UUID, error) { r, err := rows.dataExport(tx, "adas").Save(s.ada); return r.ID, err },
			"devices":           func() (uuid.UUID, error) { r, err := rows.device(tx, "adas").Save(s.ada); return r.ID, err },
			"email_changes":     func() (uuid.UUID, error) { r, err := rows.emailChange(tx, "adas").Save(s.ada); return r.ID, err },
			"github_identities": func() (uuid.UUID, error) { r, err := rows.githubIdentity(tx, "adas").Save(s.ada); return r.ID, err },
			"links":             func() (uuid.UUID, error) { r, err := rows.link(tx, "adas").Save(s.ada); return r.ID, err },
			"mails":             func() (uuid.UUID, error) { r, err := rows.mail(tx, "adas").Save(ctx); return r.ID, err },
			"oauth_states":      func() (uuid.UUID, error) { r, err := rows.oauthState(tx, "adas").Save(ctx); return r.ID, err },
			"passkeys":          func() (uuid.UUID, error) { r, err := rows.passkey(tx, "adas").Save(s.ada); return r.ID, err },
			"pending_sign_ins":  func() (uuid.UUID, error) { r, err := rows.pendingSignIn(tx, "adas").Save(s.ada); return r.ID, err },
			"recovery_codes":    func() (uuid.UUID, error) { r, err := rows.recoveryCode(tx, "adas").Save(s.ada); return r.ID, err },
			"reset_requests":    func() (uuid.UUID, error) { r, err := rows.resetRequest(tx, "adas").Save(ctx); return r.ID, err },
			"totps":             func() (uuid.UUID, error) { r, err := rows.totp(tx, "adas").Save(s.ada); return r.ID, err },
		} {
			id, err := save()
			if err != nil {
				return err
			}
			s.made[table] = id
		}
		return nil
	}))
}
