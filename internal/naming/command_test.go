package naming_test

import (
	"strings"
	"testing"

	"portico/internal/naming"
	"portico/internal/problem"
)

// R98: who reads which command was run sees all of it.
func TestR98_ACommandHasNothingInvisible(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a byte order mark":        "rm\ufeff -r",
		"a soft hyphen":            "rm\u00ad -r",
		"a zero-width space":       "rm\u200b -r",
		"a word joiner":            "rm\u2060 -r",
		"a tag":                    "rm\U000e0041 -r",
		"a variation selector":     "rm\ufe00 -r",
		"one for emoji, behind e":  "e\ufe0f",
		"a supplementary selector": "rm\U000e0100 -r",
		"a filler":                 "rm\u3164 -r",
		"a blank Braille pattern":  "rm\u2800-r",
		"a combining joiner":       "r\u034fm",
		"a joiner in ASCII":        "r\u200dm -r",
		"a joiner at the end":      "echo न\u200d",
		"two joiners":              "echo क\u200d\u200dष",
		"9 accents":                "echo e" + strings.Repeat("\u0301", 9),
		"999 accents":              "e" + strings.Repeat("\u0301", 999),
	} {
		if got, wrong := naming.Command("command", text); wrong == nil || wrong.Code != problem.Malformed {
			t.Errorf("%s: %q, %v", name, got, wrong)
		}
	}
	for name, text := range map[string]string{
		"Persian":          "echo می\u200cخواهم",
		"Hindi":            "echo क्\u200dष",
		"an emoji":         "echo ❤\ufe0f",
		"a family":         "echo 👩🏽\u200d💻 🏳\ufe0f\u200d🌈",
		"decomposed":       "echo e\u0301le\u0300ve",
		"Vietnamese":       "echo a\u0302\u0301",
		"Hebrew":           "echo בְּרֵאשִׁ֖ית",
		"Thai":             "echo ที่นี่",
		"spaces and signs": `a  b | "c" > d; é`,
	} {
		if got, wrong := naming.Command("command", text); wrong != nil || got != text {
			t.Errorf("%s: %q, %v", name, got, wrong)
		}
	}
}

// R98: of what is repeated in a message, only the beginning is read.
func TestR98_ALineOfAVeryLongTextIsItsBeginning(t *testing.T) {
	t.Parallel()
	if got := naming.Line("\u202eXXL\x1b[31m"+strings.Repeat("é", 100_000), 40); got != "XXL[31m"+strings.Repeat("é", 33) {
		t.Errorf("%q", got)
	}
	if got := naming.Line(strings.Repeat("\u200b", 100_000)+"XXL", 40); got != "" {
		t.Errorf("%q", got)
	}
}
