package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// A request is what a client asks for, before it is validated.
type request struct {
	graphql.RawParams
	documentID string
	size       int // of the JSON it came in
}

var requestMembers = []string{"query", "operationName", "variables", "extensions", "documentId"}

var errNotJSON = errors.New("not valid JSON in UTF-8")

// members splits a JSON object into the raw values of the wanted members and skips the
// others. Its errors never repeat what the client sent.
func members(data []byte, wanted ...string) (map[string]json.RawMessage, error) {
	if !utf8.Valid(data) || !json.Valid(data) {
		return nil, errNotJSON
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if start, _ := decoder.Token(); start != json.Delim('{') {
		return nil, errors.New("not a JSON object")
	}
	found := make(map[string]json.RawMessage, len(wanted))
	for decoder.More() {
		if err := member(decoder, found, wanted); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func member(decoder *json.Decoder, found map[string]json.RawMessage, wanted []string) error {
	token, err := decoder.Token()
	if err != nil {
		return errNotJSON
	}
	var raw json.RawMessage
	if err := decoder.Decode(&raw); err != nil {
		return errNotJSON
	}
	name, _ := token.(string)
	if !slices.Contains(wanted, name) {
		return nil
	}
	if _, twice := found[name]; twice {
		return fmt.Errorf("not valid: %q is given twice", name)
	}
	found[name] = raw
	return nil
}

// decodeRequest reads the parameters of a GraphQL request from a JSON object
// (GraphQL over HTTP, "Request Parameters").
func decodeRequest(data []byte) (request, *gqlerror.Error) {
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '[' {
		return request{}, badInput("Batches are not taken: send one operation in each request.")
	}
	found, err := members(data, requestMembers...)
	if err != nil {
		return request{}, badInput(fmt.Sprintf("The request is %s.", err))
	}
	req, no := assemble(found)
	req.size = len(data)
	return req, no
}

// decodeQuery reads the same parameters from the query string of a URL.
func decodeQuery(raw string) (request, *gqlerror.Error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return request{}, badInput("The query string of the address is malformed.")
	}
	found := map[string]json.RawMessage{}
	for _, name := range requestMembers {
		switch given := values[name]; {
		case len(given) > 1:
			return request{}, badInput(fmt.Sprintf("The request is not valid: %q is given twice.", name))
		case len(given) == 0 || given[0] == "":
		case !utf8.ValidString(given[0]):
			return request{}, badInput(fmt.Sprintf("%q is not UTF-8.", name))
		case name == "variables" || name == "extensions":
			found[name] = json.RawMessage(given[0])
		default:
			found[name], _ = json.Marshal(given[0])
		}
	}
	return assemble(found)
}

func assemble(found map[string]json.RawMessage) (request, *gqlerror.Error) {
	var r request
	wrong := slices.DeleteFunc([]string{
		text(found, "query", &r.Query),
		text(found, "operationName", &r.OperationName),
		text(found, "documentId", &r.documentID),
		object(found, "variables", &r.Variables),
		object(found, "extensions", &r.Extensions),
	}, func(message string) bool { return message == "" })
	switch {
	case len(wrong) > 0:
		return r, badInput(strings.Join(wrong, " "))
	case r.Query == "" && r.documentID == "" && r.Extensions["persistedQuery"] == nil:
		return r, badInput(`"query" is missing: send the GraphQL document in it.`)
	case r.Query != "" && r.documentID != "":
		return r, badInput(`Send either "query" or "documentId", not both.`)
	}
	return r, nil
}

// text and object return what is wrong with a member, or "".
func text(found map[string]json.RawMessage, name string, into *string) string {
	raw, given := found[name]
	if given && json.Unmarshal(raw, into) != nil {
		return fmt.Sprintf("%q must be a string.", name)
	}
	return ""
}

func object(found map[string]json.RawMessage, name string, into *map[string]any) string {
	raw, given := found[name]
	if !given {
		return ""
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	if decoder.Decode(into) != nil || !atEnd(decoder) {
		return fmt.Sprintf("%q must be a JSON object.", name)
	}
	return ""
}

func atEnd(decoder *json.Decoder) bool {
	_, err := decoder.Token()
	return errors.Is(err, io.EOF)
}

// find replaces a persisted document's ID by its text.
func (r *request) find(ctx context.Context, document DocumentFunc) *gqlerror.Error {
	switch {
	case r.Query != "":
		return nil
	case r.documentID == "":
		return errPersistedQuery()
	case document != nil:
		if query, ok := document(ctx, r.documentID); ok {
			r.Query = query
			return nil
		}
	}
	return badInput("This document is not known here: send it as \"query\".")
}

// errPersistedQuery answers a request that has only a hash. It tells Apollo's clients
// that they have to send the document, now and from here on. Message and code are
// Apollo's.
func errPersistedQuery() *gqlerror.Error {
	return &gqlerror.Error{
		Message:    "PersistedQueryNotSupported",
		Extensions: map[string]any{"code": "PERSISTED_QUERY_NOT_SUPPORTED"},
	}
}
