package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portico/internal/catalog"
	"portico/internal/testkit"
)

// A shell runs commands of the real binary on one database.
type shell struct {
	t              testing.TB
	path           string
	data, database string
}

func newShell(t testing.TB) *shell {
	t.Helper()
	path, err := build()
	return &shell{t: t, path: testkit.Must(t, path, err), data: t.TempDir(), database: testkit.URL(t)}
}

// run runs a command. It returns the exit code, what was printed, and what went to
// standard error.
func (o *shell) run(stdin string, args ...string) (code int, out, errs string) {
	o.t.Helper()
	var b, e strings.Builder
	cmd := exec.Command(o.path, append(args, "--data", o.data, "--database-url", o.database)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &b, &e
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		o.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), b.String(), e.String()
}

// works runs a command that has to work, and returns what was printed.
func (o *shell) works(stdin string, args ...string) string {
	o.t.Helper()
	code, out, errs := o.run(stdin, args...)
	if code != 0 {
		o.t.Fatalf("%v: exit code %d: %s", args, code, errs)
	}
	return out
}

// file writes a catalog file.
func (o *shell) file(text string) string {
	o.t.Helper()
	path := filepath.Join(o.t.TempDir(), "catalog.yaml")
	testkit.Must(o.t, 0, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// dearer is the default catalog with another price of M from an instant on.
func dearer(from time.Time, micros int) string {
	old := "      - {validFrom: 2000-01-01T00:00Z, microsPerHour: 20000}\n"
	return strings.Replace(catalog.Default, old, old+fmt.Sprintf("      - {validFrom: %s, microsPerHour: %d}\n", from.Format("2006-01-02T15:04Z"), micros), 1)
}

// The operator's commands, on a database on which the program has not run yet.
func TestCatalogCommands(t *testing.T) {
	t.Parallel()
	o := newShell(t)
	coming := time.Now().UTC().AddDate(0, 1, 0)
	first, next := dearer(coming, 21000), dearer(coming, 22000)
	if got := o.works("", "catalog", "show", "--default"); got != catalog.Default {
		t.Errorf("the default catalog is shown as\n%s", got)
	}
	if got := o.works("", "catalog", "show"); got != catalog.Default {
		t.Errorf("an empty database's catalog is shown as\n%s", got)
	}
	if out := o.works("", "catalog", "check", o.file(first)); !strings.Contains(out, "plan M: is new") {
		t.Errorf("a first file: %s", out)
	}
	o.works("", "catalog", "apply", o.file(first))
	if got := o.works("", "catalog", "show"); got != first {
		t.Errorf("what was applied is shown as\n%s", got)
	}

	want := fmt.Sprintf("plan M: costs 22000 micro-euro an hour (16.06 € a month) instead of 21000 micro-euro an hour (15.33 € a month) from %s\n", coming.Format("2006-01-02T15:04Z"))
	if got := o.works("", "catalog", "check", o.file(next)); got != want {
		t.Errorf("check: %s", got)
	}
	if got := o.works("", "catalog", "show"); got != first {
		t.Error("check changes the catalog")
	}
	if got := o.works(next, "catalog", "apply", "-"); got != want {
		t.Errorf("apply: %s", got)
	}
	for _, command := range []string{"check", "apply"} {
		if got := o.works("", "catalog", command, o.file(next)); got != "nothing changes\n" {
			t.Errorf("%s again: %s", command, got)
		}
	}
	if got := o.works("", "catalog", "show"); got != next {
		t.Errorf("what was applied is shown as\n%s", got)
	}
}

// What is refused is told fault by fault, ends with exit code 1, and changes nothing.
func TestCatalogFaultsAreTold(t *testing.T) {
	t.Parallel()
	o := newShell(t)
	o.works("", "catalog", "apply", o.file(catalog.Default))
	bad := strings.NewReplacer("microsPerHour: 20000}", "microsPerHour: 19000}", "kind: ADDON", "kind: DATABASE").Replace(catalog.Default)
	for _, command := range []string{"check", "apply"} {
		code, out, errs := o.run("", "catalog", command, o.file(bad))
		if code != 1 || out != "" || !strings.Contains(errs, "plan M: the price from 2000-01-01T00:00Z has come into force and can't change from 20000 to 19000") ||
			strings.Count(errs, "can't become DATABASE") != 3 {
			t.Errorf("%s: exit code %d: %s%s", command, code, out, errs)
		}
	}
	if code, _, errs := o.run("plans: 3", "catalog", "check", "-"); code != 1 || !strings.Contains(errs, "line 1: ") {
		t.Errorf("exit code %d: %s", code, errs)
	}
	none := filepath.Join(t.TempDir(), "none.yaml")
	for _, command := range []string{"check", "apply"} {
		if code, _, errs := o.run("", "catalog", command, none); code != 1 || errs != "portico: there is no file "+none+"\n" {
			t.Errorf("%s: exit code %d: %s", command, code, errs)
		}
	}
	if got := o.works("", "catalog", "show"); got != catalog.Default {
		t.Errorf("what was refused has changed the catalog to\n%s", got)
	}
}

// A file that is applied beside a running program is what the program answers with
// next.
func TestCatalogIsAppliedBesideTheProgram(t *testing.T) {
	t.Parallel()
	b := serve(t)
	c := b.client(t)
	const query = "{ plans { name next { microsPerHour monthly { amount } } } }"
	if name, next := c.do("plans.1.name", query, nil), c.do("plans.1.next", query, nil); name != "M" || next != nil {
		t.Errorf("%v, %v", name, next)
	}
	o := &shell{t: t, path: b.path, data: b.data, database: b.database}
	o.works("", "catalog", "apply", o.file(dearer(time.Now().UTC().AddDate(0, 1, 0), 21000)))
	if next := c.do("plans.1.next.monthly.amount", query, nil); next != float64(1533) {
		t.Errorf("the program answers %v", next)
	}
}
