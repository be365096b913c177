package catalog_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"portico/internal/catalog"
	"portico/internal/testkit"
)

var update = flag.Bool("update", false, "write what the golden files say anew")

// Each file of testdata says what a catalog file, new, would change in another, old,
// at noon of 30 November 2026, or what is wrong with it.
func TestCompare(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatal("golden files are missing", files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			part := parts(testkit.Must(t, archive, err))
			got := outcome(t, part["old"], part["new"])
			if *update {
				write(t, file, archive, got)
			} else if got != part["outcome"] {
				t.Errorf("the outcome is\n%swant\n%s", got, part["outcome"])
			}
		})
	}
}

func parts(a *txtar.Archive) map[string]string {
	m := map[string]string{}
	for _, f := range a.Files {
		m[f.Name] = string(f.Data)
	}
	return m
}

func write(t *testing.T, file string, a *txtar.Archive, outcome string) {
	t.Helper()
	last := len(a.Files) - 1
	if a.Files[last].Name != "outcome" {
		a.Files = append(a.Files, txtar.File{Name: "outcome"})
		last++
	}
	a.Files[last].Data = []byte(outcome)
	testkit.Must(t, 0, os.WriteFile(file, txtar.Format(a), 0o644))
}

func outcome(t *testing.T, before, after string) string {
	t.Helper()
	var old catalog.Catalog
	if before != "" {
		f, err := catalog.Parse(before)
		old = testkit.Must(t, f, err).Catalog
	}
	f, err := catalog.Parse(after)
	var changes []string
	if err == nil {
		changes, err = catalog.Compare(old, f, at(t, "2026-11-30T12:00:00Z"))
	}
	var faults catalog.Faults
	switch {
	case errors.As(err, &faults):
		return "refused\n" + faults.Error() + "\n"
	case err != nil:
		t.Fatal(err)
	case len(changes) == 0:
		return "nothing changes\n"
	}
	return strings.Join(changes, "\n") + "\n"
}
