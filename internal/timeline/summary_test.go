package timeline_test

import (
	"testing"

	"portico/ent"
	"portico/internal/request"
	"portico/internal/store"
	"portico/internal/testkit"
	"portico/internal/timeline"
	"portico/internal/viewer"
)

// A summary has nothing of another language in it, and says of one thing that it is one.
func TestSummariesInEachLanguage(t *testing.T) {
	t.Parallel()
	w, ada := testkit.WithAccount(t, "ada")
	ada = request.WithOrigin(ada, request.Origin{Address: "192.0.2.7", Device: "Firefox on Linux"})
	device, unknown := "Firefox on Linux", "unknown device"
	for _, c := range []struct {
		e      timeline.Event
		en, fr string
	}{
		{&timeline.SessionRevokedEvent{Sessions: 1, EndedDevice: &device}, "Session on Firefox on Linux ended", "Session fermée\u00a0: Firefox sur Linux"},
		{&timeline.SessionRevokedEvent{Sessions: 1, EndedDevice: &unknown}, "Session on unknown device ended", "Session fermée\u00a0: navigateur inconnu"},
		{&timeline.SessionRevokedEvent{Sessions: 1}, "1 other session ended", "1 autre session fermée"},
		{&timeline.SessionRevokedEvent{Sessions: 1200}, "1,200 other sessions ended", "1\u00a0200 autres sessions fermées"},
		{&timeline.LoginSucceededEvent{}, "Signed in from 192.0.2.7, Firefox on Linux", "Connexion depuis 192.0.2.7, Firefox sur Linux"},
		{&timeline.RecoveryCodeUsedEvent{Left: 1}, "Recovery code used, 1 left", "Code de récupération utilisé, il en reste 1"},
		{&timeline.GitPushDeniedEvent{Repository: "shop", Repeats: 11}, "12 pushes to shop denied", "12 push vers shop refusés"},
	} {
		testkit.Must(t, 0, store.Do(ada, w.DB, func(tx *ent.Tx) error { return w.Log.Record(ada, tx, c.e) }))
		edges := all(t, ada, w.Log, viewer.ID(ada), timeline.Filter{})
		h := timeline.HeadOf(edges[len(edges)-1].Node)
		for lang, want := range map[string]string{"EN": c.en, "FR": c.fr} {
			if got := h.Summary(viewer.With(t.Context(), viewer.Viewer{Language: lang})); got != want {
				t.Errorf("in %s: %q, want %q", lang, got, want)
			}
		}
	}
}
