package gitrepo

import "fmt"

// hooks are the only hooks that run: a repository's own are ignored. Before any branch
// moves, the first hook inspects the objects and the changes, asks whether the right to
// push still exists, and notes the changes. The second notes what was done.
func hooks(l Limits) map[string]string {
	return map[string]string{
		"pre-receive":  "#!/bin/sh\n" + drafting("asked") + measuring(l) + belonging + asking + noting,
		"post-receive": "#!/bin/sh\n" + drafting("done") + noting,
	}
}

// measuring refuses commits, tags, and trees beyond a size. Reading one takes all of it
// into memory, whether its history is honest or not. Git has put the new objects into a
// quarantine folder, and only that is inspected. The last line shows that git got to
// the end.
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

// belonging refuses objects that exist but belong to no branch or tag anymore:
// otherwise anyone who knows the ID of a removed commit, tree, or file could bring it
// back and read it. New objects must have been sent, as every client does that believes
// the advertised branches. The first part finds objects of the pushed branches and tags
// that were not sent: they did not arrive, or git took them from the repository to
// complete the pack, and put them last. Only the last of its lines may be missing: it
// shows that git got to the end. There are rarely any such objects; the second part
// checks whether they belong to a branch or tag.
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
// without its extension.
const Note = "PORTICO_PUSH"

// drafting writes the hook's input.
func drafting(what string) string {
	return `note="$` + Note + `.` + what + `"
if ! cat >"$note.new"; then
	` + busy + `fi
`
}

// noting makes the note appear atomically.
const noting = `mv "$note.new" "$note" && exit 0
` + busy
