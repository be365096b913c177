package transport

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A message is one message of a client in either protocol.
type message struct {
	kind    string          // the "type"
	id      string          // of the operation, "" if there is none
	payload json.RawMessage // nil if absent or null
}

// maxID limits the IDs of operations, which are repeated with each event.
const maxID = 256

// decodeMessage checks the shape that all messages share. Its errors never repeat what
// the client sent.
func decodeMessage(data []byte) (message, error) {
	found, err := members(data, "type", "id", "payload")
	if err != nil {
		return message{}, err
	}
	m := message{payload: found["payload"]}
	if bytes.Equal(m.payload, []byte("null")) {
		m.payload = nil
	}
	switch {
	case text(found, "type", &m.kind) != "" || m.kind == "":
		return message{}, errors.New(`without a "type"`)
	case text(found, "id", &m.id) != "" || len(m.id) > maxID:
		return message{}, errors.New(`one whose "id" is not a short string`)
	}
	return m, nil
}

// settings is the payload of connection_init, which is an object if there is one.
func (m message) settings() (map[string]any, error) {
	var settings map[string]any
	if m.payload == nil {
		return settings, nil
	}
	return settings, json.Unmarshal(m.payload, &settings)
}

func (m message) hasObject() bool {
	return m.payload == nil || m.payload[0] == '{'
}

// compose builds one of our messages; id and payload are left out if they are empty.
func compose(kind, id string, payload []byte) []byte {
	return append(append(preface(kind, id, len(payload) > 0), payload...), '}')
}

// preface is a message up to its payload: the part that is the same for each event.
func preface(kind, id string, payload bool) []byte {
	start := append([]byte(`{"type":"`), kind+`"`...)
	if id != "" {
		encoded, _ := json.Marshal(id)
		start = append(append(start, `,"id":`...), encoded...)
	}
	if payload {
		start = append(start, `,"payload":`...)
	}
	return start
}

func encodeError(err *gqlerror.Error) []byte {
	encoded, failed := json.Marshal(err)
	if failed != nil {
		encoded, _ = json.Marshal(internalError())
	}
	return encoded
}
