package passwords

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
)

const (
	longestLine = 128 // of a file of breached passwords
	probes      = 256 // lines checked when it is opened
)

// Breaches is a file of breached passwords: on each line a SHA-1 hash in hex (RFC 3174)
// with a count, HASH:COUNT, sorted, as Have I Been Pwned publishes it. It is searched
// on disk: it may be larger than memory. A nil one contains nothing.
type Breaches struct {
	file *os.File
	size int64
}

// OpenBreaches opens the file, or fails if it can't be searched.
func OpenBreaches(path string) (*Breaches, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	b := &Breaches{file: f}
	if err := b.probe(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return b, nil
}

// probe checks that lines throughout the file are well-formed and sorted.
func (b *Breaches) probe() error {
	info, err := b.file.Stat()
	if err != nil {
		return err
	}
	b.size = info.Size()
	if b.size == 0 {
		return errors.New("the file is empty")
	}
	var before breach
	for i := range int64(probes) {
		l, err := b.around(i * (b.size - 1) / (probes - 1))
		if err != nil {
			return err
		}
		if l.start != before.start && bytes.Compare(l.hash, before.hash) <= 0 {
			return fmt.Errorf("byte %d: the lines are not sorted", l.start)
		}
		before = l
	}
	return nil
}

// Contains reports whether a password is in the file.
func (b *Breaches) Contains(password string) (bool, error) {
	if b == nil {
		return false, nil
	}
	sum := sha1.Sum([]byte(password)) // the file's format, which protects nothing here
	for from, to := int64(0), b.size; from < to; {
		l, err := b.around(from + (to-from)/2)
		if err != nil {
			return false, fmt.Errorf("search breached passwords: %w", err)
		}
		switch c := bytes.Compare(sum[:], l.hash); {
		case c == 0:
			return true, nil
		case c < 0:
			to = l.start
		default:
			from = l.next
		}
	}
	return false, nil
}

// A breach is one line: its offset, its hash, and the offset of the next line.
type breach struct {
	start, next int64
	hash        []byte
}

// around reads the line that contains a byte of the file.
func (b *Breaches) around(at int64) (breach, error) {
	from := max(0, at-longestLine)
	buffer := make([]byte, 2*longestLine)
	n, err := b.file.ReadAt(buffer, from)
	if err != nil && !errors.Is(err, io.EOF) {
		return breach{}, err
	}
	buffer = buffer[:n]
	at -= from
	start := bytes.LastIndexByte(buffer[:at], '\n') + 1
	end := bytes.IndexByte(buffer[at:], '\n')
	if end < 0 {
		end = len(buffer) - int(at) - 1 // the last line may have no newline
	}
	l := breach{start: from + int64(start), next: from + at + int64(end) + 1}
	line, _, _ := bytes.Cut(bytes.TrimRight(buffer[start:int(at)+end+1], "\r\n"), []byte(":"))
	if l.hash, err = hex.DecodeString(string(line)); err != nil || len(l.hash) != sha1.Size {
		return breach{}, fmt.Errorf("byte %d: not a line of 40 hexadecimal digits, a colon and a count", l.start)
	}
	return l, nil
}

// Close closes the file.
func (b *Breaches) Close() error {
	if b == nil {
		return nil
	}
	return b.file.Close()
}
