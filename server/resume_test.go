package main

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// A writer makes thousands of events while a stock client follows; the server
// is killed under both and started again, several times. The follower has every
// event of the log, once, in its order.
func TestFollowerMissesNothingThroughCrashes(t *testing.T) {
	t.Parallel()
	const kills, wanted = 4, 2500
	b := serve(t)
	c := b.client(t)
	c.signUp("writer")
	key := c.do("addSshKey.sshKey.id", `mutation($k: String!) { addSshKey(input: {name: "k", publicKey: $k}) { sshKey { id } errors { message } } }`,
		map[string]any{"k": newGit(t, b).publicKey()})
	head := c.do("viewer.timelineHead", `{ viewer { timelineHead } }`, nil).(string)
	f := c.follow(followTimeline, "", head)

	written := c.writeUntil(wanted, key.(string))
	for n := range kills {
		eventually(t, "some more is written", func() bool { return written.Load() >= int64((n+1)*wanted/(kills+1)) })
		_ = b.cmd.Process.Signal(syscall.SIGKILL)
		_ = b.cmd.Wait()
		b.start()
	}
	eventually(t, "all is written", func() bool { return written.Load() >= wanted })
	log := c.logAfter(head)
	if len(log) < wanted {
		t.Fatalf("%d events were acknowledged, and %d are in the log", wanted, len(log))
	}
	eventually(t, "the follower has the last event", func() bool { return len(f.got()) >= len(log) })
	seen := make([]string, 0, len(log))
	for _, u := range f.got() {
		seen = append(seen, fmt.Sprint(find(u, "node.id")))
	}
	if !slices.Equal(seen, log) {
		t.Errorf("the follower saw %d events, the log has %d; they part at %d", len(seen), len(log), parting(seen, log))
	}
	if f.connections() <= kills {
		t.Errorf("the follower connected %d times in %d crashes", f.connections(), kills)
	}
	t.Logf("%d events through %d crashes", len(log), kills)
}

// writeUntil has four writers rename a key until so many renames were
// acknowledged. What a crash swallows is written again.
func (c *client) writeUntil(n int64, key string) *atomic.Int64 {
	var done, name atomic.Int64
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for done.Load() < n {
				answer, err := c.try(`mutation($id: ID!, $n: String!) { renameSshKey(id: $id, input: {name: $n}) { sshKey { id } errors { message } } }`,
					map[string]any{"id": key, "n": fmt.Sprint("name ", name.Add(1))})
				if err != nil || answer["errors"] != nil {
					pause() // the server is away
					continue
				}
				done.Add(1)
			}
		})
	}
	c.t.Cleanup(all.Wait)
	return &done
}

// logAfter reads the viewer's timeline by pages: the ids of the events after a
// position, oldest first.
func (c *client) logAfter(head string) []string {
	c.t.Helper()
	var ids []string
	var before any = head
	for {
		page := c.do("viewer.timeline", `query($before: Cursor) { viewer { timeline(last: 100, before: $before) {
			edges { node { id } } pageInfo { startCursor hasPreviousPage } } } }`, map[string]any{"before": before})
		edges := find(page, "edges").([]any)
		for _, e := range slices.Backward(edges) {
			ids = append(ids, find(e, "node.id").(string))
		}
		if find(page, "pageInfo.hasPreviousPage") != true {
			return ids
		}
		before = find(page, "pageInfo.startCursor")
	}
}

func (f *follower) connections() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.ready
}

func parting(a, b []string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// An operator stops the server while somebody follows and asks: it ends in its
// time, and without a complaint.
func TestStopDrains(t *testing.T) {
	t.Parallel()
	b := serve(t)
	c := b.client(t)
	c.signUp("patient")
	f := c.follow(followTimeline, "", "")
	code, took := b.stop()
	if code != 0 || took > 15*time.Second {
		t.Errorf("ended with %d after %v", code, took)
	}
	b.start()
	eventually(t, "the follower is back", func() bool { return f.connections() == 2 })
}
