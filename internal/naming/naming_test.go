package naming_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"portico/internal/naming"
	"portico/internal/problem"
)

func code(p *problem.Input) problem.Code {
	if p == nil {
		return ""
	}
	return p.Code
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name       string
		asUsername problem.Code
		asApp      problem.Code
	}{
		{"", problem.Required, problem.Required},
		{"ab", problem.TooShort, problem.TooShort},
		{"abc", "", ""},
		{"a1-b2", "", ""},
		{"1ab", "", problem.Malformed},
		{strings.Repeat("a", 39), "", ""},
		{strings.Repeat("a", 40), problem.TooLong, ""},
		{strings.Repeat("a", 48), problem.TooLong, ""},
		{strings.Repeat("a", 49), problem.TooLong, problem.TooLong},
		{"Jane", problem.Malformed, problem.Malformed},
		{"-jane", problem.Malformed, problem.Malformed},
		{"jane-", problem.Malformed, problem.Malformed},
		{"ja--ne", problem.Malformed, problem.Malformed},
		{"ja_ne", problem.Malformed, problem.Malformed},
		{"ja.ne", problem.Malformed, problem.Malformed},
		{"jané", problem.Malformed, problem.Malformed},
		{"jane\n", problem.Malformed, problem.Malformed},
		{"jane\x00", problem.Malformed, problem.Malformed},
		{"jane@x.org", problem.Malformed, problem.Malformed},
		{"../etc", problem.Malformed, problem.Malformed},
		{"admin", problem.Reserved, problem.Reserved},
		{"portico", problem.Reserved, problem.Reserved},
		{"sign-in", problem.Reserved, problem.Reserved},
		{"graphql", problem.Reserved, problem.Reserved},
	} {
		if got := code(naming.Username("f", c.name)); got != c.asUsername {
			t.Errorf("username %q: %q, want %q", c.name, got, c.asUsername)
		}
		if got := code(naming.App("f", c.name)); got != c.asApp {
			t.Errorf("app %q: %q, want %q", c.name, got, c.asApp)
		}
	}
}

func TestLabel(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                             "",
		"  Ada \t\n King ":             "Ada King",
		"Ada\u00a0King":                "Ada King",
		"A\x00d\x1ba":                  "Ada",
		"evil\u202egnp.exe":            "evilgnp.exe",
		"\xff\xfeAda":                  "Ada",
		"e\u0301":                      "é",
		strings.Repeat("é", 100):       strings.Repeat("é", 100),
		strings.Repeat("e\u0301", 100): strings.Repeat("é", 100),
	} {
		if got, p := naming.Label("f", in); got != want || p != nil {
			t.Errorf("%q: %q, %v", in, got, p)
		}
	}
	if _, p := naming.Label("f", strings.Repeat("é", 101)); code(p) != problem.TooLong || p.Field != "f" {
		t.Errorf("101 characters: %v", p)
	}
}

// What a label lets through can be stored, shown in one line, and is a label.
func TestLabelOfAnything(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		got, p := naming.Label("f", rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string {
			return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		})).Draw(t, "text"))
		if p != nil {
			return
		}
		if !utf8.ValidString(got) || strings.ContainsFunc(got, unicode.IsControl) || strings.TrimSpace(got) != got {
			t.Errorf("%q", got)
		}
		if again, p := naming.Label("f", got); again != got || p != nil {
			t.Errorf("%q becomes %q, %v", got, again, p)
		}
	})
}

func TestLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", " a\xff\x00\nb ": "a b", "ééé ééé": "ééé", "éééééé": "éééé", "\u202ea": "a",
	} {
		if got := naming.Line(in, 4); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// One rule for all texts: joiners stay, what a terminal obeys or what reverses
// the text around it goes, and so does what cannot be seen at all.
func TestTextsKeepJoiners(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"👩\u200d👩\u200d👧":               "👩\u200d👩\u200d👧",
		"می\u200cخواهم":                 "می\u200cخواهم",
		"क्\u200dष":                     "क्\u200dष",
		"❤\ufe0f":                       "❤\ufe0f",
		"🏴\U000e0067\U000e007f":         "🏴\U000e0067\U000e007f",
		"a\u202eb\u2066c\u200fd\u061ce": "abcde",
		"a\u2028b\tc\x1b[0m\x7f":        "a b c[0m",
		"e\u0301":                       "é",
		"\u200d":                        "",
		"\u200b \u200c":                 "",
		"\u3164\ufe0f\u00ad":            "",
	} {
		if got := naming.Line(in, 50); got != want {
			t.Errorf("%+q: %+q, want %+q", in, got, want)
		}
		if got, p := naming.Label("f", in); got != want || p != nil {
			t.Errorf("%+q: %+q, want %+q", in, got, want)
		}
	}
	if got := naming.Line("👩\u200d👩\u200d👧", 4); got != "👩\u200d👩" {
		t.Errorf("cut to %+q", got)
	}
}

func TestStorable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": true, "é\n": true, "a\x00": false, "\xff": false} {
		if naming.Storable(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestUsernamesLike(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"octocat": "octocat octocat-2 octocat-3", "Jane_Acme": "jane-acme jane-acme-2 jane-acme-3", "admin": "admin-2 admin-3 admin-4",
		"ab": "ab-2 ab-3 ab-4", "a": "a-2 a-3 a-4", "-Ünïcode-": "n-code n-code-2 n-code-3", "": "", "---": "",
		strings.Repeat("x", 35) + "-yz": strings.Repeat("x", 35) + " " + strings.Repeat("x", 35) + "-2 " + strings.Repeat("x", 35) + "-3",
	} {
		got := naming.UsernamesLike(name)
		if strings.Join(got[:min(3, len(got))], " ") != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// R74: a text that is too long for a label is not normalized, which takes 30 milliseconds
// for what fits into a request.
func TestR74_ALongLabelIsNotNormalized(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"letters": strings.Repeat("\ufb2c", 1_600_000), "invisible": strings.Repeat("\u202e", 1_600_000)} {
		took := time.Hour
		for range 20 { // the fastest, on a busy machine
			start := time.Now()
			if _, wrong := naming.Label("name", text); wrong == nil || wrong.Code != problem.TooLong {
				t.Errorf("%s: %v", name, wrong)
			}
			took = min(took, time.Since(start))
		}
		if took > 20*time.Millisecond {
			t.Errorf("%s: it takes %v", name, took)
		}
	}
	if text, wrong := naming.Label("name", strings.Repeat(" ", 5000)+"x"); text != "x" || wrong != nil {
		t.Errorf("%q, %v", text, wrong)
	}
}
