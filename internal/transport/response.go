package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// An encoding is a response in JSON: what comes before its data, the data, and what
// comes after. The data is gqlgen's own buffer, which it reuses for the next event:
// write it out before asking for that.
type encoding struct{ head, data, tail []byte }

var (
	headOfData = []byte(`{"data":`)
	closing    = []byte(`}`)
)

// encode doesn't parse the data again, and omits the entry if there is none, as GraphQL
// §7.1 requires for request errors.
func encode(r *graphql.Response) encoding {
	e := encoding{head: headOfData, data: valid(r.Data), tail: closing}
	switch {
	case len(r.Data) == 0:
		e.head = append([]byte(`{"errors":`), encodeErrors(r.Errors)...)
	case len(r.Errors) > 0:
		e.head = append([]byte(`{"errors":`), encodeErrors(r.Errors)...)
		e.head = append(e.head, `,"data":`...)
	}
	if len(r.Extensions) > 0 {
		if extensions, err := json.Marshal(r.Extensions); err == nil {
			e.tail = append(append([]byte(`,"extensions":`), extensions...), '}')
		}
	}
	return e
}

// fit returns the response, or an error in its place if it is too large (R76).
func fit(ctx context.Context, exec graphql.GraphExecutor, r *graphql.Response, most int) *graphql.Response {
	if r == nil || sizeOf(r) <= most {
		return r
	}
	return present(ctx, exec, gqlerror.List{{
		Message:    "The answer is larger than " + strconv.Itoa(most) + " bytes. Ask for smaller pages or fewer fields.",
		Extensions: map[string]any{"code": "COST_EXCEEDED"},
	}})
}

// sizeOf ignores what is always small.
func sizeOf(r *graphql.Response) int {
	if len(r.Errors) == 0 {
		return len(r.Data)
	}
	return len(r.Data) + len(encodeErrors(r.Errors))
}

func (e encoding) size() int { return len(e.head) + len(e.data) + len(e.tail) }

// valid keeps a stored string that isn't UTF-8 from breaking the whole answer.
func valid(data []byte) []byte {
	if utf8.Valid(data) {
		return data
	}
	return bytes.ToValidUTF8(data, []byte("\uFFFD"))
}

// encodeErrors always gives a list with at least one error: an answer without data has a reason.
func encodeErrors(errs gqlerror.List) []byte {
	if len(errs) == 0 {
		errs = gqlerror.List{internalError()}
	}
	encoded, err := json.Marshal(errs)
	if err != nil {
		encoded, _ = json.Marshal(gqlerror.List{internalError()})
	}
	return encoded
}
