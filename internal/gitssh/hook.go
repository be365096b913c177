package gitssh

import "fmt"

// hooks are the only ones that run: a repository's own are never looked at.
// Before any branch is touched the first looks at what arrived, asks whether the
// right to push is still there, and notes what is asked. The second notes what
// was done.
func hooks(l Limits) map[string]string {
	return map[string]string{
		"pre-receive":  "#!/bin/sh\n" + measuring(l) + asking + noting("asked"),
		"post-receive": "#!/bin/sh\n" + noting("done"),
	}
}

// measuring refuses commits, tags and trees beyond a size. Whoever reads one
// has it in memory as a whole, with an honest history or without. Git has put
// what arrived into a folder of its own, and is asked about that alone. The
// last line tells that git has come to the end of it.
func measuring(l Limits) string {
	return fmt.Sprintf(`if [ -n "$GIT_QUARANTINE_PATH" ]; then
	{
		GIT_ALTERNATE_OBJECT_DIRECTORIES= git cat-file --batch-all-objects --unordered \
			--batch-check='%%(objecttype) %%(objectsize) %%(objectname)' && echo end
	} | awk -v tree=%d -v other=%d '
		$1 == "blob" { next }
		$1 == "end" { whole = 1; next }
		$2 > ($1 == "tree" ? tree : other) {
			printf "Portico: the %%s %%s has %%s bytes; at most %%s are accepted.\n", $1, $3, $2, ($1 == "tree" ? tree : other)
			found = 1
			exit
		}
		END { exit found || !whole }' >&2 || exit 1
fi
`, l.Tree, l.Message)
}

// noting writes what the hook was told; the note appears whole or not at all.
func noting(what string) string {
	return `note="$PORTICO_PUSH.` + what + `"
if cat >"$note.new" && mv "$note.new" "$note"; then
	exit 0
fi
echo "Portico cannot take a push right now. Try again in a moment." >&2
exit 1
`
}
