package gitssh

import (
	"errors"
	"regexp"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]command{
		"git-upload-pack 'demo'":       {"git-upload-pack", Read, "demo"},
		"git-receive-pack '/demo.git'": {"git-receive-pack", Write, "demo"},
		"git-receive-pack 'my-shop-2'": {"git-receive-pack", Write, "my-shop-2"},
		"git-upload-pack '/git.git'":   {"git-upload-pack", Read, "git"},
	} {
		if got, denial := parse(line); denial != nil || got != want {
			t.Errorf("%q: %+v, %v", line, got, denial)
		}
	}
}

// FuzzParse holds the rule against a second, plainer way to say it.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"git-upload-pack 'demo'", "git-receive-pack '/demo.git'", "git-upload-pack 'demo'; id", "git-upload-pack '../x'", "git-upload-pack 'a\x00'"} {
		f.Add(seed)
	}
	exact := regexp.MustCompile(`^git-(upload|receive)-pack '/?[a-z][a-z0-9-]{2,47}(\.git)?'$`)
	f.Fuzz(func(t *testing.T, line string) {
		got, denial := parse(line)
		if ok := exact.MatchString(line) && !strings.HasSuffix(line, "\n"); ok != (denial == nil) {
			t.Fatalf("%q: %+v, %v", line, got, denial)
		}
		if denial == nil && (got.verb == Write) != strings.HasPrefix(line, "git-receive-pack ") {
			t.Fatalf("%q needs %s", line, got.verb)
		}
	})
}

// FuzzReport has the watcher look at a stream in pieces of any size.
func FuzzReport(f *testing.F) {
	f.Add("0000000eunpack ok\n0000", 3)
	f.Add("00140000 refs/heads/x0000002c\x01000eunpack ok\n0019ok refs/heads/main\n0000", 1)
	f.Add("zzzz", 2)
	f.Fuzz(func(t *testing.T, stream string, size int) {
		var whole, pieces report
		_, _ = whole.Write([]byte(stream))
		size = max(1, size)
		for rest := []byte(stream); len(rest) > 0; {
			n := min(size, len(rest))
			_, _ = pieces.Write(rest[:n])
			rest = rest[n:]
		}
		if whole.unpack != pieces.unpack || whole.taken != pieces.taken || whole.lost != pieces.lost || len(whole.words) > wordsKept {
			t.Fatalf("%+v and %+v", whole, pieces)
		}
	})
}

func TestReasons(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		said   report
		result outcome
		want   Reason
	}{
		"up to date":   {report{}, outcome{}, ""},
		"accepted":     {report{unpack: "ok", taken: 1, lost: 1}, outcome{}, ""},
		"declined":     {report{unpack: "ok", lost: 1}, outcome{}, Refused},
		"too large":    {report{unpack: "index-pack abnormal exit", words: []byte("fatal: pack exceeds maximum allowed size (1.00 MiB)")}, outcome{}, TooLarge},
		"fsck":         {report{unpack: "unpack-objects abnormal exit", words: []byte("fatal: fsck error in packed object")}, outcome{}, InvalidObjects},
		"broken pack":  {report{unpack: "index-pack abnormal exit", words: []byte("fatal: early EOF")}, outcome{}, Refused},
		"client gone":  {report{unpack: "index-pack abnormal exit"}, outcome{err: errors.New("gone")}, ""},
		"endless list": {report{}, outcome{err: errInput}, TooLarge},
	} {
		if got := c.said.reason(c.result); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
