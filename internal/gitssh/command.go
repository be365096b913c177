package gitssh

import "regexp"

// rights is the right that each program needs, and at once the list of the
// programs there are.
var rights = map[string]Verb{
	"git-upload-pack":  Read,
	"git-receive-pack": Write,
}

// command is an exec request that was understood.
type command struct {
	program string
	verb    Verb
	// name is what stands between the quotes, without a slash before and .git
	// behind it.
	name string
}

// form is all that a git client ever asks for. Names are wider here than those
// of apps, so that a misspelt one is answered like one that is not there.
var form = regexp.MustCompile(`\A([a-z-]+) '/?([A-Za-z0-9][A-Za-z0-9_.-]{0,99}?)(?:\.git)?'\z`)

// appName is the form of an app's name.
var appName = regexp.MustCompile(`\A[a-z][a-z0-9-]{2,47}\z`)

const onlyGit = "Portico runs git-upload-pack and git-receive-pack on an app, nothing else. " +
	"Use git, with an address such as ssh://git@HOST/APP.git."

// parse reads the command line of an exec request. What is not exactly a
// program and one quoted name is refused: nothing here is ever a shell's.
func parse(line string) (command, *Denial) {
	part := form.FindStringSubmatch(line)
	if part == nil {
		return command{}, &Denial{Text: onlyGit}
	}
	verb, ok := rights[part[1]]
	if !ok {
		return command{}, &Denial{Text: onlyGit}
	}
	if !appName.MatchString(part[2]) {
		return command{}, NoSuchApp(part[2])
	}
	return command{program: part[1], verb: verb, name: part[2]}, nil
}
