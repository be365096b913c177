package main

import (
	"net/http"
	"strings"

	"github.com/google/uuid"

	"portico/internal/gid"
	"portico/internal/i18n"
	"portico/internal/problem"
	"portico/internal/viewer"
)

// accountHeader names the account that a page was loaded for, in requests and in
// connection_init. The tabs of a browser share one session cookie: once another account
// signs in in one of them, the others' requests would act on it.
const accountHeader = "Portico-Account"

// isAnother reports whether a page was loaded for another account than its session's.
// Programs, which have tokens, don't say; neither does a page loaded for nobody.
func isAnother(loadedFor string, v viewer.Viewer) bool {
	if loadedFor == "" || v.SessionID == uuid.Nil {
		return false
	}
	id, _ := gid.Parse(loadedFor)
	return id.As(gid.Account) != v.AccountID
}

// accountChanged answers a page whose browser has signed in to another account since.
func accountChanged(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusConflict, problem.SessionChanged, i18n.Msg("You signed in with another tab. Reload."))
}

// param is a text of a connection's payload. Its names are those of headers.
func param(payload map[string]any, name string) (string, bool) {
	for key, value := range payload {
		if strings.EqualFold(key, name) {
			text, _ := value.(string)
			return text, true
		}
	}
	return "", false
}
