package naming_test

import (
	"net/mail"
	"strings"
	"testing"

	"portico/internal/naming"
)

// R42: whatever is written for an address, what is taken is one address, alone,
// that an email's header and a mail server's command can hold.
func FuzzR42Email(f *testing.F) {
	for _, seed := range []string{
		"ada@example.com", " ada@example.com ", "Ada <ada@example.com>", "a@b.c,d@e.f", "a@b.c\r\nBcc: d@e.f", `"a b"@c.de`, "ü@bücher.example",
		"a@b", "@", "", "a@@b.c", "a@b.c\x00", "\uff21@b.c", "a@b.c\u2028", "a(b)@c.de", "a@[1.2.3.4]", "a@xn--bcher-kva.example", "a\u200b@b.cd", "a@中文网址.中国", "a@b.c1", strings.Repeat("a", 255) + "@b.c", "\xff@b.c",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		email, key, wrong := naming.Email("email", text)
		if wrong != nil {
			if email != "" || key != "" || wrong.Field != "email" {
				t.Errorf("%q is refused with %q %q %v", text, email, key, wrong)
			}
			return
		}
		list, err := mail.ParseAddressList(email)
		if err != nil || len(list) != 1 || list[0].Address != email || len(email) > 254 {
			t.Errorf("%q is taken as %q: %v %v", text, email, list, err)
		}
		if strings.ContainsAny(email, "\r\n\x00\"',;<>() \t") || key == "" || !naming.Storable(email) || !naming.Storable(key) {
			t.Errorf("%q is taken as %q, with the key %q", text, email, key)
		}
		if again, same, wrong := naming.Email("email", email); wrong != nil || again != email || same != key {
			t.Errorf("%q is taken as %q, and that as %q", text, email, again)
		}
	})
}
