package transport

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// The states a connection can be in when a message arrives.
const (
	stateConnected    = "connected"
	stateInitialising = "initialising"
	stateAcknowledged = "acknowledged"
	stateRunning      = "running"   // with an operation of id 1
	stateCompleted    = "completed" // after an operation of id 1
	stateDraining     = "draining"
)

var states = []string{stateConnected, stateInitialising, stateAcknowledged, stateRunning, stateCompleted}

const (
	malformed = "CLOSE 4400"
	unacked   = "CLOSE 4401"
	duplicate = "CLOSE 4409"
	again     = "CLOSE 4429"
	tooBig    = "CLOSE 1009"
)

// A rule says what follows a message in each of the states: the messages, line by line, or a close.
type rule struct {
	name, send string
	want       [5]string
}

func always(outcome string) [5]string {
	return [5]string{outcome, outcome, outcome, outcome, outcome}
}

var helloNext = `{"type":"next","id":"1","payload":{"data":{"hello":"world"}}}` + "\n" + `{"type":"complete","id":"1"}`

func payload(p string) string { return `{"type":"subscribe","id":"1","payload":` + p + `}` }

var modernRules = []rule{
	{"init", modernInit, [5]string{ack, again, again, again, again}},
	{"init with payload", `{"type":"connection_init","payload":{"token":"x"}}`, [5]string{ack, again, again, again, again}},
	{"init with null payload", `{"type":"connection_init","payload":null}`, [5]string{ack, again, again, again, again}},
	{"init with a payload that is no object", `{"type":"connection_init","payload":5}`, always(malformed)},
	{"ping", `{"type":"ping"}`, always(`{"type":"pong"}`)},
	{"ping with payload", `{"type":"ping","payload":{"a":[1]}}`, always(`{"type":"pong","payload":{"a":[1]}}`)},
	{"ping with a payload that is no object", `{"type":"ping","payload":"x"}`, always(malformed)},
	{"pong", `{"type":"pong"}`, always("")},
	{"pong with payload", `{"type":"pong","payload":{}}`, always("")},
	{"subscribe", subscribe("1", "{ hello }"), [5]string{unacked, unacked, helloNext, duplicate, helloNext}},
	{"subscribe with all members", payload(`{"query":"query Q($t: String!) { echo(text: $t) }","operationName":"Q","variables":{"t":"é"},"extensions":null,"other":1}`), [5]string{
		unacked, unacked, strings.ReplaceAll(helloNext, `"hello":"world"`, `"echo":"é"`), duplicate, strings.ReplaceAll(helloNext, `"hello":"world"`, `"echo":"é"`),
	}},
	{"subscribe without id", `{"type":"subscribe","payload":{"query":"{ hello }"}}`, always(malformed)},
	{"subscribe with empty id", subscribe("", "{ hello }"), always(malformed)},
	{"subscribe with a number as id", `{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}`, always(malformed)},
	{"subscribe with a huge id", subscribe(strings.Repeat("i", maxID+1), "{ hello }"), always(malformed)},
	{"subscribe without payload", `{"type":"subscribe","id":"1"}`, always(malformed)},
	{"subscribe with a list as payload", payload(`[{"query":"{ hello }"}]`), always(malformed)},
	{"subscribe without query", payload(`{}`), always(malformed)},
	{"subscribe with a number as query", payload(`{"query":1}`), always(malformed)},
	{"subscribe with two queries", payload(`{"query":"{ hello }","query":"{ hello }"}`), always(malformed)},
	{"subscribe with a list as variables", payload(`{"query":"{ hello }","variables":[]}`), always(malformed)},
	{"subscribe with a number as operationName", payload(`{"query":"{ hello }","operationName":1}`), always(malformed)},
	{"subscribe with a string as extensions", payload(`{"query":"{ hello }","extensions":"x"}`), always(malformed)},
	{"complete", `{"type":"complete","id":"1"}`, always("")},
	{"complete of an unknown id", `{"type":"complete","id":"nobody"}`, always("")},
	{"complete without id", `{"type":"complete"}`, always(malformed)},
	{"a message of servers: ack", ack, always(malformed)},
	{"a message of servers: next", `{"type":"next","id":"1","payload":{}}`, always(malformed)},
	{"a message of servers: error", `{"type":"error","id":"1","payload":[]}`, always(malformed)},
	{"not JSON", `{"type":"ping"`, always(malformed)},
	{"two values", `{"type":"ping"}{}`, always(malformed)},
	{"not UTF-8", "{\"type\":\"ping\",\"payload\":{\"a\":\"\xff\"}}", always(malformed)},
	{"nothing", ``, always(malformed)},
	{"a list", `[{"type":"ping"}]`, always(malformed)},
	{"null", `null`, always(malformed)},
	{"without type", `{"id":"1"}`, always(malformed)},
	{"with a number as type", `{"type":1}`, always(malformed)},
	{"with two types", `{"type":"ping","type":"pong"}`, always(malformed)},
	{"type in capitals", `{"TYPE":"ping"}`, always(malformed)},
	{"unknown type", `{"type":"start"}`, always(malformed)},
	{"binary", "\x00binary", always(malformed)},
	{"oversize", `{"type":"ping","payload":{"a":"` + strings.Repeat("x", MaxBytes) + `"}}`, always(tooBig)},
}

