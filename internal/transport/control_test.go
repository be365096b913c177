package transport

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// A doorman lets everybody in as user u and throws them out when told to.
type doorman struct {
	refusal atomic.Pointer[CloseError]
	asked   atomic.Int64
	slow    chan struct{} // Check waits for it, if it is set
}

func (d *doorman) transport() *WebSocket {
	return &WebSocket{
		Init: func(ctx context.Context, _ map[string]any) (context.Context, Identity, error) {
			return ctx, Identity{User: "u", Keys: []string{"session"}}, nil
		},
		Check: d.check,
	}
}

func (d *doorman) check(ctx context.Context) error {
	d.asked.Add(1)
	if d.slow != nil {
		<-d.slow
	}
	if no := d.refusal.Load(); no != nil {
		return *no
	}
	return ctx.Err()
}

var revoked = CloseError{CloseUnauthorized, "your session was ended"}

// within runs what must be over in a second.
func within(t *testing.T, act func()) {
	t.Helper()
	start := time.Now()
	act()
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v, not within a second", took)
	}
}

func TestR38_RevocationCloses(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	idle, busy, old := s.modern(t), s.modern(t), s.legacy(t)
	busy.send(subscribe("1", "subscription { events { seq } }"), subscribe("2", "{ block }")).quiet()
	s.ws.Sockets.Recheck("session")
	eventually(t, "all are asked", func() bool { return d.asked.Load() == 3 })
	idle.quiet()

	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("somebody else")
	idle.quiet()
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		idle.want("CLOSE 4401 your session was ended")
		busy.want("CLOSE 4401 your session was ended")
		old.want(`{"type":"connection_error","payload":{"message":"your session was ended"}}`, "CLOSE 1008")
		idle.want("CUT")
		busy.want("CUT")
	})
}

// slowlyChecked has a socket with a subscription, whose next check waits for d.slow.
func slowlyChecked(t *testing.T) (*service, *doorman, *peer) {
	t.Helper()
	d := &doorman{slow: make(chan struct{})}
	s := serve(t, d.transport())
	s.ws.CheckTimeout = patience
	return s, d, s.modern(t).send(subscribe("1", "subscription { events { seq } }")).quiet()
}

// Nothing that is published after the revocation is delivered, even while Check still thinks.
func TestR38_NothingAfterRevocation(t *testing.T) {
	t.Parallel()
	s, d, p := slowlyChecked(t)
	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("u")
	s.log.publish(5)
	eventually(t, "the operation has its event", func() bool { return s.pulls.Load() == 1 })
	close(d.slow)
	p.want("CLOSE 4401")
}

// An approved socket goes on where it was held up.
func TestR38_ApprovedSocketGoesOn(t *testing.T) {
	t.Parallel()
	s, d, p := slowlyChecked(t)
	s.ws.Sockets.Recheck("u")
	s.log.publish(2)
	eventually(t, "the operation has its event", func() bool { return s.pulls.Load() == 1 })
	close(d.slow)
	p.want(next1(`{"data":{"events":{"seq":1,"text":""}}}`), next1(`{"data":{"events":{"seq":2,"text":""}}}`))
}

// A check that hangs counts as a no.
func TestR38_CheckHangs(t *testing.T) {
	t.Parallel()
	d := &doorman{slow: make(chan struct{})}
	s := serve(t, d.transport())
	t.Cleanup(func() { close(d.slow) })
	p := s.modern(t)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		p.want("CLOSE 1013", "CUT")
	})
}

func TestR38_ClosesInTheMiddleOfAnOperation(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	t.Cleanup(func() { close(s.free) })
	p := s.modern(t).send(subscribe("1", "subscription { stubborn }")).quiet()
	d.refusal.Store(&revoked)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		p.want("CLOSE 4401", "CUT")
	})
}

func TestR38_ClosesWhileBlockedWriting(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	s := serve(t, d.transport())
	s.log.publish(1 << 20)
	s.flood(t, 3)
	eventually(t, "the socket is stuck", func() bool { return s.queuedBytes() >= 64<<10 })
	d.refusal.Store(&revoked)
	within(t, func() {
		s.ws.Sockets.Recheck("u")
		eventually(t, "it is gone", func() bool { return s.ws.Sockets.Count() == 0 })
	})
}

// flood subscribes so many times to more than a connection takes in, and reads nothing of it.
func (s *service) flood(t *testing.T, times int) *websocket.Conn {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	conn, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	t.Cleanup(func() { _ = conn.Close() })
	err = conn.WriteMessage(websocket.TextMessage, []byte(modernInit))
	_, _, failed := conn.ReadMessage()
	err = errors.Join(err, failed)
	for i := range times {
		err = errors.Join(err, conn.WriteMessage(websocket.TextMessage,
			[]byte(subscribe(strconv.Itoa(i), "subscription { events(after: 0, size: 10000) { seq text } }"))))
	}
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// A revocation while Init runs is not lost, though the socket is not known by its user yet.
func TestR38_RevocationDuringInit(t *testing.T) {
	t.Parallel()
	d := &doorman{}
	ws := d.transport()
	entered, leave := make(chan struct{}), make(chan struct{})
	init := ws.Init
	ws.Init = func(ctx context.Context, payload map[string]any) (context.Context, Identity, error) {
		close(entered)
		<-leave
		return init(ctx, payload)
	}
	s := serve(t, ws)
	p := s.dial(t, modernProtocol).send(modernInit)
	<-entered
	d.refusal.Store(&revoked)
	s.ws.Sockets.Recheck("u")
	close(leave)
	p.want("CLOSE 4401")
}

func TestDrain(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t).send(subscribe("1", "subscription { never }"), subscribe("2", "{ block }")).quiet()
	s.ws.Sockets.Jitter = 20 * time.Millisecond
	var drained sync.WaitGroup
	for range 2 {
		drained.Go(func() {
			if err := s.ws.Sockets.Drain(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	p.want("CLOSE 1012 the service restarts").finish()
	drained.Wait()
	if n := s.ws.Sockets.Count(); n != 0 || s.live.Load() != 0 {
		t.Errorf("%d sockets and %d subscriptions are left", n, s.live.Load())
	}
	dialer := websocket.Dialer{Subprotocols: []string{modernProtocol}}
	_, res, err := dialer.DialContext(t.Context(), s.url(), nil)
	if err == nil || res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
		t.Errorf("a new socket got %v, %v", res, err)
	}
}

// Who does not wait for ever gets the connections cut and is told that something still runs.
func TestDrainGivesUp(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	p := s.modern(t).send(subscribe("1", "subscription { stubborn }")).quiet()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := s.ws.Sockets.Drain(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("drain: %v", err)
	}
	p.want("CLOSE 1012")
	close(s.free)
	eventually(t, "the operation ends", func() bool { return s.ws.Sockets.Count() == 0 })
}
