package transport

import (
	"bufio"
	"encoding/binary"
	"net"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// appendFrame appends one frame as a server sends it: final, unmasked, not compressed
// (RFC 6455 §5.2). Its payload is the parts, one after the other.
func appendFrame(to []byte, opcode byte, parts ...[]byte) []byte {
	size := 0
	for _, part := range parts {
		size += len(part)
	}
	to = append(to, 1<<7|opcode)
	switch {
	case size < 126:
		to = append(to, byte(size))
	case size < 1<<16:
		to = binary.BigEndian.AppendUint16(append(to, 126), uint16(size))
	default:
		to = binary.BigEndian.AppendUint64(append(to, 127), uint64(size))
	}
	for _, part := range parts {
		to = append(to, part...)
	}
	return to
}

// frameEnd is where the frame that contains position n ends, or n itself if it is
// between frames.
func frameEnd(frames []byte, n int) int {
	end := 0
	for end < n {
		switch size := int(frames[end+1]); size {
		default:
			end += 2 + size
		case 126:
			end += 4 + int(binary.BigEndian.Uint16(frames[end+2:]))
		case 127:
			end += 10 + int(binary.BigEndian.Uint64(frames[end+2:]))
		}
	}
	return end
}

func appendClose(to []byte, c CloseError) []byte {
	return appendFrame(to, websocket.CloseMessage, websocket.FormatCloseMessage(c.Code, cutReason(c.Reason)))
}

// A wire is a connection from which gorilla reads, and to which it writes only the
// handshake. The socket writes all frames, so that there is one writer.
type wire struct {
	net.Conn
	sealed bool
}

func (w *wire) Write(p []byte) (int, error) {
	if w.sealed {
		return len(p), nil
	}
	return w.Conn.Write(p)
}

// writeBuffers keeps gorilla from giving each connection a write buffer.
var writeBuffers sync.Pool

// handshake upgrades a request. It answers requests that are no proper handshake.
func handshake(w http.ResponseWriter, r *http.Request) (*websocket.Conn, *wire, error) {
	taken := &hijack{ResponseWriter: w}
	upgrader := websocket.Upgrader{
		ReadBufferSize:  readBuffer,
		WriteBufferPool: &writeBuffers,
		Subprotocols:    []string{modernProtocol, legacyProtocol},
		CheckOrigin:     func(*http.Request) bool { return true }, // already checked, see admits
	}
	conn, err := upgrader.Upgrade(taken, r, nil)
	if err != nil {
		return nil, nil, err
	}
	taken.wire.sealed = true
	return conn, taken.wire, nil
}

// readBuffer is small, because it is held as long as the socket; longer messages bypass
// it.
const readBuffer = 512

// A hijack finds the connection even behind middleware that wraps the ResponseWriter.
type hijack struct {
	http.ResponseWriter
	wire *wire
}

func (h *hijack) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.wire = &wire{Conn: conn}
	return h.wire, buffered, nil
}
