package timeline

import (
	"encoding/base64"
	"encoding/binary"

	"github.com/google/uuid"

	"portico/internal/problem"
)

// A position is a place in one stream: after the entry with this number. The mark
// identifies the event there, so that a position from before a restore isn't mistaken
// for another event that got the same number since.
type position struct {
	stream uuid.UUID
	seq    int64
	mark   uint32
}

const positionSize = 16 + 8 + 4

// cursor encodes the position for clients.
func (p position) cursor() string {
	b := make([]byte, 0, positionSize)
	b = append(b, p.stream[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(p.seq))
	b = binary.BigEndian.AppendUint32(b, p.mark)
	return base64.RawURLEncoding.EncodeToString(b)
}

// parseCursor parses a cursor of this stream. Anything else is the client's fault.
func parseCursor(stream uuid.UUID, cursor string) (position, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(b) != positionSize {
		return position{}, problem.Refuse(problem.BadUserInput, "This is not a cursor.")
	}
	p := position{uuid.UUID(b[:16]), int64(binary.BigEndian.Uint64(b[16:])), binary.BigEndian.Uint32(b[24:])}
	if p.stream != stream || p.seq < 0 || p.cursor() != cursor { // the decoder skips newlines
		return position{}, problem.Refuse(problem.BadUserInput, "This cursor belongs to another timeline.")
	}
	return p, nil
}

// markOf returns the part of an event's ID that tells two events apart: the last four
// of its random bytes.
func markOf(event uuid.UUID) uint32 { return binary.BigEndian.Uint32(event[12:]) }
