package account

import (
	"archive/zip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/app"
	"portico/ent/collaborator"
	"portico/internal/gid"
	"portico/internal/i18n"
	"portico/internal/sshkey"
	"portico/internal/viewer"
)

// pack writes the zip. What can be long is read in pages and never held whole.
func (j *job) pack(ctx context.Context, to io.Writer) error {
	z := zip.NewWriter(to)
	files := []struct {
		name  string
		write func(context.Context, io.Writer) error
		done  int32 // percent, once it is written
	}{
		{"README.txt", j.readme, 1},
		{"profile.json", listed(j.profile), 2},
		{"ssh-keys.json", listed(j.sshKeys), 4},
		{"api-tokens.json", listed(j.apiTokens), 6},
		{"sessions.json", listed(j.sessions), 8},
		{"passkeys.json", listed(j.passkeys), 9},
		{"apps.json", listed(j.apps), 10},
		{"deployments.csv", j.deployments, 20},
		{"timeline.json", j.timelineJSON, 60},
		{"timeline.csv", j.timelineCSV, 100},
	}
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: j.Now()})
		if err == nil {
			err = f.write(ctx, w)
		}
		if err == nil {
			err = j.progress(ctx, f.done)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return z.Close()
}

// An object is what a JSON file tells of one thing. Each is written out by hand:
// a new column is in no export until somebody puts it there.
type object map[string]any

// listed writes what fn reads as JSON.
func listed(fn func(context.Context) (any, error)) func(context.Context, io.Writer) error {
	return func(ctx context.Context, w io.Writer) error {
		v, err := fn(ctx)
		if err != nil {
			return err
		}
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(v)
	}
}

func (j *job) readme(_ context.Context, w io.Writer) error {
	lang := string(j.account.Language)
	lines := []string{
		i18n.Msg("This is the data that Portico stores about the account %s.", j.account.Username).In(lang), "",
		i18n.Msg("Times are in UTC. Passwords, private keys, codes, and other secrets are not included.").In(lang), "",
		"profile.json      " + i18n.Msg("Who you are and how you sign in").In(lang),
		"ssh-keys.json     " + i18n.Msg("Your public SSH keys").In(lang),
		"api-tokens.json   " + i18n.Msg("Your API tokens, without their secrets").In(lang),
		"sessions.json     " + i18n.Msg("Browsers that are signed in").In(lang),
		"passkeys.json     " + i18n.Msg("Names of your passkeys").In(lang),
		"apps.json         " + i18n.Msg("Your apps, and the apps you collaborate on").In(lang),
		"deployments.csv   " + i18n.Msg("Deployments to your apps, and yours to other apps").In(lang),
		"timeline.json     " + i18n.Msg("Everything you did and everything that happened to your account").In(lang),
		"timeline.csv      " + i18n.Msg("The same events as a table").In(lang),
	}
	_, err := io.WriteString(w, strings.Join(lines, "\r\n")+"\r\n")
	return err
}

func (j *job) profile(ctx context.Context) (any, error) {
	a, err := j.DB.Account.Get(ctx, j.account.ID)
	if err != nil {
		return nil, fmt.Errorf("load account: %w", err)
	}
	p := object{
		"id": a.GlobalID(), "username": a.Username, "email": a.Email, "emailVerifiedAt": a.EmailVerifiedAt,
		"fullName": a.FullName, "location": a.Location, "company": a.Company, "newsletter": a.Newsletter,
		"language": a.Language, "theme": a.Theme, "timeZone": a.TimeZone, "createdAt": a.CreatedAt,
		"hasPassword": a.PasswordHash != "", "suspendedAt": a.SuspendedAt,
	}
	factor, err := j.DB.Totp.Query().First(ctx)
	if err == nil {
		p["secondFactorSince"] = factor.EnabledAt
	} else if !ent.IsNotFound(err) {
		return nil, fmt.Errorf("load second factor: %w", err)
	}
	github, err := j.DB.GithubIdentity.Query().First(ctx)
	if err == nil {
		p["github"] = object{"login": github.Login, "id": github.GithubID, "linkedAt": github.CreatedAt}
	} else if !ent.IsNotFound(err) {
		return nil, fmt.Errorf("load GitHub identity: %w", err)
	}
	return p, nil
}

