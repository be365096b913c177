package account_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"portico/ent"
	"portico/ent/dataexport"
	"portico/ent/link"
	"portico/ent/session"
	"portico/internal/apitoken"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/viewer"
)

// unzipped is what lies in an export, by name.
func unzipped(t *testing.T, w *testkit.World, ctx context.Context, id uuid.UUID) map[string]string {
	t.Helper()
	_, f, err := w.Exports.Open(ctx, id)
	testkit.Must(t, f, err)
	defer f.Close()
	raw, err := io.ReadAll(f)
	z, err2 := zip.NewReader(bytes.NewReader(testkit.Must(t, raw, err)), int64(len(raw)))
	testkit.Must(t, z, err2)
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		text, err2 := io.ReadAll(testkit.Must(t, r, err))
		files[f.Name] = string(testkit.Must(t, text, err2))
	}
	return files
}

// exported asks for an export and has it made.
func exported(t *testing.T, w *testkit.World, ctx context.Context) *ent.DataExport {
	t.Helper()
	e, err := w.Exports.Request(ctx)
	testkit.Must(t, e, err)
	testkit.Must(t, 0, w.Exports.MakeJob().Run(t.Context()))
	return w.DB.DataExport.GetX(ctx, e.ID)
}

func parsed[T any](t *testing.T, text string) (v T) {
	t.Helper()
	testkit.Must(t, 0, json.Unmarshal([]byte(text), &v))
	return v
}

// What an account has is in its export, what others have is not, and the account
// is told.
func TestExportHasWhatTheAccountHas(t *testing.T) {
	t.Parallel()
	w := testkit.New(t)
	ada, eve := w.Account("ada"), w.Verified("eve")
	w.SignedIn("ada")
	key, err := w.Keys.Add(ada, "laptop", testkit.PublicKey(t))
	testkit.Must(t, key, err)
	_, err = w.Keys.Add(eve, "eves-key", testkit.PublicKey(t))
	testkit.Must(t, 0, err)
	_, err = w.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"APPS_READ"}})
	testkit.Must(t, 0, err)
	testkit.Must(t, 0, w.BillingProfiles.Update(ada, testkit.Billing()))
	own, shared, secret, invited := w.App(ada, "own-app"), w.App(eve, "shared-app"), w.App(eve, "eves-own"), w.App(eve, "invited-app")
	w.Member(ada, own, "eve", eve, "COLLABORATOR")
	w.Member(eve, shared, "ada", ada, "LIMITED")
	_, err = w.Collaborators.Invite(eve, invited.ID, "ada", "LIMITED")
	testkit.Must(t, 0, err)
	for range 120 { // more than a page
		w.Deploy(ada, own, "=HYPERLINK(\"x\")")
	}
	w.Deploy(eve, own, "hers, on ada's app")
	w.Deploy(eve, shared, "hers, on her app")
	w.Deploy(ada, shared, "ada's, on eve's app")
	w.Deploy(eve, secret, "unseen")

	e := exported(t, w, ada)
	now := w.Clock.Now()
	if e.State != dataexport.StateREADY || e.Progress != 100 || e.Size == 0 || !e.ReadyAt.Equal(now) || !e.ExpiresAt.Equal(now.Add(7*24*time.Hour)) {
		t.Errorf("%+v", e)
	}
	info, err := os.Stat(filepath.Join(w.Exports.Folder, e.ID.String()+".zip"))
	if testkit.Must(t, info, err); info.Mode() != 0o600 || info.Size() != e.Size {
		t.Errorf("%v, %d bytes, said are %d", info.Mode(), info.Size(), e.Size)
	}
	if files, _ := os.ReadDir(w.Exports.Folder); len(files) != 1 {
		t.Errorf("there are %v", files)
	}
	files := unzipped(t, w, ada, e.ID)
	if got := slices.Sorted(maps.Keys(files)); strings.Join(got, " ") != "README.txt api-tokens.json apps.json billing-details.json deployments.csv ledger.csv one-offs.csv passkeys.json profile.json sessions.json ssh-keys.json timeline.csv timeline.json usage.csv" {
		t.Errorf("in it are %v", got)
	}
	for name, text := range files {
		if strings.Contains(text, "eves-key") || strings.Contains(text, "eves-own") || strings.Contains(text, "unseen") || strings.Contains(text, "eve@example.com") || strings.Contains(text, "hers, on her app") {
			t.Errorf("%s has what is eve's:\n%s", name, text)
		}
	}
	type object = map[string]any
	if p := parsed[object](t, files["profile.json"]); p["username"] != "ada" || p["email"] != "ada@example.com" || p["hasPassword"] != true {
		t.Errorf("%v", p)
	}
	for name, want := range map[string]string{"ssh-keys.json": "laptop", "api-tokens.json": "program"} {
		if l := parsed[[]object](t, files[name]); len(l) != 1 || l[0]["name"] != want {
			t.Errorf("%s has %v", name, l)
		}
	}
	if l := parsed[[]object](t, files["billing-details.json"]); len(l) != 1 || l[0]["legalName"] != "Harbour Works GmbH" || l[0]["vatStatus"] != "UNCHECKED" {
		t.Errorf("billing details are %v", l)
	}
	if l := parsed[[]object](t, files["sessions.json"]); len(l) != 1 || l[0]["address"] != "192.0.2.7" {
		t.Errorf("sessions are %v", l)
	}
	apps := parsed[map[string][]object](t, files["apps.json"])
	if len(apps["own"]) != 1 || apps["own"][0]["name"] != "own-app" || len(apps["collaborations"]) != 2 {
		t.Errorf("apps are %v", apps)
	}
	rows, err := csv.NewReader(strings.NewReader(files["deployments.csv"])).ReadAll()
	if testkit.Must(t, rows, err); len(rows) != 1+120+2 {
		t.Errorf("%d deployments", len(rows)-1)
	}
	subjects := map[string]int{}
	for _, r := range rows {
		subjects[r[5]]++
	}
	if subjects[`'=HYPERLINK("x")`] != 120 || subjects["hers, on ada's app"] != 1 || subjects["ada's, on eve's app"] != 1 {
		t.Errorf("deployed is %v", subjects)
	}
	events := parsed[[]object](t, files["timeline.json"])
	table, err := csv.NewReader(strings.NewReader(files["timeline.csv"])).ReadAll()
	if testkit.Must(t, table, err); len(events) < 120 || len(table) != len(events)+1 {
		t.Errorf("%d events, %d in the table", len(events), len(table)-1)
	}
	if events[0]["type"] != "data_export_requested" || events[len(events)-1]["summary"] != "Account created" || table[len(table)-1][6] != "Account created" {
		t.Errorf("from %v to %v", events[0], events[len(events)-1])
	}

	if got := w.Timeline(ada, viewer.ID(ada))[:2]; !slices.Equal(got, []string{"data_export_ready", "data_export_requested"}) {
		t.Errorf("recorded is %v", got)
	}
	l := w.Email("ada@example.com")
	if l.Kind != "data_export_ready" || l.Button.Path != "/authentication" || l.Button.Secret != "" || l.Code != "" {
		t.Errorf("the email is %+v", l)
	}
}

