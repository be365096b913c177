package page_test

import (
	"encoding/base64"
	"testing"

	"portico/internal/page"
)

// R32: a cursor that is taken is exactly one that the list gives out.
func FuzzR32Cursor(f *testing.F) {
	keys := map[string]page.Key{"ids": {List: "ids", Column: "id"}, "names": {List: "names", Column: "name"}}
	parse := map[string]func(string) (any, error){"ids": page.UUID, "names": page.Text}
	for _, seed := range []string{
		keys["ids"].Cursor("0190163d-8694-739b-aea5-966c26f8ad91"), keys["names"].Cursor("shop"), keys["names"].Cursor(""), "", "x", "====",
		keys["ids"].Cursor("{0190163d-8694-739b-aea5-966c26f8ad91}"), keys["names"].Cursor("a\x00b"), keys["names"].Cursor("\xff"), "aWRz\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		for name, key := range keys {
			for _, w := range []page.Window{{Size: 1, After: cursor}, {Size: 1, Before: cursor}} {
				_, err := page.Walk(key, w, parse[name])
				if cursor == "" {
					continue
				}
				if err != nil {
					if !badInput(err) {
						t.Errorf("%q of %s: %v", cursor, name, err)
					}
					continue
				}
				raw, err := base64.RawURLEncoding.DecodeString(cursor)
				if err != nil || len(raw) <= len(name) || key.Cursor(string(raw[len(name)+1:])) != cursor {
					t.Errorf("%s takes %q", name, cursor)
				}
			}
		}
	})
}