func legacyError(id, message string) string {
	if id == "" {
		return `{"type":"connection_error","payload":{"message":"` + message + `","extensions":{"code":"BAD_USER_INPUT"}}}`
	}
	return `{"type":"error","id":"` + id + `","payload":{"message":"` + message + `","extensions":{"code":"BAD_USER_INPUT"}}}`
}

// sequence is for what is the same everywhere except that, while Init runs, the acknowledgement
// comes first: this protocol handles one message after the other.
func sequence(before, after string) [5]string {
	return [5]string{before, strings.TrimSuffix(ack+"\n"+ka+"\n"+after, "\n"), after, after, after}
}

func start(payload string) string { return `{"type":"start","id":"1","payload":` + payload + `}` }

var (
	helloData = strings.Replace(helloNext, `"next"`, `"data"`, 1)
	early     = legacyError("1", "Send connection_init first.")
	twice     = legacyError("", "The connection is initialised already.")
	notJSON   = legacyError("", "The message is not valid JSON in UTF-8.")
	noType    = legacyError("", `The message is without a \"type\".`)
	unknown   = "There is no message of this type."
	noQuery   = legacyError("1", `\"query\" is missing: send the GraphQL document in it.`)
)

var legacyRules = []rule{
	{"init", modernInit, [5]string{ack + "\n" + ka, ack + "\n" + ka + "\n" + twice, twice, twice, twice}},
	{"init with a payload that is no object", `{"type":"connection_init","payload":5}`, sequence(legacyError("", "The payload of connection_init must be an object."), legacyError("", "The payload of connection_init must be an object."))},
	{"start", start(`{"query":"{ hello }"}`), sequence(early, helloData)},
	{"start without id", `{"type":"start","payload":{"query":"{ hello }"}}`, sequence(legacyError("", "The message needs an id."), legacyError("", "The message needs an id."))},
	{"start without payload", `{"type":"start","id":"1"}`, sequence(early, legacyError("1", "The request is not valid JSON in UTF-8."))},
	{"start without query", start(`{}`), sequence(early, noQuery)},
	{"stop", `{"type":"stop","id":"1"}`, [5]string{"", ack + "\n" + ka, "", `{"type":"complete","id":"1"}`, ""}},
	{"stop of an unknown id", `{"type":"stop","id":"nobody"}`, sequence("", "")},
	{"terminate", `{"type":"connection_terminate"}`, sequence("CLOSE 1000", "CLOSE 1000")},
	{"not JSON", `{"type":"start"`, sequence(notJSON, notJSON)},
	{"a list", `[]`, sequence(legacyError("", "The message is not a JSON object."), legacyError("", "The message is not a JSON object."))},
	{"without type", `{"id":"1"}`, sequence(noType, noType)},
	{"unknown type", `{"type":"subscribe"}`, sequence(legacyError("", unknown), legacyError("", unknown))},
	{"unknown type with id", `{"type":"subscribe","id":"7"}`, sequence(legacyError("7", unknown), legacyError("7", unknown))},
	{"ping, which it does not have", `{"type":"ping"}`, sequence(legacyError("", unknown), legacyError("", unknown))},
	{"binary", "\x00binary", sequence(legacyError("", "The message is not text."), legacyError("", "The message is not text."))},
	{"oversize", `{"type":"start","payload":{"a":"` + strings.Repeat("x", MaxBytes) + `"}}`, sequence(
		`{"type":"connection_error","payload":{"message":"message too big"}}`+"\nCLOSE 1009",
		`{"type":"connection_error","payload":{"message":"message too big"}}`+"\nCLOSE 1009",
	)},
}

func TestConformance(t *testing.T) {
	t.Parallel()
	for protocol, rules := range map[string][]rule{modernProtocol: modernRules, legacyProtocol: legacyRules} {
		for _, r := range rules {
			for i, state := range states {
				t.Run(protocol+"/"+state+"/"+r.name, func(t *testing.T) {
					t.Parallel()
					conform(t, protocol, state, r.send, r.want[i])
				})
			}
			t.Run(protocol+"/"+stateDraining+"/"+r.name, func(t *testing.T) {
				t.Parallel()
				deaf(t, protocol, r.send)
			})
		}
	}
}

