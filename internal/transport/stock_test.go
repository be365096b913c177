package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

const peers = "../../frontend/peers/transport"

// node runs a client that nobody here wrote.
func node(t *testing.T, script, url string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var complaints bytes.Buffer
	cmd := exec.CommandContext(ctx, "node", script, url)
	cmd.Dir, cmd.Stderr = peers, &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", script, err, out, complaints.Bytes())
	}
	return out
}

// remote lets a client publish events and have all connections closed.
func (s *service) remote(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/publish":
		n, _ := strconv.ParseInt(r.URL.Query().Get("n"), 10, 64)
		s.log.publish(n)
	case "/kick":
		s.ws.Sockets.mu.Lock()
		defer s.ws.Sockets.mu.Unlock()
		for socket := range s.ws.Sockets.all {
			socket.close(errRestart)
		}
	default:
		http.NotFound(w, r)
	}
}

func TestAudits(t *testing.T) {
	t.Parallel()
	var results []struct{ ID, Name, Status, Reason string }
	if err := json.Unmarshal(node(t, "audit.mjs", serve(t, nil).http.URL), &results); err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Status != "ok" {
			t.Errorf("%s %s: %s %s", r.ID, r.Name, r.Status, r.Reason)
		}
	}
	if len(results) != 61 {
		t.Errorf("%d audits", len(results))
	}
}

func TestStockClients(t *testing.T) {
	t.Parallel()
	for _, script := range []string{"graphql-ws.mjs", "subscriptions-transport-ws.mjs", "apollo.mjs"} {
		t.Run(script, func(t *testing.T) {
			t.Parallel()
			s := serve(t, nil)
			if out := node(t, script, s.http.URL); string(out) != "ok\n" {
				t.Errorf("it says %s", out)
			}
		})
	}
}
