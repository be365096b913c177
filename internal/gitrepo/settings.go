package gitrepo

import "strconv"

// settings are git's, before any configuration in a repository.
func (s *Store) settings() [][2]string {
	return append([][2]string{
		{"core.hooksPath", s.place.hooks},
		{"core.fsync", "committed,reference"}, // a deployment is recorded for good
		{"transfer.fsckObjects", "true"},
		{"receive.fsckObjects", "true"},
		{"receive.maxInputSize", strconv.FormatInt(s.Limits.OrDefaults().Input, 10)},
		{"receive.denyDeleteCurrent", "ignore"}, // HEAD moves on: see PointHead
		{"receive.advertisePushOptions", "false"},
		{"uploadpack.allowFilter", "false"},
		{"uploadpack.allowAnySHA1InWant", "false"},
		{"protocol.allow", "never"}, // git goes nowhere by itself
		// Branches and tags are all there is: what stands elsewhere is neither
		// taken nor shown.
		{"transfer.hideRefs", "refs/"},
		{"transfer.hideRefs", "!refs/heads/"},
		{"transfer.hideRefs", "!refs/tags/"},
		// What old programs wrote, and no new one does, harms nobody; histories
		// have it forever. The rest of the check is strict.
		{"receive.fsck.badTimezone", "ignore"},
		{"receive.fsck.missingSpaceBeforeDate", "ignore"},
		{"receive.fsck.zeroPaddedFilemode", "ignore"},
		// Nothing may go on after the client was answered.
		{"receive.autogc", "false"},
		{"gc.auto", "0"},
		{"maintenance.auto", "false"},
	}, thrift...)
}

// thrift keeps git within what Bound leaves it, and a repository on disk no
// larger than what was sent.
var thrift = [][2]string{
	{"pack.threads", "1"}, // one client has one share of the machine
	{"pack.windowMemory", "64m"},
	{"pack.deltaCacheSize", "64m"},
	{"core.bigFileThreshold", "50m"}, // larger files are streamed
	{"core.packedGitWindowSize", "16m"},
	{"core.packedGitLimit", "256m"},
	// A pack is kept as it came. Unpacked, a few small deltas on a large file
	// are that file many times over.
	{"receive.unpackLimit", "1"},
}
