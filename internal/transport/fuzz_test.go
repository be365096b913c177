package transport

import (
	"encoding/json"
	"testing"
)

// The payload of connection_init is an object or is refused; it never stops the program.
func FuzzSettings(f *testing.F) {
	for _, seed := range []string{
		`{"type":"connection_init"}`, `{"type":"connection_init","payload":null}`, `{"type":"connection_init","payload":{"Authorization":"Bearer x"}}`,
		`{"type":"connection_init","payload":[]}`, `{"type":"connection_init","payload":"x"}`, `{"type":"connection_init","payload":{"a":1e999}}`, `{`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decodeMessage(data)
		if err != nil {
			return
		}
		settings, err := m.settings()
		if object := m.hasObject(); err == nil && settings != nil && !object || err != nil && settings != nil && !json.Valid(m.payload) {
			t.Errorf("%s gives %v, %v", data, settings, err)
		}
	})
}

// A query string is a request or is refused in words that are all ours.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{
		"query={a}", "query={a}&variables={}", "query=%7Ba%7D&variables=%5B%5D", "query={a}&query={b}", "documentId=x", "query=%ff", "%zz", "variables=x&query=y",
		"query={a}&extensions={\"a\":1}&operationName=b", "", ";", "query",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		req, no := decodeQuery(raw)
		if no != nil {
			if len(no.Message) > 200 {
				t.Errorf("refused with %q", no.Message)
			}
			return
		}
		if (req.Query == "") == (req.documentID == "") {
			t.Errorf("%q is taken as %+v", raw, req)
		}
	})
}
