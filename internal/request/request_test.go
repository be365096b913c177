package request_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/uuid"

	"portico/internal/request"
)

func TestEachRequestHasItsID(t *testing.T) {
	t.Parallel()
	a, b := request.With(t.Context(), "FR"), request.With(t.Context(), "EN")
	if _, err := uuid.Parse(request.ID(a)); err != nil || request.ID(a) == request.ID(b) || request.Language(a) != "FR" {
		t.Errorf("%s, %s, %s: %v", request.ID(a), request.ID(b), request.Language(a), err)
	}
	if request.ID(t.Context()) != "" || request.Language(t.Context()) != "" {
		t.Error("there is a request where there is none")
	}
}

func TestLoggedCarriesTheIDThroughGroups(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	log := slog.New(request.Logged(slog.NewTextHandler(&b, nil)))
	ctx := request.With(t.Context(), "EN")
	log.InfoContext(ctx, "one")
	log.With("k", "v").InfoContext(ctx, "two")
	log.WithGroup("g").InfoContext(ctx, "three")
	if n := strings.Count(b.String(), request.ID(ctx)); n != 3 {
		t.Errorf("%d of 3 lines: %s", n, b.String())
	}
	b.Reset()
	log.InfoContext(t.Context(), "none")
	if strings.Contains(b.String(), "request=") {
		t.Error(b.String())
	}
}
