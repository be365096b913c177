package gitrepo

import "fmt"

// hooks are the only ones that run: a repository's own are never looked at.
// Before any branch is touched the first looks at what arrived and what is asked
// of it, asks whether the right to push is still there, and notes what is asked.
// The second notes what was done.
func hooks(l Limits) map[string]string {
	return map[string]string{
		"pre-receive":  "#!/bin/sh\n" + drafting("asked") + measuring(l) + belonging + asking + noting,
		"post-receive": "#!/bin/sh\n" + drafting("done") + noting,
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

// belonging refuses commits that are there, but belong to no branch and no tag
// any more: whoever knows the id of a removed commit could bring it back and read
// it. What is new must have arrived, as it does from each client that believes
// what branches there are. Of the lines only the last may be missing: it tells that git came to the end.
const belonging = `if [ -n "$GIT_QUARANTINE_PATH" ]; then
	{
		awk '$2 !~ /^0+$/ { print $2 }' <"$note.new" | git rev-list --stdin --not --branches --tags && echo end
	} | GIT_ALTERNATE_OBJECT_DIRECTORIES= git cat-file --batch-check | awk '
		$1 == "end" { whole = 1; next }
		$2 == "missing" {
			printf "Portico: the commit %s belongs to no branch and no tag on Portico anymore. Fetch, and push again.\n", $1
			found = 1
			exit
		}
		END { exit found || !whole }' >&2 || exit 1
fi
`

const busy = `echo "Portico cannot take a push right now. Try again in a moment." >&2
exit 1
`

// Note is the variable that tells the hooks where to note what a push does: a path
// without its ending.
const Note = "PORTICO_PUSH"

// drafting writes what the hook was told.
func drafting(what string) string {
	return `note="$` + Note + `.` + what + `"
if ! cat >"$note.new"; then
	` + busy + `fi
`
}

// noting has the note appear, whole.
const noting = `mv "$note.new" "$note" && exit 0
` + busy
