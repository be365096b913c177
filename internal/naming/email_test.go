package naming_test

import (
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"pgregory.net/rapid"

	"portico/internal/naming"
	"portico/internal/problem"
)

func TestEmail(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, email, key string
		code           problem.Code
	}{
		{" Jane@Example.COM ", "Jane@Example.COM", "jane@example.com", ""},
		{"jane+tag@example.com", "jane+tag@example.com", "jane+tag@example.com", ""},
		{"", "", "", problem.Required},
		{"  ", "", "", problem.Required},
		{strings.Repeat("a", 243) + "@example.com", "", "", problem.TooLong},
	} {
		email, key, p := naming.Email("email", c.in)
		if email != c.email || key != c.key || code(p) != c.code {
			t.Errorf("%q: %q, %q, %v", c.in, email, key, p)
		}
	}
}

func TestMalformedEmails(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"jane", "jane@", "@example.com", "Jane <jane@example.com>", "jane@example.com, eve@example.com", "o'hara@example.com",
		"jane@localhost", "jane@1.2.3.4", "jane@example.com.", "jane@example..com", "jane@-example.com", "jane@exam_ple.com", "jane@xn--a.example",
		"jane@" + strings.Repeat("a", 64) + ".example",
	} {
		if email, key, p := naming.Email("email", in); email != "" || key != "" || code(p) != problem.Malformed {
			t.Errorf("%q: %q, %q, %v", in, email, key, p)
		}
	}
}

// R61: the spellings of an internationalized domain are one mailbox, which has one
// key and one form for mail servers.
func TestR61_SpellingsOfADomain(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key           string
		international bool
		spellings     []string
	}{
		{"jane@xn--bcher-kva.example", false, []string{
			"jane@bücher.example", "jane@BÜCHER.example", "jane@bu\u0308cher.example", "jane@XN--BCHER-KVA.example", "jane@xn--bcher-kva.example",
		}},
		{"jane@xn--fa-hia.example", false, []string{"jane@faß.example"}},
		{"jürgen@xn--fiq04tj1ls8y.xn--fiqs8s", true, []string{"jürgen@中文网址.中国", "ju\u0308rgen@中文网址.中国"}},
	} {
		for _, typed := range c.spellings {
			if email, key, p := naming.Email("email", typed); email != typed || key != c.key || p != nil || naming.EmailKey(" "+typed) != c.key {
				t.Errorf("%q: %q, %q, %v", typed, key, naming.EmailKey(typed), p)
			}
			mailbox, international, ok := naming.Mailbox(typed)
			if !ok || international != c.international || mailbox[strings.Index(mailbox, "@"):] != c.key[strings.Index(c.key, "@"):] {
				t.Errorf("%q goes to %q, international: %v, %v", typed, mailbox, international, ok)
			}
		}
	}
}

// R61: what cannot be seen makes no second account.
func TestR61_InvisibleCharactersAreRefused(t *testing.T) {
	t.Parallel()
	for _, hidden := range "\u00ad\u034f\u061c\u115f\u180b\u180e\u200b\u200c\u200d\u200e\u2060\u2064\u206a\u3164\ufe0f\ufeff\uffa0\U000e0020\U000e0100" {
		for _, address := range []string{"jane%s@example.com", "%sjane@example.com", "jane@exam%sple.com", "jane@example.com%s"} {
			typed := strings.Replace(address, "%s", string(hidden), 1)
			if email, _, p := naming.Email("email", typed); code(p) != problem.Malformed {
				t.Errorf("%+q is taken as %+q", typed, email)
			}
		}
	}
}

func TestR42_AnAddressIsOneRecipient(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"a@example.com\r\nBcc: eve@example.com", "a@example.com\nb@example.com", "a\r@example.com", "a@exam\nple.com",
		`"a b"@example.com`, `"a,b"@example.com`, "a,b@example.com", "a;b@example.com", "a@example.com(comment)", `a\b@example.com`,
		"a@example.com\x00", "a@[127.0.0.1]",
		"a\u2028@example.com", "a\u0085@example.com", "\u202ea@example.com", "a\xff@example.com", "a\ufffd@example.com",
	} {
		if email, _, p := naming.Email("email", in); p == nil {
			t.Errorf("%q is taken as %q", in, email)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		email, _, p := naming.Email("email", rapid.StringMatching(`[a-z\x00-\x20\x{80}-\x{a0}"',;<>()\\@.é＠]{0,20}@[a-zÀ-ÿ\r\n,.]{1,10}\.[a-z]{2}`).Draw(t, "address"))
		if p == nil && (strings.ContainsAny(email, "\r\n\"',;<>()[] \\") || strings.ContainsFunc(email, unicode.IsControl)) {
			t.Errorf("%q", email)
		}
	})
}

func TestR19_OneMailboxHasOneKey(t *testing.T) {
	t.Parallel()
	want := naming.EmailKey("jane@example.com")
	for _, same := range []string{"JANE@EXAMPLE.COM", " jane@example.com ", "ｊane@example.com", "jane@ｅxample.com"} {
		if got := naming.EmailKey(same); got != want {
			t.Errorf("%q: %q", same, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.StringMatching(`[a-zA-Z0-9.+-]{1,20}@[a-zA-Z0-9-]{1,20}\.[a-zA-Z]{2,5}`).Draw(t, "address")
		want := naming.EmailKey(typed)
		for _, same := range []string{strings.ToUpper(typed), strings.ToLower(typed), "\t" + typed + " "} {
			if got := naming.EmailKey(same); got != want {
				t.Errorf("%q: %q, but %q: %q", typed, want, same, got)
			}
		}
	})
}

// An address of 240 KB, in letters whose compatibility forms are eighteen characters each,
// took 0.4 seconds, and who signs in with it has it normalized twice.
func TestR74_ALongAddressIsNotNormalized(t *testing.T) {
	long := strings.Repeat("\ufdfa", 80_000)
	for _, address := range []string{long + "@example.com", "a@" + long, long} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		naming.EmailKey(address)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > 2_000_000 { // normalized, it has millions of characters
			t.Errorf("the key of an address of %d bytes allocated %d", len(address), n)
		}
	}
}

// A domain of 40,000 different characters took 8 seconds of a processor, and to sign in with it
// cost as much as with any other.
func TestR74_ALongAddressIsNotBroughtIntoASCII(t *testing.T) {
	var domain strings.Builder
	for i := range 20_000 {
		domain.WriteRune(rune(0x4e00 + i*7919%20_000))
	}
	for _, address := range []string{"a@" + domain.String() + ".example", domain.String() + "@example.com"} {
		start := time.Now()
		naming.EmailKey(address)
		if took := time.Since(start); took > time.Second {
			t.Errorf("the key of an address of %d bytes took %v", len(address), took)
		}
	}
	wide := strings.Repeat("\uff41", 60) + "@" + strings.Repeat("\uff42", 60) + ".\uff43\uff4f\uff4d"
	if got, want := naming.EmailKey(wide), strings.Repeat("a", 60)+"@"+strings.Repeat("b", 60)+".com"; got != want {
		t.Errorf("a wide address has the key %q, not %q", got, want)
	}
}
