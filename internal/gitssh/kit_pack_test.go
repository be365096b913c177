package gitssh_test

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/adler32"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// The types of objects in a pack (gitformat-pack).
const (
	commitObject = 1
	treeObject   = 2
	blobObject   = 3
	tagObject    = 4
	refDelta     = 7
)

var objectNames = map[int]string{commitObject: "commit", treeObject: "tree", blobObject: "blob", tagObject: "tag"}

// pack is a pack that is written by hand, with what no git client would send.
type pack struct {
	t       *testing.T
	objects bytes.Buffer
	count   uint32
}

// add writes an object: the beginning, and so many times the letter a. It
// returns its id.
func (p *pack) add(kind int, beginning string, letters int) string {
	p.t.Helper()
	p.head(kind, len(beginning)+letters)
	id, sum := sha1.New(), adler32.New()
	_, _ = fmt.Fprintf(id, "%s %d\x00", objectNames[kind], len(beginning)+letters)
	_, _ = p.objects.Write([]byte{0x78, 0x01}) // zlib (RFC 1950)
	write := func(text, deflated []byte) {
		_, _ = io.MultiWriter(id, sum).Write(text)
		_, _ = p.objects.Write(deflated)
	}
	write([]byte(beginning), deflate(p.t, []byte(beginning), false))
	// What is deflated by itself can be repeated: it refers to nothing before it.
	chunk := bytes.Repeat([]byte("a"), 1<<20)
	deflated := deflate(p.t, chunk, false)
	for ; letters > len(chunk); letters -= len(chunk) {
		write(chunk, deflated)
	}
	write(chunk[:letters], deflate(p.t, chunk[:letters], true))
	_, _ = p.objects.Write(sum.Sum(nil))
	p.count++
	return hex.EncodeToString(id.Sum(nil))
}

// delta writes the first ten bytes of an object of so many as a difference from
// it. The object is not in the pack.
func (p *pack) delta(base string, size int) {
	p.t.Helper()
	p.differs(base, append(binary.AppendUvarint(nil, uint64(size)), 10, 0x90, 10))
}

// grown does the same with all of an object and a letter.
func (p *pack) grown(base string, size int) {
	p.t.Helper()
	difference := binary.AppendUvarint(binary.AppendUvarint(nil, uint64(size)), uint64(size+1))
	p.differs(base, append(difference, 0xb0, byte(size), byte(size>>8), 1, 'a'))
}

func (p *pack) differs(base string, difference []byte) {
	p.t.Helper()
	p.head(refDelta, len(difference))
	id, err := hex.DecodeString(base)
	if err != nil {
		p.t.Fatal(err)
	}
	p.objects.Write(id)
	w := zlib.NewWriter(&p.objects)
	_, _ = w.Write(difference)
	_ = w.Close()
	p.count++
}

// deflate makes one piece of a stream (RFC 1951), or the last one.
func deflate(t *testing.T, text []byte, last bool) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (p *pack) head(kind, size int) {
	b := byte(kind<<4 | size&15)
	for size >>= 4; size > 0; size >>= 7 {
		p.objects.WriteByte(b | 0x80)
		b = byte(size & 0x7f)
	}
	p.objects.WriteByte(b)
}

func (p *pack) bytes() []byte {
	head := append([]byte("PACK"), 0, 0, 0, 2)
	out := append(binary.BigEndian.AppendUint32(head, p.count), p.objects.Bytes()...)
	sum := sha1.Sum(out)
	return append(out, sum[:]...)
}

const signature = "Jane <jane@example.org> 1700000000 +0000\n"

func commitOf(tree string) string {
	return "tree " + tree + "\nauthor " + signature + "committer " + signature + "\n"
}

// entry is a line of a tree.
func entry(name, blob string) string {
	raw, _ := hex.DecodeString(blob)
	return "100644 " + name + "\x00" + string(raw)
}

// bomb is a pack with a commit whose subject is one line of so many letters.
func bomb(t *testing.T, letters int) (*pack, string) {
	t.Helper()
	p := &pack{t: t}
	return p, p.add(commitObject, commitOf(p.add(treeObject, "", 0)), letters)
}

// pushes sends a pack as it stands, and returns what the client is told.
func (w *world) pushes(p person, content []byte, commit, ref string) string {
	w.t.Helper()
	line := strings.Repeat("0", 40) + " " + commit + " " + ref + "\x00report-status side-band-64k"
	return w.receivePack(p, io.MultiReader(strings.NewReader(fmt.Sprintf("%04x%s0000", len(line)+4, line)), bytes.NewReader(content)))
}

// receivePack sends input to git-receive-pack, and returns what the client is told.
func (w *world) receivePack(p person, input io.Reader) string {
	w.t.Helper()
	session, err := w.dial(p).NewSession()
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = session.Close() }()
	out := &lines{}
	session.Stdin, session.Stdout, session.Stderr = input, out, out
	_ = session.Run("git-receive-pack 'demo'")
	return out.String()
}

// store puts a pack into a repository as an older server may have, and points
// a branch at a commit of it.
func (w *world) store(p *pack, commit string) {
	w.t.Helper()
	dir := w.repository(w.demo)
	w.must(w.git(w.jane, w.dir, "init", "-q", "--bare", "-b", "main", dir))
	index := w.git(w.jane, dir, "index-pack", "--stdin")
	index.Stdin = bytes.NewReader(p.bytes())
	w.must(index)
	w.must(w.git(w.jane, dir, "update-ref", "refs/heads/main", commit))
}

// onDisk is the size of a repository's objects.
func (w *world) onDisk() int64 {
	w.t.Helper()
	return treeSize(w.t, filepath.Join(w.repository(w.demo), "objects"))
}
