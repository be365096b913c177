package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
)

// lineLength is how many bytes we keep of each line that git writes to us. Anyone who
// pushes a commit decides how long a line is.
const lineLength = 4 << 10

// run runs git for ourselves, without reading its output.
func (s *Store) run(ctx context.Context, arguments ...string) error {
	return s.ask(ctx, "", func(string) {}, arguments...)
}

// ask runs git for ourselves and calls fn with each line of its output, cut at
// lineLength. The whole output is never in memory.
func (s *Store) ask(ctx context.Context, input string, each func(line string), arguments ...string) error {
	cmd := s.Command(ctx, arguments...)
	cmd.Stdin = strings.NewReader(input)
	words := &beginning{}
	cmd.Stderr = words
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	err = errors.Join(s.Bound(cmd), lines(out, lineLength, each))
	if err != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
	if err := errors.Join(err, cmd.Wait()); err != nil {
		return fmt.Errorf("git %s: %w: %s", arguments[0], err, bytes.TrimSpace(words.kept))
	}
	return nil
}

// lines reads to the end and calls fn with each line, without its newline and cut after
// a number of bytes.
func lines(from io.Reader, most int, each func(line string)) error {
	r := bufio.NewReaderSize(from, most)
	for {
		line, err := r.ReadSlice('\n')
		if len(line) > 0 {
			each(strings.TrimSuffix(string(line), "\n"))
		}
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = r.ReadSlice('\n')
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// beginning keeps the first bytes that are written to it.
type beginning struct{ kept []byte }

func (b *beginning) Write(p []byte) (int, error) {
	b.kept = append(b.kept, p[:min(len(p), lineLength-len(b.kept))]...)
	return len(p), nil
}
