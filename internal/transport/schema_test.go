package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

var testSchema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	type Query {
		hello: String!
		echo(text: String!): String!
		fail: String
		panic: String
		block: String
	}
	type Mutation { add(n: Int!): Int! }
	type Event { seq: Int! text: String! }
	type Subscription {
		"replays what came after the sequence number, then goes on live"
		events(after: Int, size: Int): Event!
		"never has an event"
		never: Int
		"is refused at the start"
		refused: Int
		"ends with an error after one event"
		ends: Int
		"panics in its second event"
		breaks: Int
		"does not end when it is told to"
		stubborn: Int
	}`})

// A fakeSchema behaves like gqlgen's generated code, down to the buffer that it reuses.
type fakeSchema struct {
	log   eventLog
	sum   atomic.Int64
	pulls atomic.Int64 // by all subscriptions that wait for something
	live  atomic.Int64 // subscriptions that have not returned
	free  chan struct{}
}

func newExecutor() (*executor.Executor, *fakeSchema) {
	fake := &fakeSchema{free: make(chan struct{})}
	exec := executor.New(fake)
	exec.SetRecoverFunc(func(context.Context, any) error { return internalError() })
	exec.SetQueryCache(lru.New[*ast.QueryDocument](100))
	return exec, fake
}

func (f *fakeSchema) Schema() *ast.Schema { return testSchema }

func (f *fakeSchema) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (f *fakeSchema) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	root := map[ast.Operation]string{ast.Query: "Query", ast.Mutation: "Mutation", ast.Subscription: "Subscription"}[operation.Operation.Operation]
	fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{root})
	if root == "Subscription" {
		return f.subscribe(ctx, fields[0])
	}
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		result := map[string]any{}
		for _, field := range fields {
			result[field.Alias] = f.resolve(ctx, field, root)
		}
		data, _ := json.Marshal(result)
		return &graphql.Response{Data: data}
	}
}

func (f *fakeSchema) resolve(ctx context.Context, field graphql.CollectedField, root string) any {
	args := field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	switch field.Name {
	case "__typename":
		return root
	case "hello":
		return "world"
	case "echo":
		return args["text"]
	case "fail":
		graphql.AddError(ctx, errors.New("the field failed"))
	case "panic":
		panic("the field panicked")
	case "block":
		<-ctx.Done()
	case "add":
		return f.sum.Add(number(args["n"]))
	}
	return nil
}

func (f *fakeSchema) subscribe(ctx context.Context, field graphql.CollectedField) graphql.ResponseHandler {
	args := field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	if field.Name == "refused" {
		graphql.AddError(ctx, errors.New("the source was refused"))
		return nil
	}
	f.live.Add(1)
	context.AfterFunc(ctx, func() { f.live.Add(-1) })
	var buf bytes.Buffer
	seq := number(args["after"])
	return func(ctx context.Context) *graphql.Response {
		seq++
		buf.Reset()
		if !f.pull(ctx, &buf, field, seq, number(args["size"])) {
			return nil
		}
		return &graphql.Response{Data: buf.Bytes()}
	}
}

func (f *fakeSchema) pull(ctx context.Context, buf *bytes.Buffer, field graphql.CollectedField, seq, size int64) bool {
	switch {
	case field.Name == "events":
		if !f.log.wait(ctx, seq) {
			return false
		}
		f.pulls.Add(1)
		fmt.Fprintf(buf, `{%q:{"seq":%d,"text":%q}}`, field.Alias, seq, strings.Repeat("x", int(size)))
		return true
	case field.Name == "stubborn":
		f.pulls.Add(1)
		<-f.free
		return false
	case field.Name == "ends" && seq == 2:
		EndWith(ctx, errors.New("the app is gone"))
		return false
	case field.Name == "breaks" && seq == 2:
		panic("the source panicked")
	case field.Name == "never":
		<-ctx.Done()
		return false
	}
	fmt.Fprintf(buf, `{%q:%d}`, field.Alias, seq)
	return true
}

func number(v any) int64 {
	switch n := v.(type) {
	case int64:
		return n
	case json.Number:
		i, _ := n.Int64()
		return i
	}
	return 0
}

// An eventLog is a log that only knows how far it goes; readers come back to it by number.
type eventLog struct {
	mu    sync.Mutex
	head  int64
	moved chan struct{}
}

func (l *eventLog) publish(n int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.head += n
	if l.moved != nil {
		close(l.moved)
		l.moved = nil
	}
}

func (l *eventLog) wait(ctx context.Context, seq int64) bool {
	for {
		l.mu.Lock()
		reached := l.head >= seq
		if l.moved == nil {
			l.moved = make(chan struct{})
		}
		moved := l.moved
		l.mu.Unlock()
		if reached {
			return ctx.Err() == nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return false
		}
	}
}
