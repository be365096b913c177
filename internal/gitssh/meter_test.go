package gitssh

import (
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/crypto/ssh"
)

// pipeChannel is a channel that reads and writes without a network.
type pipeChannel struct {
	ssh.Channel
	io.Reader
	io.Writer
}

func (p pipeChannel) Read(b []byte) (int, error)  { return p.Reader.Read(b) }
func (p pipeChannel) Write(b []byte) (int, error) { return p.Writer.Write(b) }

func TestR51_OnlySilenceEndsACommand(t *testing.T) {
	t.Parallel()
	for name, move := range map[string]func(m *meter) (int, error){
		"a byte from the client": func(m *meter) (int, error) { return m.Read(make([]byte, 1)) },
		"a byte to the client":   func(m *meter) (int, error) { return m.Write([]byte("x")) },
		"a byte of stderr":       func(m *meter) (int, error) { return meteredErrors{m, io.Discard}.Write([]byte("x")) },
	} {
		synctest.Test(t, func(t *testing.T) {
			m := newMeter(pipeChannel{Reader: strings.NewReader("abc"), Writer: io.Discard})
			began := time.Now()
			expired := make(chan time.Duration, 1)
			defer m.watch(time.Minute, func() { expired <- time.Since(began) })()
			for range 3 {
				<-time.After(59 * time.Second)
				if n, err := move(m); n != 1 || err != nil {
					t.Fatal(n, err)
				}
			}
			_, _ = m.Read(nil) // nothing moves
			if after := <-expired; after != 3*59*time.Second+time.Minute {
				t.Errorf("%s: ended after %v", name, after)
			}
		})
	}
}
