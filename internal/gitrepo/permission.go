package gitrepo

import (
	"bufio"
	"errors"
	"os"
)

// A Permission makes git ask for the right to push once it has received the pack and
// before it moves a branch. The pre-receive hook writes a line to one pipe and
// continues only if the other one answers "yes".
type Permission struct {
	asked, answer pipe
	done          chan struct{}
	denied        error // once done is closed
}

// asking is the hook's part. It is silent, since we tell the client the reason.
const asking = `echo asked >&4 && read -r answer <&5 && [ "$answer" = yes ] || exit 1
`

type pipe struct{ read, write *os.File }

func newPipe() (p pipe, err error) {
	p.read, p.write, err = os.Pipe()
	return p, err
}

func (p pipe) close() {
	_ = p.read.Close() // nil is fine
	_ = p.write.Close()
}

// NewPermission answers the hook of one push with ask, until Close.
func NewPermission(ask func() error) (*Permission, error) {
	asked, err := newPipe()
	answer, err2 := newPipe()
	if err := errors.Join(err, err2); err != nil {
		asked.close()
		answer.close()
		return nil, err
	}
	p := &Permission{asked: asked, answer: answer, done: make(chan struct{})}
	go func() {
		defer close(p.done)
		p.respond(ask)
	}()
	return p, nil
}

func (p *Permission) respond(ask func() error) {
	if _, err := bufio.NewReader(p.asked.read).ReadString('\n'); err != nil {
		return // git ended without asking
	}
	if p.denied = ask(); p.denied == nil {
		_, _ = p.answer.write.WriteString("yes\n")
	}
	_ = p.answer.write.Close()
}

// Inherited returns git's ends: file descriptors 4 and 5 of the hook, after the one
// that holds the lock.
func (p *Permission) Inherited() []*os.File { return []*os.File{p.asked.write, p.answer.read} }

// Close returns why the push was denied, if it was. Git has ended.
func (p *Permission) Close() error {
	_ = p.asked.read.Close()
	<-p.done
	p.asked.close()
	p.answer.close()
	return p.denied
}
