package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"portico/internal/clock"
	"portico/internal/testkit"
)

// A network has connections that hold almost nothing on the way, so that what
// nobody reads stays with the server.
type network struct{ net.Listener }

func (n network) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(4 << 10)
	}
	return c, err
}

func smallBuffer(_, _ string, raw syscall.RawConn) (failed error) {
	err := raw.Control(func(fd uintptr) {
		failed = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 4<<10)
	})
	if err != nil {
		return err
	}
	return failed
}

// dropsStalled serves on a slow network and drops answers that stall for longer than
// the patience. It counts the requests that have begun, and those still open.
func (s *served) dropsStalled(patience time.Duration) (address string, begun, open *atomic.Int64) {
	begun, open = new(atomic.Int64), new(atomic.Int64)
	handler := dropStalled(s.http, clock.Real, patience)
	web := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun.Add(1)
		open.Add(1)
		defer open.Add(-1)
		handler.ServeHTTP(w, r)
	}))
	web.Listener = network{web.Listener}
	web.Start()
	s.t.Cleanup(web.Close)
	return web.Listener.Addr().String(), begun, open
}

// R41, R76: answers over HTTP that nobody reads are bounded, and dropped.
func TestR41_R76_UnreadAnswersAreDropped(t *testing.T) {
	s := inProcess(t)
	sessions := []string{}
	for _, name := range []string{"ada", "bob", "eve"} {
		session, _ := s.account(name)
		sessions = append(sessions, session)
	}
	address, begun, open := s.dropsStalled(time.Second)

	before, looks := heap(), 0
	for i := range 60 {
		ask(t, address, sessions[i%3], 46)
	}
	eventually(t, "all answers are given up", func() bool {
		if looks++; looks%20 == 1 {
			if held := heap() - before; held > 200<<20 {
				t.Fatalf("%d MB are held for %d answers", held>>20, open.Load())
			}
		}
		return begun.Load() == 60 && open.Load() == 0
	})
	if held := heap() - before; held > 40<<20 {
		t.Errorf("%d MB are left", held>>20)
	}
}

// R71: of answers that are read just fast enough, an asker has a few on their way;
// the oldest is given up for a new one, which a client that reads gets as a whole.
func TestR71_AnAskersUnreadAnswersAreBounded(t *testing.T) {
	t.Parallel()
	s := inProcess(t)
	ada, _ := s.account("ada")
	bob, _ := s.account("bob")
	address, begun, open := s.dropsStalled(time.Hour) // nobody is too slow
	slow := ask(t, address, bob, 20)
	eventually(t, "another's answer is on its way", func() bool { return begun.Load() == 1 })
	for range 2 * maxUnread {
		ask(t, address, ada, 10)
	}
	eventually(t, "the oldest are given up", func() bool { return begun.Load() == 1+2*maxUnread && open.Load() == 1+maxUnread })

	for who, conn := range map[string]net.Conn{"another, slowly": slow, "the same, at once": ask(t, address, ada, 20)} {
		testkit.Must(t, 0, conn.SetReadDeadline(clock.Real().Add(time.Minute)))
		answer, err := http.ReadResponse(bufio.NewReaderSize(conn, 16), nil)
		testkit.Must(t, answer, err)
		if body, err := io.ReadAll(answer.Body); err != nil || !json.Valid(body) {
			t.Errorf("%s: %d bytes: %v", who, len(body), err)
		}
	}
}

// R71, R95: so are an account's tables that anyone with their links reads slowly.
func TestR71_R95_UnreadSheetsAreBounded(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.many(1000)
	request := "GET " + c.link(nil) + " HTTP/1.1\r\nHost: portico.test\r\n\r\n"
	address, begun, open := c.dropsStalled(time.Hour) // nobody is too slow
	const downloads = 2 * maxUnread
	for range downloads {
		send(t, address, request)
	}
	eventually(t, "the oldest are given up", func() bool { return begun.Load() == downloads && open.Load() == maxUnread })
}

// R71, R95: anyone with a link takes no place of the answers to the account's sessions, nor
// gives up any that its owner reads slowly.
func TestR71_R95_UnreadSheetsLeaveTheAnswersOfTheSessions(t *testing.T) {
	t.Parallel()
	c := newClerk(t)
	c.many(1000)
	request := "GET " + c.link(nil) + " HTTP/1.1\r\nHost: portico.test\r\n\r\n"
	address, begun, open := c.dropsStalled(time.Hour) // nobody is too slow
	slow := ask(t, address, c.session, 20)
	eventually(t, "the owner's answer is on its way", func() bool { return begun.Load() == 1 })
	const downloads = 2 * maxUnread
	for range downloads {
		send(t, address, request)
	}
	eventually(t, "the oldest tables are given up", func() bool { return begun.Load() == 1+downloads && open.Load() <= 1+maxUnread })
	testkit.Must(t, 0, slow.SetReadDeadline(clock.Real().Add(time.Minute)))
	answer, err := http.ReadResponse(bufio.NewReaderSize(slow, 16), nil)
	testkit.Must(t, answer, err)
	if body, err := io.ReadAll(answer.Body); err != nil || !json.Valid(body) {
		t.Errorf("the owner's answer: %d bytes: %v", len(body), err)
	}
}

// ask asks for an answer of eleven kilobytes for each of its aliases, and does not
// read it.
func ask(t *testing.T, address, session string, aliases int) net.Conn {
	t.Helper()
	query := "{__schema{types{" + numbered(aliases, "a#:description ") + "}}}"
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	return send(t, address, fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: portico.test\r\nCookie: %s=%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		sessionCookie, session, len(body), body))
}

// send sends a request, and does not read the answer.
func send(t *testing.T, address, request string) net.Conn {
	t.Helper()
	dialer := net.Dialer{Control: smallBuffer}
	conn, err := dialer.DialContext(context.Background(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	_, err = fmt.Fprint(conn, request)
	testkit.Must(t, 0, err)
	return conn
}

// heap is what is reachable.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// A recorder of deadlines.
type deadlines struct {
	*httptest.ResponseRecorder
	set []time.Time
}

func (d *deadlines) SetWriteDeadline(at time.Time) error {
	d.set = append(d.set, at)
	return nil
}

// R76: the deadline moves with each part: who reads slowly gets everything.
func TestR76_TheDeadlineMoves(t *testing.T) {
	t.Parallel()
	now := time.Unix(0, 0)
	large := bytes.Repeat([]byte("x"), 3*answerPart+1)
	d := &deadlines{ResponseRecorder: httptest.NewRecorder()}
	dropStalled(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", strconv.Itoa(len(large)))
		w.WriteHeader(http.StatusTeapot)
		if n, err := w.Write(large); n != len(large) || err != nil {
			t.Errorf("wrote %d: %v", n, err)
		}
	}), func() time.Time { now = now.Add(time.Second); return now }, time.Minute).ServeHTTP(d, nil)
	if d.Code != http.StatusTeapot || !bytes.Equal(d.Body.Bytes(), large) {
		t.Errorf("%d and %d bytes", d.Code, d.Body.Len())
	}
	if len(d.set) != 5 || !d.set[4].Equal(time.Unix(65, 0)) {
		t.Errorf("the deadlines were %v", d.set)
	}
}