// R33: no secret is in an export, in whatever column one stands: of one row in
// every table, all that is marked as sensitive is planted.
func TestR33_ExportHasNoSecrets(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	w.SignedIn("ada")
	made, err := w.Tokens.Create(ada, apitoken.NewToken{Name: "program", Scopes: []string{"APPS_READ"}})
	testkit.Must(t, made, err)
	ctx, me, now, secret := viewer.AsSystem(t.Context()), viewer.ID(ada), w.Clock.Now(), []byte("canary")
	testkit.Must(t, 0, store.Do(ctx, w.DB, func(tx *ent.Tx) error {
		tx.Account.UpdateOneID(me).SetPasswordHash("canary").ExecX(ctx)
		tx.Session.Update().Where(session.AccountID(me)).SetTokenDigest(secret).ExecX(ctx)
		tx.APIToken.Update().SetDigest(secret).ExecX(ctx)
		tx.Totp.Create().SetAccountID(me).SetSecret(secret).SetEnabledAt(now).SetCreatedAt(now).ExecX(ctx)
		tx.RecoveryCode.Create().SetAccountID(me).SetHash("canary").SetCreatedAt(now).ExecX(ctx)
		tx.Passkey.Create().SetAccountID(me).SetName("phone").SetCredentialID([]byte("id")).SetCredential([]byte(`{"x":"canary"}`)).SetCreatedAt(now).ExecX(ctx)
		tx.GithubIdentity.Create().SetAccountID(me).SetGithubID(7).SetLogin("ada-gh").SetCreatedAt(now).ExecX(ctx)
		tx.Device.Create().SetAccountID(me).SetDigest(secret).SetLastSeenAt(now).SetCreatedAt(now).ExecX(ctx)
		tx.PendingSignIn.Create().SetAccountID(me).SetTokenDigest(secret).SetCredentialVersion(1).SetMethod("password").SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
		tx.Link.Create().SetAccountID(me).SetPurpose(link.PurposeREVERT_EMAIL).SetDigest(secret).SetExpiresAt(now).SetCreatedAt(now).ExecX(ctx)
		tx.Mail.Create().SetAccountID(me).SetKind("x").SetToAddress("ada@example.com").SetLanguage("EN").SetSealed(secret).SetDueAt(now).SetCreatedAt(now).ExecX(ctx)
		return nil
	}))
	files := unzipped(t, w, ada, exported(t, w, ada).ID)
	for name, text := range files {
		for _, bad := range []string{"canary", "Y2FuYXJ5", "63616e617279", made.Text} { // as text, base64 and hex
			if strings.Contains(text, bad) {
				t.Errorf("%s has a secret:\n%s", name, text)
			}
		}
	}
	if !strings.Contains(files["passkeys.json"], "phone") || !strings.Contains(files["profile.json"], "ada-gh") || strings.Contains(files["profile.json"], `"secondFactorSince": null`) {
		t.Errorf("the rest is not there: %v", files)
	}
}

