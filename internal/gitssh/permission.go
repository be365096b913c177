package gitssh

import (
	"bufio"
	"context"
	"errors"
	"os"
)

// use is what a command does to which repository.
type use struct {
	repository Repository
	verb       Verb
}

// uses notes what the command does, for Recheck to find, and asks for the right
// once more: it may have been lost since Open, before Recheck could find it.
func (c *call) uses(ctx context.Context, u use) error {
	c.server.mu.Lock()
	c.use = &u
	c.server.mu.Unlock()
	return c.permitted(ctx)
}

// permitted asks whether the identity may still do what the command does.
func (c *call) permitted(ctx context.Context) error {
	return c.server.Reopen(ctx, *c.identity, c.use.repository, c.use.verb)
}

// recheck stops the command if its right is gone, or not known to be there in
// time.
func (c *call) recheck(ctx context.Context) {
	if err := c.permitted(ctx); err != nil {
		c.stop(err)
	}
}

// permission lets git ask for the right to push once it has taken the pack and
// before it moves a branch. The pre-receive hook writes a line to one pipe and
// goes on only if the other one answers "yes".
type permission struct {
	asked, answer pipe
	done          chan struct{}
	denied        error // once done is closed
}

// asking is the hook's part: silent, since the client is told the reason by us.
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

// newPermission answers the hook of one push, by asking, until close.
func newPermission(ask func() error) (*permission, error) {
	asked, err := newPipe()
	answer, err2 := newPipe()
	if err := errors.Join(err, err2); err != nil {
		asked.close()
		answer.close()
		return nil, err
	}
	p := &permission{asked: asked, answer: answer, done: make(chan struct{})}
	go func() {
		defer close(p.done)
		p.respond(ask)
	}()
	return p, nil
}

func (p *permission) respond(ask func() error) {
	if _, err := bufio.NewReader(p.asked.read).ReadString('\n'); err != nil {
		return // git ended without asking
	}
	if p.denied = ask(); p.denied == nil {
		_, _ = p.answer.write.WriteString("yes\n")
	}
	_ = p.answer.write.Close()
}

// inherited are git's ends: file descriptors 4 and 5 of the hook, after the one
// that holds the lock.
func (p *permission) inherited() []*os.File { return []*os.File{p.asked.write, p.answer.read} }

// close returns why the push was denied, if it was. Git has ended.
func (p *permission) close() error {
	_ = p.asked.read.Close()
	<-p.done
	p.asked.close()
	p.answer.close()
	return p.denied
}
