package i18n_test

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"maps"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"portico/internal/i18n"
	"portico/internal/testkit"
)

// said are the functions that make a message, and which arguments are its formats: of
// a plural, both forms. The ones without a package are those of a package's own files.
var said = map[string][]int{
	"problem.In": {2}, "problem.Refuse": {1}, "problem.Later": {1}, "i18n.Msg": {0}, "i18n.Plural": {1, 2},
}

var ownSaid = map[string]map[string][]int{
	"internal/problem/": {"In": {2}, "Refuse": {1}, "Later": {1}},
	"internal/i18n/":    {"Msg": {0}, "Plural": {1, 2}},
}

// sentences finds every sentence that the program says, and where.
func sentences(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for path, file := range testkit.Sources(t) {
		for name, formats := range said {
			collect(t, found, path, file, name, formats)
		}
		for folder, own := range ownSaid {
			for name, formats := range own {
				if strings.HasPrefix(path, folder) {
					collect(t, found, path, file, name, formats)
				}
			}
		}
	}
	return found
}

func collect(t *testing.T, found map[string]string, path string, file *ast.File, name string, formats []int) {
	t.Helper()
	for call, in := range testkit.Calls(file, name) {
		for _, at := range formats {
			switch arg := call.Args[at].(type) {
			case *ast.BasicLit:
				text, err := strconv.Unquote(arg.Value)
				if arg.Kind != token.STRING || err != nil {
					t.Errorf("%s:%s says %s", path, in, arg.Value)
				}
				found[text] = path
			case *ast.Ident: // format: passed on from where it was written, by a function of said
				if path != "internal/problem/problem.go" || arg.Name != "format" {
					t.Errorf("%s:%s says what is not written there: a sentence is found by its text", path, in)
				}
			default:
				t.Errorf("%s:%s says what is not written there: a sentence is found by its text", path, in)
			}
		}
	}
}

func table(t *testing.T) (french map[string]string) {
	t.Helper()
	b, err := os.ReadFile("fr.json")
	if err == nil {
		err = json.Unmarshal(b, &french)
	}
	return testkit.Must(t, french, err)
}

func TestEverySentenceIsSaidInFrench(t *testing.T) {
	t.Parallel()
	found, french := sentences(t), table(t)
	if len(found) < 60 {
		t.Fatalf("only %d sentences are found: the search is broken", len(found))
	}
	for english, path := range found {
		if french[english] == "" {
			t.Errorf("%s: %q has no translation in fr.json", path, english)
		}
	}
	for english := range french {
		if found[english] == "" {
			t.Errorf("%q is translated, but nobody says it", english)
		}
	}
}

// The search finds both forms of a plural.
func TestPluralFormsAreFound(t *testing.T) {
	t.Parallel()
	found := sentences(t)
	for _, form := range []string{"%d second", "%d seconds", "%d other session ended", "%d other sessions ended"} {
		if found[form] == "" {
			t.Errorf("%q is not found", form)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z])`)

// verbs are the verbs of a format, by argument: a translation may name them in another
// order.
func verbs(format string) map[int]string {
	all, next := map[int]string{}, 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		all[next] += m[2]
		next++
	}
	return all
}

func TestFrenchKeepsFormatsAndTypography(t *testing.T) {
	t.Parallel()
	for english, french := range table(t) {
		if want, got := verbs(english), verbs(french); !maps.Equal(got, want) {
			t.Errorf("%q has the formats %v, want %v", french, got, want)
		}
		if strings.HasSuffix(english, ".") != strings.HasSuffix(french, ".") || strings.HasSuffix(english, ":") != strings.HasSuffix(french, ":") {
			t.Errorf("%q ends otherwise than %q", french, english)
		}
		for _, wrong := range []string{"'", `"`, "“", "”", "« ", " »", " :", " ;", " ?", " !", "  ", "..."} {
			if strings.Contains(french, wrong) {
				t.Errorf("%q contains %q: write ’, « with no-break spaces », and no-break spaces before : ; ? !", french, wrong)
			}
		}
	}
}

func TestMessagesAreWrittenInTheLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang string
		m    i18n.Message
		want string
	}{
		{"EN", i18n.Msg("App %s created", "shop"), "App shop created"},
		{"FR", i18n.Msg("App %s created", "shop"), "Application shop créée"},
		{"", i18n.Msg("App %s created", "shop"), "App shop created"},
		{"DE", i18n.Msg("App %s created", "shop"), "App shop created"},
		{"FR", i18n.Msg("App %s created", "100% %s %d"), "Application 100% %s %d créée"},
		{"FR", i18n.Msg("Nobody wrote this: %s.", "x"), "Nobody wrote this: x."},
		{"FR", i18n.Message{}, ""},
	} {
		if got := c.m.In(c.lang); got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

// One printer of each language serves every request at once.
func TestMessagesAreWrittenAtOnce(t *testing.T) {
	t.Parallel()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if got := i18n.Msg("A page holds %d at most.", 100).In("FR"); !strings.Contains(got, "100") {
					t.Errorf("said %q", got)
				}
			}
		})
	}
	wg.Wait()
}

func TestPrefer(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]string{
		"": "EN", "*": "EN", "en-GB,en;q=0.9": "EN", "fr": "FR", "fr-CA, en;q=0.5": "FR", "de, fr;q=0.8, en;q=0.5": "FR",
		"de-DE": "EN", "en;q=0.2, fr;q=0.9": "FR", "\x00;;q=x": "EN", strings.Repeat("fr,", 20): "FR", strings.Repeat("fr,", 10_000): "FR", "fr,de-" + strings.Repeat("x", 1000): "FR", strings.Repeat("x", 1000): "EN",
	} {
		if got := i18n.Prefer(header); got != want {
			t.Errorf("%.40q prefers %s, want %s", header, got, want)
		}
	}
}

// A header of 30 KB took 8 milliseconds, with each request for anything.
func TestR74_ALongAcceptLanguageIsNotReadToItsEnd(t *testing.T) {
	t.Parallel()
	header, fastest := strings.Repeat("zh,", 400_000), time.Hour
	for range 10 {
		start := time.Now()
		i18n.Prefer(header)
		fastest = min(fastest, time.Since(start))
	}
	if fastest > 30*time.Millisecond {
		t.Errorf("to prefer a language takes %v", fastest)
	}
}