// objects are all rows of a query as objects.
func objects[T any](rows []T, err error, of func(T) object) (any, error) {
	all := make([]object, len(rows))
	for i, r := range rows {
		all[i] = of(r)
	}
	return all, err
}

func (j *job) sshKeys(ctx context.Context) (any, error) {
	rows, err := j.DB.SSHKey.Query().All(ctx)
	return objects(rows, err, func(k *ent.SSHKey) object {
		return object{
			"id": k.GlobalID(), "name": k.Name, "type": k.Type, "bits": k.Bits, "publicKey": k.Blob,
			"fingerprint": sshkey.FingerprintOf(k.Digest), "createdAt": k.CreatedAt, "provenAt": k.ProvenAt,
			"lastUsedAt": k.LastUsedAt, "lastUsedAddress": k.LastUsedAddress,
		}
	})
}

func (j *job) apiTokens(ctx context.Context) (any, error) {
	rows, err := j.DB.APIToken.Query().All(ctx)
	return objects(rows, err, func(t *ent.APIToken) object {
		return object{
			"id": t.GlobalID(), "name": t.Name, "lastFour": t.LastFour, "scopes": t.Scopes, "apps": t.AppNames,
			"createdAt": t.CreatedAt, "renewedAt": t.RenewedAt, "expiresAt": t.ExpiresAt,
			"lastUsedAt": t.LastUsedAt, "lastUsedAddress": t.LastUsedAddress,
		}
	})
}

func (j *job) sessions(ctx context.Context) (any, error) {
	rows, err := j.DB.Session.Query().All(ctx)
	return objects(rows, err, func(s *ent.Session) object {
		return object{
			"id": s.GlobalID(), "browser": s.UserAgent, "address": s.Address, "methods": s.Methods,
			"createdAt": s.CreatedAt, "lastSeenAt": s.LastSeenAt, "expiresAt": s.ExpiresAt,
		}
	})
}

func (j *job) passkeys(ctx context.Context) (any, error) {
	rows, err := j.DB.Passkey.Query().All(ctx)
	return objects(rows, err, func(p *ent.Passkey) object {
		return object{"id": p.GlobalID(), "name": p.Name, "createdAt": p.CreatedAt, "lastUsedAt": p.LastUsedAt}
	})
}

func (j *job) apps(ctx context.Context) (any, error) {
	rows, err := j.DB.App.Query().Where(app.OwnerID(j.account.ID)).All(ctx)
	own, err := objects(rows, err, func(a *ent.App) object {
		return object{"id": a.GlobalID(), "name": a.Name, "createdAt": a.CreatedAt}
	})
	if err != nil {
		return nil, err
	}
	places, err := j.collaborations(ctx)
	others, err := objects(places, err, func(c *ent.Collaborator) object {
		return object{
			"app":  object{"id": gid.ID{Kind: gid.App, UUID: c.AppID}, "name": c.Edges.App.Name},
			"role": c.Role, "invitedAt": c.CreatedAt, "acceptedAt": c.AcceptedAt,
		}
	})
	return object{"own": own, "collaborations": others}, err
}

// collaborations are those of the account, with their apps, which the invited
// can't see: the name comes with the invitation. There may be any number.
func (j *job) collaborations(ctx context.Context) (all []*ent.Collaborator, err error) {
	for after := uuid.Nil; ; {
		rows, err := j.DB.Collaborator.Query().Where(collaborator.AccountID(j.account.ID), collaborator.IDGT(after)).
			Order(ent.Asc(collaborator.FieldID)).Limit(exportPage).WithApp().All(viewer.AsSystem(ctx))
		if all = append(all, rows...); err != nil || len(rows) < exportPage {
			return all, err
		}
		after = rows[len(rows)-1].ID
	}
}
