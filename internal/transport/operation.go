package transport

import (
	"context"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// An operation was started by a client on a socket.
type operation struct {
	id     string
	ctx    context.Context
	cancel context.CancelFunc
	failed atomic.Pointer[error] // what EndWith left
	wrote  time.Time             // when it last wrote by itself; only its goroutine reads this
	kept   int                   // bytes of a subscription's request; guarded by the socket's mu
}

type operationKey struct{}

// EndWith makes the subscription of ctx end with an error instead of a completion. Call
// it before closing the subscription's channel; gqlgen itself loses errors at that
// point. It returns false if ctx isn't a subscription's.
func EndWith(ctx context.Context, err error) bool {
	op, ok := ctx.Value(operationKey{}).(*operation)
	if ok {
		op.failed.Store(&err)
	}
	return ok
}

// start runs an operation whose ID is free.
func (s *socket) start(id string, req request) {
	op := s.open(id)
	if op == nil {
		no := badInput("Too many operations: complete one of the " + strconv.Itoa(s.maxOperations()) + " that run on this connection.")
		s.push(nil, false, s.dialect.failure(id, present(s.base, s.exec, gqlerror.List{no}).Errors))
		return
	}
	if !s.spawn(func() { s.run(op, req) }) {
		s.done(op)
	}
}

// open registers an operation, or returns nil if there are too many. Dropped ones that
// have not returned yet count too, but a client that ends one may start one.
func (s *socket) open(id string) *operation {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.operations) >= s.maxOperations() || s.threads >= 2*s.maxOperations() {
		return nil
	}
	op := &operation{id: id}
	op.ctx, op.cancel = context.WithCancel(context.WithValue(s.ctx, operationKey{}, op))
	s.operations = append(s.operations, op)
	s.threads++
	return op
}

func (s *socket) done(op *operation) {
	op.cancel()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.forget(op)
	s.threads--
}

// drop ends an operation at the client's request: nothing more of it is queued.
func (s *socket) drop(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.operations, func(op *operation) bool { return op.id == id })
	if at < 0 {
		return false
	}
	s.operations[at].cancel()
	s.forget(s.operations[at])
	return true
}

func (s *socket) running(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.operations, func(op *operation) bool { return op.id == id })
}

// has and forget are called with mu held.
func (s *socket) has(op *operation) bool { return slices.Contains(s.operations, op) }

func (s *socket) forget(op *operation) {
	s.operations = slices.DeleteFunc(s.operations, func(o *operation) bool { return o == op })
}

// run executes an operation from its document to its last message.
func (s *socket) run(op *operation, req request) {
	defer s.done(op)
	defer func() {
		if p := recover(); p != nil {
			s.fail(op, recovered(op.ctx, s.exec, p))
		}
	}()
	ctx, err := s.refresh(op.ctx)
	if err != nil {
		s.close(closeFor(err, errUnchecked))
		return
	}
	ctx = graphql.StartOperationTrace(ctx)
	if err := req.find(ctx, s.Document); err != nil {
		s.fail(op, present(ctx, s.exec, gqlerror.List{err}).Errors)
		return
	}
	now := graphql.Now()
	req.ReadTime = graphql.TraceTiming{Start: now, End: now}
	ctx, operation, errs := prepare(ctx, s.exec, &req.RawParams)
	if len(errs) > 0 {
		s.fail(op, present(ctx, s.exec, errs).Errors)
		return
	}
	more := operation.Operation.Operation == ast.Subscription
	if more && !s.keep(op, req.size) {
		no := badInput("The subscriptions of a connection can have " + strconv.Itoa(maxKept) + " bytes in total. Shorten their documents and variables.")
		s.fail(op, present(ctx, s.exec, gqlerror.List{no}).Errors)
		return
	}
	responses, ctx := s.exec.DispatchOperation(ctx, operation)
	s.stream(ctx, op, responses, more)
}

// maxKept is how many bytes the requests of one socket's subscriptions may have: their
// documents, up to 80 times as large once parsed, and their variables stay in memory as
// long as they run (R72).
const maxKept = 64 << 10

func (s *socket) keep(op *operation, size int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	op.kept = size
	for _, other := range s.operations {
		if other != op {
			size += other.kept
		}
	}
	return size <= maxKept
}

func (s *socket) refresh(ctx context.Context) (context.Context, error) {
	if s.Operation == nil {
		return ctx, nil
	}
	return s.Operation(ctx)
}

// stream pulls the next event only when the last one is queued: a source that has to
// wait continues reading its log later, and misses nothing. An answer without data ends
// the operation with its errors, including that of an interceptor which would give the
// same answer forever.
func (s *socket) stream(ctx context.Context, op *operation, responses graphql.ResponseHandler, more bool) {
	start := preface(s.dialect.next(), op.id, true)
	for {
		response := fit(ctx, s.exec, responses(ctx), s.maxAnswerBytes())
		if response == nil {
			s.complete(ctx, op)
			return
		}
		if len(response.Data) == 0 {
			s.fail(op, response.Errors)
			return
		}
		e := encode(response)
		if !s.push(op, false, start, e.head, e.data, e.tail, closing) {
			return
		}
		if !more {
			s.complete(ctx, op)
			return
		}
	}
}

func (s *socket) complete(ctx context.Context, op *operation) {
	if failed := op.failed.Load(); failed != nil {
		s.fail(op, present(ctx, s.exec, gqlerror.List{gqlerror.Wrap(*failed)}).Errors)
		return
	}
	s.push(op, true, compose("complete", op.id, nil))
}

func (s *socket) fail(op *operation, errs gqlerror.List) {
	s.push(op, true, s.dialect.failure(op.id, errs))
}
