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

// Sent and Unsent are the endings of notes for the hook: how many objects the client
// has sent, and which ones of those that it asks for it hasn't.
const (
	Sent   = ".sent"
	Unsent = ".unsent"
)

// belonging refuses objects that are there, but belong to no branch and no tag any
// more: whoever knows the id of a removed commit, tree or file could bring it back and
// read it. What is new must have been sent, as it is by each client that believes what
// branches there are. Of a branch's or tag's objects the first part finds those that
// were not: they did not arrive, or git took them from the repository to complete the
// pack, as the last in it. Of its lines only the last may be missing: it tells that git
// came to the end. Rarely there are any, and the second part looks whether they
// belong to a branch or tag.
const belonging = `if [ -n "$GIT_QUARANTINE_PATH" ]; then
	sent=$(cat "$` + Note + Sent + `") || {
		` + busy + `	}
	unsent="$` + Note + Unsent + `"
	{
		for index in "$GIT_QUARANTINE_PATH"/pack/*.idx; do
			[ ! -f "$index" ] || git show-index <"$index"
		done | sort -n | awk -v sent="$sent" 'NR > sent { print $2 } END { exit NR < sent }' && echo listed && {
			awk '$2 !~ /^0+$/ { print $2 }' <"$note.new" | git rev-list --objects --no-object-names --stdin --not --branches --tags && echo end
		} | GIT_ALTERNATE_OBJECT_DIRECTORIES= git cat-file --batch-check
	} | awk '
		$1 == "end" { whole = 1; next }
		$1 == "listed" { listed = 1; next }
		!listed { completed[$1]; next }
		$2 == "missing" || $1 in completed { print $1 }
		END { exit !whole }' >"$unsent" || exit 1
	[ ! -s "$unsent" ] || {
		cat "$unsent" && echo listed && git rev-list --objects --no-object-names --branches --tags
	} | awk '
		$1 == "listed" { listed = 1; next }
		!listed { unsent[$1]; order[++n] = $1; next }
		{ delete unsent[$1] }
		END {
			for (i = 1; i <= n; i++) if (order[i] in unsent) {
				printf "Portico: the object %s belongs to no branch and no tag on Portico anymore. Fetch, and push again.\n", order[i]
				exit 1
			}
		}' >&2 || exit 1
	rm -f "$` + Note + Sent + `" "$unsent"
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
