package transport

import (
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	modernProtocol = "graphql-transport-ws"
	legacyProtocol = "graphql-ws"
)

// A dialect is one of the two protocols: the names of its messages, and how it treats a
// client that breaks its rules.
type dialect interface {
	// receive handles a message; it runs in the socket's reader.
	receive(s *socket, m message)
	// malformed is called for anything that isn't a message; complaint says why.
	malformed(s *socket, complaint error)
	// acknowledgement is sent when the client's connection_init was accepted.
	acknowledgement() [][]byte
	// keepAlive is a message that shows that the server is alive, or nil if there is
	// none.
	keepAlive() []byte
	// next is the type of the messages that carry results.
	next() string
	// failure is the message that ends an operation with errors.
	failure(id string, errs gqlerror.List) []byte
	// farewell is the message that precedes a close, or nil if there is none, and the
	// close code.
	farewell(c CloseError) ([]byte, CloseError)
}

func dialectOf(subprotocol string) dialect {
	switch subprotocol {
	case modernProtocol:
		return modern{}
	case legacyProtocol:
		return legacy{}
	}
	return nil
}

// modern is graphql-transport-ws, the protocol of npm's graphql-ws:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
type modern struct{}

func (modern) receive(s *socket, m message) {
	switch {
	case m.kind == "connection_init" && m.hasObject():
		settings, _ := m.settings()
		if s.beginInit() {
			s.spawn(func() { s.init(settings) })
		} else {
			s.close(errSecondInit)
		}
	case m.kind == "ping" && m.hasObject():
		s.push(nil, false, compose("pong", "", m.payload))
	case m.kind == "pong" && m.hasObject():
	case m.kind == "complete" && m.id != "":
		s.drop(m.id)
	case m.kind == "subscribe" && m.id != "":
		modern{}.subscribe(s, m)
	default:
		s.close(errMalformed)
	}
}

func (modern) subscribe(s *socket, m message) {
	req, err := decodeRequest(m.payload)
	switch {
	case err != nil:
		s.close(errMalformed)
	case !s.acknowledged():
		s.close(errUnacked)
	case s.running(m.id):
		s.close(CloseError{CloseDuplicateID, "Subscriber for " + m.id + " already exists"})
	default:
		s.start(m.id, req)
	}
}

func (modern) malformed(s *socket, _ error) { s.close(errMalformed) }

func (modern) acknowledgement() [][]byte { return [][]byte{compose("connection_ack", "", nil)} }

// WebSocket's own pings serve this protocol.
func (modern) keepAlive() []byte { return nil }

func (modern) next() string { return "next" }

func (modern) failure(id string, errs gqlerror.List) []byte {
	return compose("error", id, encodeErrors(errs))
}

func (modern) farewell(c CloseError) ([]byte, CloseError) { return nil, c }

// legacy is graphql-ws, the protocol of npm's subscriptions-transport-ws:
// https://github.com/apollographql/subscriptions-transport-ws/blob/master/PROTOCOL.md
// It answers a client's mistakes with messages and goes on.
type legacy struct{}

func (legacy) receive(s *socket, m message) {
	switch m.kind {
	case "connection_init":
		legacy{}.init(s, m)
	case "start":
		legacy{}.start(s, m)
	case "stop":
		if s.drop(m.id) {
			s.push(nil, false, compose("complete", m.id, nil))
		}
	case "connection_terminate":
		s.close(CloseError{CloseNormal, ""})
	default:
		legacy{}.complain(s, m.id, "There is no message of this type.")
	}
}

// init blocks the reader, since clients send their first start without waiting for the
// acknowledgement.
func (legacy) init(s *socket, m message) {
	settings, err := m.settings()
	switch {
	case err != nil:
		legacy{}.complain(s, "", "The payload of connection_init must be an object.")
	case !s.beginInit():
		legacy{}.complain(s, "", "The connection is initialised already.")
	default:
		s.init(settings)
	}
}

func (legacy) start(s *socket, m message) {
	req, err := decodeRequest(m.payload)
	switch {
	case m.id == "":
		legacy{}.complain(s, "", "The message needs an id.")
	case !s.acknowledged():
		legacy{}.complain(s, m.id, "Send connection_init first.")
	case err != nil:
		s.push(nil, false, legacy{}.failure(m.id, present(s.ctx, s.exec, gqlerror.List{err}).Errors))
	default:
		// Like the reference implementation: the new operation replaces the old one.
		s.drop(m.id)
		s.start(m.id, req)
	}
}

func (legacy) complain(s *socket, id, complaint string) {
	kind := "error"
	if id == "" {
		kind = "connection_error"
	}
	s.push(nil, false, compose(kind, id, encodeError(badInput(complaint))))
}

func (legacy) malformed(s *socket, complaint error) {
	legacy{}.complain(s, "", "The message is "+complaint.Error()+".")
}

func (legacy) acknowledgement() [][]byte {
	return [][]byte{compose("connection_ack", "", nil), legacy{}.keepAlive()}
}

func (legacy) keepAlive() []byte { return compose("ka", "", nil) }

func (legacy) next() string { return "data" }

// failure carries one error: that is all the protocol has room for.
func (legacy) failure(id string, errs gqlerror.List) []byte {
	return compose("error", id, encodeError(append(errs, internalError())[0]))
}

// farewell replaces codes that this protocol doesn't have.
func (legacy) farewell(c CloseError) ([]byte, CloseError) {
	if c.Code == CloseNormal {
		return nil, c
	}
	says := compose("connection_error", "", encodeError(&gqlerror.Error{Message: c.Reason}))
	if c.Code >= 3000 {
		c.Code = ClosePolicy
	}
	return says, c
}