func conform(t *testing.T, protocol, state, send, want string) {
	release := make(chan struct{})
	ws := &WebSocket{}
	if state == stateInitialising {
		ws.Init = func(ctx context.Context, _ map[string]any) (context.Context, Identity, error) {
			select {
			case <-release:
			case <-ctx.Done():
			}
			return ctx, Identity{}, nil
		}
	}
	p := serve(t, ws).dial(t, protocol)
	p.enter(state, protocol)
	p.say(send)
	if protocol == legacyProtocol {
		close(release)
	}
	if want != "" {
		p.want(strings.Split(want, "\n")...)
	}
	if strings.Contains(want, "CLOSE") {
		p.finish().want("CUT")
		return
	}
	p.quiet()
}

// deaf shows that after the close of a draining server a message does nothing.
func deaf(t *testing.T, protocol, send string) {
	s := serve(t, nil)
	p := s.dial(t, protocol)
	p.enter(stateRunning, protocol)
	done := make(chan error, 1)
	go func() { done <- s.ws.Sockets.Drain(context.Background()) }()
	if protocol == legacyProtocol {
		p.want(`{"type":"connection_error","payload":{"message":"the service restarts: connect again"}}`)
	}
	p.want("CLOSE 1012")
	kind, data := frameOf(send)
	_ = p.WriteMessage(kind, data) // the connection may be gone already
	p.finish().want("CUT")
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func (p *peer) enter(state, protocol string) {
	p.t.Helper()
	if state == stateConnected {
		return
	}
	p.send(modernInit)
	if state == stateInitialising {
		return
	}
	greeting := map[string][]string{modernProtocol: {ack}, legacyProtocol: {ack, ka}}
	p.want(greeting[protocol]...)
	open := strings.NewReplacer("subscribe", map[string]string{modernProtocol: "subscribe", legacyProtocol: "start"}[protocol])
	switch state {
	case stateRunning:
		p.send(open.Replace(subscribe("1", "subscription { never }")))
	case stateCompleted:
		p.send(open.Replace(subscribe("1", "{ hello }"))).want(anything, `{"type":"complete","id":"1"}`)
	}
}

func frameOf(send string) (int, []byte) {
	if strings.HasPrefix(send, "\x00") {
		return websocket.BinaryMessage, []byte(send)
	}
	return websocket.TextMessage, []byte(send)
}

func (p *peer) say(send string) {
	p.t.Helper()
	kind, data := frameOf(send)
	if err := p.WriteMessage(kind, data); err != nil {
		p.t.Fatal(err)
	}
}

func TestNoSubprotocol(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	for _, offered := range [][]string{nil, {"mqtt"}} {
		s.dial(t, offered...).want("CLOSE 4406 Subprotocol not acceptable")
	}
	if got := s.dial(t, legacyProtocol, modernProtocol).Subprotocol(); got != modernProtocol {
		t.Errorf("of both protocols %q was chosen", got)
	}
}

func TestNoInit(t *testing.T) {
	t.Parallel()
	s := serve(t, &WebSocket{InitTimeout: 20 * time.Millisecond})
	s.dial(t, modernProtocol).want("CLOSE 4408")
	s.dial(t, legacyProtocol).want(`{"type":"connection_error","payload":{"message":"Connection initialisation timeout"}}`, "CLOSE 1008")
}

func TestInitRefused(t *testing.T) {
	t.Parallel()
	refusals := map[string]error{
		"CLOSE 4403 Forbidden":     context.DeadlineExceeded,
		"CLOSE 4401 token expired": CloseError{CloseUnauthorized, "token expired"},
	}
	for want, err := range refusals {
		s := serve(t, &WebSocket{Init: func(ctx context.Context, _ map[string]any) (context.Context, Identity, error) {
			return nil, Identity{}, err
		}})
		s.dial(t, modernProtocol).send(modernInit).want(want, "CUT")
		s.dial(t, legacyProtocol).send(modernInit).want(anything, "CLOSE 1008", "CUT")
	}
}

// A second init while the first one runs is refused, and so is everything else but pings.
func TestPingWhileInitRuns(t *testing.T) {
	t.Parallel()
	p := serve(t, &WebSocket{Init: func(ctx context.Context, _ map[string]any) (context.Context, Identity, error) {
		<-ctx.Done()
		return ctx, Identity{}, ctx.Err()
	}}).dial(t, modernProtocol)
	p.send(modernInit, `{"type":"ping"}`).want(`{"type":"pong"}`).quiet()
	p.send(modernInit).want(again, "CUT")
}
