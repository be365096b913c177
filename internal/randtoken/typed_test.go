package randtoken

import (
	"runtime"
	"strings"
	"testing"
	"unicode"
)

func TestCodesAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{
		"123456":                   "123456",
		" 123 456\n":               "123456",
		"123-456":                  "123456",
		"１２３４５６":                   "123456", // full-width
		"١٢٣٤٥٦":                   "123456", // Arabic-Indic
		"۱۲۳۴۵۶":                   "123456", // Persian
		"१२३४५६":                   "123456", // Devanagari
		"𝟙𝟚𝟛𝟜𝟝𝟞":                   "123456", // mathematical
		"\u200f١٢٣\u00a0٤٥٦\u200e": "123456", // with marks of direction
		"abcd-efgh":                "abcdefgh",
		"abcd‐efgh":                "abcdefgh", // hyphen
		"abcd‑efgh":                "abcdefgh", // non-breaking hyphen
		"abcd–efgh":                "abcdefgh", // en dash
		"abcd—efgh":                "abcdefgh", // em dash
		"abcd−efgh":                "abcdefgh", // minus
		"abcd－efgh":                "abcdefgh", // full-width
		"abcd\u00adefgh":           "abcdefgh", // soft hyphen
		"\ufeffａｂｃｄ\u3000ｅｆｇｈ\u200b": "abcdefgh",
		"": "",
	} {
		if got := Typed(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}

// Every decimal digit of Unicode is folded to one of 0 to 9, and each run of them
// begins with a zero.
func TestDigitsOfEveryScript(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.Is(unicode.Nd, r) {
			continue
		}
		got := Typed(string(r))
		if len(got) != 1 || got[0] < '0' || got[0] > '9' {
			t.Errorf("%U is %q", r, got)
		}
		if !unicode.Is(unicode.Nd, r-1) && got != "0" || !unicode.Is(unicode.Nd, r+1) && got != "9" {
			t.Errorf("%U at the end of a run is %s", r, got)
		}
	}
}

// A guest's code of 240 KB, in letters that are eighteen others each, took 0.3 seconds, in
// which all of it was written out. Not parallel: what others allocate would count.
func TestR74_ALongCodeIsNotReadToItsEnd(t *testing.T) {
	for _, unit := range []string{"\ufdfa", "\U0001d7d9", "1", " "} {
		long := strings.Repeat(unit, 240_000/len(unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, ok := ParseCode(long, 10)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; ok || n > 500_000 {
			t.Errorf("a code of many %+q allocated %d bytes: %v", unit, n, ok)
		}
	}
}
