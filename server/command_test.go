package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"portico/internal/testkit"
)

var flagForm = regexp.MustCompile(`--[a-z-]+`)

// help are the flags that the help of a command shows.
func help(t *testing.T, args ...string) []string {
	t.Helper()
	var out strings.Builder
	parser, err := newParser(new(commands), kong.Writers(&out, &out), kong.Exit(func(int) { panic(t) }))
	testkit.Must(t, 0, err)
	func() {
		defer func() {
			if p := recover(); p != any(t) {
				t.Errorf("%v: no help: %v", args, p)
			}
		}()
		_, _ = parser.Parse(append(args, "--help"))
	}()
	var flags []string
	for _, line := range strings.Split(out.String(), "\n") {
		if rest := strings.TrimSpace(line); strings.HasPrefix(rest, "-") {
			flags = append(flags, flagForm.FindString(rest))
		}
	}
	return flags
}

// Each command shows the flags that it uses, and no other.
func TestCommandsShowTheirFlags(t *testing.T) {
	t.Parallel()
	for command, want := range map[string]string{
		"":                           "--help",
		"version":                    "--help",
		"migrate":                    "--help --data --database-url",
		"seed":                       "--help --data --database-url",
		"account lose-second-factor": "--help --data --database-url",
		"keys rotate":                "--help --data --database-url --retire",
		"catalog show":               "--help --data --database-url --default",
		"catalog check":              "--help --data --database-url",
		"catalog apply":              "--help --data --database-url",
		"operator token":             "--help --data --database-url --scopes",
		"operator revoke":            "--help --data --database-url",
		"operator list":              "--help --data --database-url",
	} {
		if got := strings.Join(help(t, strings.Fields(command)...), " "); got != want {
			t.Errorf("%s: %s, want %s", command, got, want)
		}
	}
	if got := help(t, "serve"); !slices.Contains(got, "--smtp") || !slices.Contains(got, "--data") {
		t.Errorf("serve: %v", got)
	}
}

// What only serve has a flag for, other commands take from the environment.
func TestEnvironmentOfCommands(t *testing.T) {
	t.Setenv("PORTICO_DELETION_GRACE", "48h")
	t.Setenv("PORTICO_DATA", "elsewhere")
	c, err := Storage{Data: "here"}.config()
	testkit.Must(t, c, err)
	if c.DeletionGrace.Hours() != 48 {
		t.Errorf("the grace is %s", c.DeletionGrace)
	}
	if c.Data != "here" {
		t.Errorf("the data folder is %s", c.Data)
	}
	if c.MailFrom == "" {
		t.Error("nothing has a default")
	}
}

// existing are the commands that work on a database that is there.
var existing = [][]string{
	{"operator", "list"},
	{"operator", "token", "platform", "--scopes", "READ"},
	{"operator", "revoke", "platform"},
	{"catalog", "show"},
	{"catalog", "check", "-"},
	{"keys", "rotate"},
	{"account", "lose-second-factor", "ada"},
}

func TestCommandsCreateNoDatabase(t *testing.T) {
	t.Parallel()
	path, err := build()
	testkit.Must(t, path, err)
	parent := t.TempDir()
	folder := filepath.Join(parent, "mistyped")
	o := &shell{t: t, path: path, data: folder}
	for _, command := range existing {
		code, out, errs := o.run("plans: []", command...)
		if want := "portico: there is no database in " + folder + ". Set PORTICO_DATA (or --data) to the folder that portico serve uses\n"; code != 1 || out != "" || errs != want {
			t.Errorf("%v: exit code %d: %s%s", command, code, out, errs)
		}
	}
	left, err := os.ReadDir(parent)
	if len(testkit.Must(t, left, err)) != 0 {
		t.Errorf("left %v", left)
	}
}

// The same of a database that is named by its address.
func TestCommandsFillNoDatabase(t *testing.T) {
	t.Parallel()
	o := newShell(t)
	o.database = filepath.Join(t.TempDir(), "new.db")
	for _, command := range existing {
		if code, out, errs := o.run("plans: []", command...); code != 1 || out != "" || !strings.Contains(errs, "there is no database of Portico at this address. Set PORTICO_DATABASE_URL") {
			t.Errorf("%v: exit code %d: %s%s", command, code, out, errs)
		}
	}
	left, err := os.ReadDir(o.data)
	if len(testkit.Must(t, left, err)) != 0 {
		t.Errorf("left %v", left)
	}
}

// A wrong data folder beside the right database would get keys that open nothing.
func TestCommandsMakeNoKeys(t *testing.T) {
	t.Parallel()
	o := newShell(t)
	for _, command := range [][]string{{"keys", "rotate"}, {"account", "lose-second-factor", "ada"}} {
		if code, _, errs := o.run("", command...); code != 1 || !strings.Contains(errs, "there are no keys in "+o.data) {
			t.Errorf("%v: exit code %d: %s", command, code, errs)
		}
	}
	if _, err := os.Stat(filepath.Join(o.data, keysFile)); !os.IsNotExist(err) {
		t.Errorf("keys: %v", err)
	}
}

// The commands that begin a database.
func TestCommandsThatCreateADatabase(t *testing.T) {
	t.Parallel()
	for _, command := range [][]string{{"migrate"}, {"seed"}, {"catalog", "apply", "-"}} {
		o := newShell(t)
		o.data = filepath.Join(o.data, "new")
		o.database = filepath.Join(o.data, "new.db")
		def := o.works("", "catalog", "show", "--default")
		o.works(def, command...)
		if got := o.works("", "catalog", "show"); got != def {
			t.Errorf("after %v, the catalog is\n%s", command, got)
		}
	}
}
