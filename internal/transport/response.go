package transport

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// An encoding is a response in JSON: what comes before its data, the data, what comes after.
// The data is gqlgen's own buffer, which it reuses for the next event: write it out before
// asking for that.
type encoding struct{ head, data, tail []byte }

var (
	headOfData = []byte(`{"data":`)
	closing    = []byte(`}`)
)

// encode does not parse the data again, and leaves the entry out when there is none, as
// GraphQL §7.1 has it for request errors.
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

func (e encoding) size() int { return len(e.head) + len(e.data) + len(e.tail) }

// valid keeps a stored string that is not UTF-8 from breaking the whole answer.
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
