package gitrepo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/google/uuid"

	"portico/internal/naming"
)

// Branches is the prefix of branch names.
const Branches = "refs/heads/"

// subjectLength is in characters.
const subjectLength = 200

// A Change is what a push does to one ref: a line of the input of git's hooks. The IDs
// are hexadecimal, and all zeros if there is no object.
type Change struct{ Old, New, Ref string }

// ParseChange parses a line. A ref's name may contain any space but the ASCII one.
func ParseChange(line string) (c Change, ok bool) {
	f := strings.SplitN(line, " ", 3)
	if len(f) != 3 {
		return Change{}, false
	}
	return Change{Old: f[0], New: f[1], Ref: f[2]}, true
}

// Removes reports whether the ref is removed.
func (c Change) Removes() bool { return strings.Trim(c.New, "0") == "" }

// Branch reports whether the ref is a branch.
func (c Change) Branch() bool { return strings.HasPrefix(c.Ref, Branches) }

// Changes returns what git did in a push: by the notes of its hooks or, if git was
// killed before it could write them, what it was asked to do and has done. noted
// reports whether the hooks ran.
func (s *Store) Changes(ctx context.Context, id uuid.UUID, note string) (list []Change, noted bool, err error) {
	text, err := os.ReadFile(note + ".done")
	if err == nil {
		return parseChanges(string(text)), true, nil
	}
	text, err = os.ReadFile(note + ".asked")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("read note of push: %w", err)
	}
	list, err = s.happened(ctx, id, parseChanges(string(text)))
	return list, true, err
}

func parseChanges(text string) []Change {
	var out []Change
	for line := range strings.Lines(text) {
		if c, ok := ParseChange(strings.TrimSuffix(line, "\n")); ok {
			out = append(out, c)
		}
	}
	return out
}

// happened keeps the changes that the repository shows.
func (s *Store) happened(ctx context.Context, id uuid.UUID, asked []Change) ([]Change, error) {
	path := s.Path(id)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	there := map[string]bool{}
	for _, c := range asked {
		there[c.New+" "+c.Ref] = false
	}
	each := func(line string) {
		if _, ok := there[line]; ok {
			there[line] = true
		}
	}
	err := s.ask(ctx, "", each, "--git-dir="+path, "for-each-ref", "--format=%(objectname) %(refname)", Branches)
	if err != nil {
		return nil, fmt.Errorf("read branches: %w", err)
	}
	return slices.DeleteFunc(asked, func(c Change) bool { return !there[c.New+" "+c.Ref] }), nil
}

// Subjects returns the first lines of commit messages, by commit: at most 200
// characters, without control characters. A missing commit has none.
func (s *Store) Subjects(ctx context.Context, id uuid.UUID, commits []string) (map[string]string, error) {
	path := s.Path(id)
	if _, err := os.Stat(path); len(commits) == 0 || errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	out := map[string]string{}
	each := func(line string) {
		commit, subject, _ := strings.Cut(line, " ")
		out[commit] = naming.Line(subject, subjectLength)
	}
	err := s.ask(ctx, strings.Join(commits, "\n")+"\n", each, "--git-dir="+path, "log", "--no-walk=unsorted", "--ignore-missing", "--format=%H %s", "--stdin")
	if err != nil {
		return nil, fmt.Errorf("read commits: %w", err)
	}
	return out, nil
}
