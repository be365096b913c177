package main

import (
	"mime"
	"net/http"

	"github.com/google/uuid"

	"portico/internal/gid"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// export serves the zip of a data export: only to a session of its account that is in
// sudo mode.
func (p *program) export(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	v, ok := viewer.From(r.Context())
	if !ok || v.TokenID != uuid.Nil || !v.SudoUntil.After(p.now()) {
		lang := i18n.Prefer(r.Header.Get("Accept-Language"))
		if ok {
			lang = v.Language
		}
		errorPage(w, r, http.StatusForbidden, lang,
			i18n.Msg("Sign in and prove once more who you are, then download your data from the page of your account."),
			i18n.Msg("The number of this request:"))
		return
	}
	id, _ := gid.Parse(r.PathValue("id"))
	e, f, err := p.Exports.Open(r.Context(), id.As(gid.DataExport))
	switch {
	case refused(err, problem.NotFound):
		errorPage(w, r, http.StatusNotFound, v.Language,
			i18n.Msg("There is no export to download here: its time is over, or it is not yours."),
			i18n.Msg("The number of this request:"))
		return
	case err != nil:
		fault(w, r, err)
		return
	}
	defer f.Close()
	name := "portico-" + v.Username + "-" + e.CreatedAt.Format("2006-01-02") + ".zip"
	w.Header().Set("Content-Type", "application/zip")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	http.ServeContent(w, r, "", *e.ReadyAt, f)
}
