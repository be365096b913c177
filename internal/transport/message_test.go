package transport

import (
	"bytes"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// Whatever arrives is either a message with a type or refused in words that are all ours.
func FuzzMessage(f *testing.F) {
	for _, rules := range [][]rule{modernRules, legacyRules} {
		for _, r := range rules {
			if len(r.send) < MaxBytes {
				f.Add([]byte(r.send))
			}
		}
	}
	f.Add([]byte(`{"type":"a","type":"b"}`))
	f.Add([]byte(strings.Repeat(`{"a":`, 20000)))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decodeMessage(data)
		if err != nil {
			if len(err.Error()) > 60 {
				t.Errorf("refused with %q", err)
			}
			return
		}
		if m.kind == "" || len(m.id) > maxID {
			t.Errorf("accepted %+v", m)
		}
		req, no := decodeRequest(m.payload)
		if no == nil && (req.Query == "") == (req.documentID == "") {
			t.Errorf("accepted %+v", req)
		}
		again, err := decodeMessage(compose("x", m.id, m.payload))
		if err != nil || again.id != m.id || !bytes.Equal(again.payload, m.payload) {
			t.Errorf("%s came back as %+v, %v", data, again, err)
		}
	})
}

// Frames of all lengths read as gorilla reads them, and a write that stops within one is
// completed at its end.
func TestFrames(t *testing.T) {
	t.Parallel()
	var frames []byte
	ends := []int{0}
	for _, size := range []int{0, 1, 125, 126, 127, 65535, 65536, 70000} {
		frames = appendFrame(frames, websocket.TextMessage, bytes.Repeat([]byte("x"), size/2), bytes.Repeat([]byte("y"), size-size/2))
		ends = append(ends, len(frames))
	}
	for i, end := range ends[1:] {
		for _, n := range []int{ends[i] + 1, (ends[i] + end + 1) / 2, end} {
			if got := frameEnd(frames, n); got != end {
				t.Errorf("position %d lies in the frame that ends at %d, not %d", n, end, got)
			}
		}
	}
	if frameEnd(frames, 0) != 0 {
		t.Error("the beginning lies in no frame")
	}
}

func TestReasonsFit(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{"", strings.Repeat("x", 123), strings.Repeat("x", 124), strings.Repeat("é", 100)} {
		cut := cutReason(reason)
		if len(cut) > 123 || !strings.HasPrefix(reason, cut) || len(reason)-len(cut) > max(0, len(reason)-122) {
			t.Errorf("%q was cut to %q", reason, cut)
		}
	}
}
