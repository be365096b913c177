package gitssh

import "regexp"

// rights maps each allowed program to the right it needs.
var rights = map[string]Verb{
	"git-upload-pack":  Read,
	"git-receive-pack": Write,
}

// command is a valid exec request.
type command struct {
	program string
	verb    Verb
	// name is the quoted text, without a leading slash and a trailing .git.
	name string
}

// form matches everything a git client ever requests. It accepts more names than apps
// can have, so that a misspelled one gets the same answer as one that doesn't exist.
var form = regexp.MustCompile(`\A([a-z-]+) '/?([A-Za-z0-9][A-Za-z0-9_.-]{0,99}?)(?:\.git)?'\z`)

// appName is the form of an app's name.
var appName = regexp.MustCompile(`\A[a-z][a-z0-9-]{2,47}\z`)

const onlyGit = "Portico runs git-upload-pack and git-receive-pack on an app, nothing else. " +
	"Use git, with an address such as ssh://git@HOST/APP.git."

// parse parses the command line of an exec request. Anything but exactly a program and
// one quoted name is refused: nothing here ever reaches a shell.
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
