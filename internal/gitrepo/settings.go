package gitrepo

import "strconv"

// settings take precedence over any configuration in a repository.
func (s *Store) settings() [][2]string {
	return append([][2]string{
		{"core.hooksPath", s.place.hooks},
		{"core.fsync", "committed,reference"}, // a deployment is recorded permanently
		{"transfer.fsckObjects", "true"},
		{"receive.fsckObjects", "true"},
		{"receive.maxInputSize", strconv.FormatInt(s.Limits.OrDefaults().Input, 10)},
		{"receive.denyDeleteCurrent", "ignore"}, // HEAD may move: see PointHead
		{"receive.advertisePushOptions", "false"},
		{"uploadpack.allowFilter", "false"},
		{"uploadpack.allowAnySHA1InWant", "false"},
		{"protocol.allow", "never"}, // git connects to nothing
		{"log.mailmap", "false"},    // it is a file of the repository, of any size, read as a whole
		// Branches and tags are the only refs: others are neither accepted nor shown.
		{"transfer.hideRefs", "refs/"},
		{"transfer.hideRefs", "!refs/heads/"},
		{"transfer.hideRefs", "!refs/tags/"},
		// These come from old programs and are harmless; histories contain them
		// forever. The rest of the check is strict.
		{"receive.fsck.badTimezone", "ignore"},
		{"receive.fsck.missingSpaceBeforeDate", "ignore"},
		{"receive.fsck.zeroPaddedFilemode", "ignore"},
		// Nothing may keep running after the client has its answer.
		{"receive.autogc", "false"},
		{"gc.auto", "0"},
		{"maintenance.auto", "false"},
	}, thrift...)
}

// thrift keeps git within the limits that Bound sets, and a repository on disk no
// larger than what was sent.
var thrift = [][2]string{
	{"pack.threads", "1"}, // one client gets one share of the machine
	{"pack.windowMemory", "64m"},
	{"pack.deltaCacheSize", "64m"},
	{"core.bigFileThreshold", "50m"}, // larger files are streamed
	{"core.packedGitWindowSize", "16m"},
	{"core.packedGitLimit", "256m"},
	// Keep a pack as it came. Unpacked, a few small deltas of a large file would become
	// that file many times over.
	{"receive.unpackLimit", "1"},
}
