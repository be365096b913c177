package gitssh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	osexec "os/exec"
	"sync"
	"syscall"
)

// child is one run of git for a client: an argument list, our own environment, a
// process group of its own. Nothing of it is left when do returns.
type child struct {
	call        *call
	arguments   []string
	environment []string
	input       int64      // bytes at most
	asked       *list      // watches what the client sends, or nil
	said        *report    // watches what git answers, or nil
	inherited   []*os.File // stay open in every process of the group, from 3 on
}

// outcome is how git ended: with a status, or stopped because of err.
type outcome struct {
	status uint32
	err    error
}

func (c *call) child(program string, arguments ...string) *child {
	return &child{call: c, arguments: append([]string{program}, arguments...)}
}

// do runs git until it ends or ctx does.
func (r *child) do(ctx context.Context) outcome {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	cmd := r.command(ctx)
	ends, err := r.start(cmd)
	if err != nil {
		return outcome{err: fmt.Errorf("start git: %w", err)}
	}
	var answering sync.WaitGroup
	limits := r.call.server.Limits.orDefaults()
	r.call.server.spawn(func() {
		defer func() { _ = ends.in.Close() }()
		stopOn(stop, pass(ends.in, r.fromClient(), r.input, errInput))
	})
	answering.Go(func() { stopOn(stop, pass(r.toClient(), ends.out, limits.Output, errOutput)) })
	answering.Go(func() { stopOn(stop, pass(r.call.stderr, ends.err, limits.Output, errOutput)) })
	err = cmd.Wait()
	// The rest of the group holds the pipes, and we would wait for it.
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	answering.Wait()
	_ = ends.out.Close()
	_ = ends.err.Close()
	return r.outcome(ctx, err)
}

func (r *child) outcome(ctx context.Context, err error) outcome {
	var exit *osexec.ExitError
	switch cause := context.Cause(ctx); {
	case cause != nil:
		return outcome{err: cause}
	case err == nil:
		return outcome{}
	case errors.As(err, &exit) && exit.ExitCode() > 0:
		return outcome{status: uint32(min(exit.ExitCode(), 255))}
	default:
		return outcome{err: fmt.Errorf("run git: %w", err)}
	}
}

func (r *child) command(ctx context.Context) *osexec.Cmd {
	s := r.call.server
	cmd := s.Repositories.Command(ctx, r.arguments...)
	cmd.Env = append(cmd.Env, r.environment...)
	if r.call.protocol != "" {
		cmd.Env = append(cmd.Env, "GIT_PROTOCOL="+r.call.protocol)
	}
	cmd.ExtraFiles = r.inherited
	return cmd
}

// pipes are our ends.
type pipes struct{ in, out, err *os.File }

// start gives git pipes that the exec package doesn't know about: it would cut them off
// from a client that reads slowly.
func (r *child) start(cmd *osexec.Cmd) (ours pipes, err error) {
	var theirs pipes
	var made []error
	pipe := func(read, write **os.File) {
		r, w, err := os.Pipe()
		*read, *write = r, w
		made = append(made, err)
	}
	pipe(&theirs.in, &ours.in)
	pipe(&ours.out, &theirs.out)
	pipe(&ours.err, &theirs.err)
	defer theirs.close()
	if err := errors.Join(made...); err != nil {
		ours.close()
		return pipes{}, err
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = theirs.in, theirs.out, theirs.err
	if err := cmd.Start(); err != nil {
		ours.close()
		return pipes{}, err
	}
	// Git starts nothing before it gets its input, so what it starts is limited as
	// well.
	if err := r.call.server.Repositories.Bound(cmd); err != nil {
		ours.close()
		return pipes{}, errors.Join(err, syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL), cmd.Wait())
	}
	return ours, nil
}

func (p pipes) close() {
	for _, f := range []*os.File{p.in, p.out, p.err} {
		_ = f.Close() // nil is fine
	}
}

func (r *child) fromClient() io.Reader {
	if r.asked == nil {
		return r.call.channel
	}
	return watched{from: r.call.channel, by: r.asked}
}

func (r *child) toClient() io.Writer {
	if r.said == nil {
		return r.call.channel
	}
	return io.MultiWriter(r.said, r.call.channel)
}

// pass copies until either side ends, and returns tooMuch beyond the limit.
func pass(to io.Writer, from io.Reader, limit int64, tooMuch error) error {
	n, err := io.Copy(to, io.LimitReader(from, limit+1))
	if n > limit {
		return tooMuch
	}
	return err
}

// errGone stops git when the client is gone.
var errGone = errors.New("the client is gone")

// stopOn stops git when its client is gone or exceeds a limit. A pipe closed by git is
// no reason: it may just be done.
func stopOn(stop context.CancelCauseFunc, err error) {
	var denial *Denial
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE), errors.Is(err, os.ErrClosed):
	case errors.As(err, &denial):
		stop(denial)
	default:
		stop(errGone)
	}
}
