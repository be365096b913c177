package gitssh_test

import "strings"

// badLines are what no git client asks for.
var badLines = []string{
	"", " ", "id", "sh", "git", "git-upload-pack", "git-receive-pack", "git-upload-pack ", "git-upload-pack demo", `git-upload-pack "demo"`,
	"git-upload-pack 'demo'; id", "git-upload-pack 'demo' 'demo'", "git-upload-pack  'demo'", " git-upload-pack 'demo'", "git-upload-pack 'demo' ",
	"git-upload-pack 'demo'\n", "git-upload-pack\t'demo'", "git-upload-pack --strict 'demo'", "git-upload-pack '--upload-pack=id'", "git-upload-pack '-demo'",
	"git-upload-pack '../demo'", "git-upload-pack 'demo/../demo'", "git-upload-pack '//demo'", "git-upload-pack 'demo/'", "git-upload-pack '~/demo'",
	"git-upload-pack 'demo\x00'", "git-upload-pack 'demo'\x00", "git-upload-pack 'de'\\''mo'", "git-upload-pack '$(id)'", "git-upload-pack '`id`'",
	"git upload-pack 'demo'", "git-upload-archive 'demo'", "git-shell 'demo'", "/usr/bin/git-upload-pack 'demo'", "GIT-UPLOAD-PACK 'demo'",
	"env X=1 git-upload-pack 'demo'", "git-upload-pack '.git'", "git-upload-pack ''", "git-upload-pack '/'", "git-upload-pack 'demo.git.git'",
	"git-receive-pack 'Demo'", "git-receive-pack '" + strings.Repeat("a", 5000) + "'", "git-upload-pack 'démo'", "git-upload-pack 'demo%2f'", "scp -t /",
}