// One a day; one that failed does not count, and neither does another's.
func TestOneExportADay(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	if e, err := w.Exports.Newest(ada); e != nil || err != nil {
		t.Errorf("%v, %v", e, err)
	}
	first := exported(t, w, ada)
	w.Clock.Move(24*time.Hour - time.Second)
	_, err := w.Exports.Request(ada)
	all, _ := problem.InputsOf(err)
	if len(all) != 1 || all[0].Code != problem.LimitReached || !strings.Contains(err.Error(), i18n.Instant(first.CreatedAt.Add(24*time.Hour)).For(i18n.Reader{})) {
		t.Errorf("%v", err)
	}
	exported(t, w, eve)
	w.Clock.Move(time.Second)
	second := exported(t, w, ada)
	if e, err := w.Exports.Newest(ada); err != nil || e.ID != second.ID {
		t.Errorf("%v, %v", e, err)
	}
	testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error {
		return tx.DataExport.UpdateOneID(second.ID).SetState(dataexport.StateFAILED).Exec(ada)
	}))
	exported(t, w, ada)

	bob := w.Account("bob")
	v, _ := viewer.From(bob)
	var wg sync.WaitGroup
	errs := make([]error, 10)
	for n := range errs {
		wg.Go(func() { _, errs[n] = w.Exports.Request(viewer.With(t.Context(), v)) })
	}
	wg.Wait()
	if n := w.DB.DataExport.Query().CountX(bob); n != 1 {
		t.Errorf("of ten at once, %d: %v", n, errs)
	}
}

// R32: an export is opened by its account, until its time; then its file goes.
func TestR32_ExportsAreOpenedByTheirAccountInTime(t *testing.T) {
	t.Parallel()
	w, ada, eve := testkit.WithAccounts(t, "ada", "eve")
	waiting, err := w.Exports.Request(eve)
	testkit.Must(t, waiting, err)
	closed := func(ctx context.Context, id uuid.UUID) bool {
		_, f, err := w.Exports.Open(ctx, id)
		if f != nil {
			_ = f.Close()
		}
		var r *problem.Refusal
		return errors.As(err, &r) && r.Reason == problem.NotFound
	}
	if !closed(eve, waiting.ID) || w.Exports.URL(waiting) != nil {
		t.Error("it is open before it is ready")
	}
	e := exported(t, w, ada)
	if closed(ada, e.ID) || !closed(eve, e.ID) || !closed(ada, uuid.New()) || *w.Exports.URL(e) != "/exports/"+e.GlobalID().String() {
		t.Error("it is not open to its account alone")
	}
	w.Clock.Move(7*24*time.Hour - time.Second)
	testkit.Must(t, 0, w.Exports.Sweep(t.Context()))
	if closed(ada, e.ID) {
		t.Error("it is gone too early")
	}
	w.Clock.Move(time.Second)
	if !closed(ada, e.ID) || w.Exports.URL(e) != nil {
		t.Error("it is open after its time")
	}
	testkit.Must(t, 0, w.Exports.Sweep(t.Context()))
	if files, err := os.ReadDir(w.Exports.Folder); err != nil || len(files) != 0 {
		t.Errorf("files are left: %v, %v", files, err)
	}
	if n := w.DB.DataExport.Query().CountX(viewer.AsSystem(t.Context())); n != 0 {
		t.Errorf("%d rows are left", n)
	}
}
