package transport

import (
	"mime"
	"strconv"
	"strings"
)

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// maxAccept is how much of the Accept fields is read, in bytes. A browser's have two
// hundred.
const maxAccept = 1000

// A preference is how much a client wants a media type: its q-value, and how specific
// its range was.
type preference struct {
	q         float64
	precision int
}

// negotiate chooses the media type of the answer from the Accept fields (RFC 9110
// §12.5.1). A client without a preference gets application/json; of two that are named
// with equal weight, application/graphql-response+json wins. It returns false if
// neither is acceptable.
func negotiate(accept []string) (string, bool) {
	header := strings.Join(accept, ",")
	if len(header) > maxAccept {
		header = header[:maxAccept]
		header = header[:max(0, strings.LastIndex(header, ","))]
	}
	if strings.TrimSpace(header) == "" {
		return mediaJSON, true
	}
	var plain, graph preference
	for part := range strings.SplitSeq(header, ",") {
		name, q, ok := mediaRange(part)
		if ok {
			plain.hear(name, mediaJSON, q)
			graph.hear(name, mediaGraphQL, q)
		}
	}
	switch {
	case plain.q <= 0 && graph.q <= 0:
		return mediaJSON, false
	case graph.q > plain.q, graph.q == plain.q && graph.precision == exact:
		return mediaGraphQL, true
	}
	return mediaJSON, true
}

const exact = 3

// hear considers a range if it matches the media type more specifically than earlier
// ones.
func (p *preference) hear(name, media string, q float64) {
	precision := map[string]int{"*/*": 1, "application/*": 2, media: exact}[name]
	if precision > p.precision {
		*p = preference{q: q, precision: precision}
	}
}

func mediaRange(part string) (name string, q float64, ok bool) {
	name, params, err := mime.ParseMediaType(strings.TrimSpace(part))
	if err != nil || !isUTF8(params) {
		return "", 0, false
	}
	if params["q"] == "" {
		return name, 1, true
	}
	q, err = strconv.ParseFloat(params["q"], 64)
	return name, q, err == nil && q >= 0 && q <= 1
}

// isUTF8 reports whether the charset, if there is one, is the only one JSON has (RFC
// 8259 §8.1).
func isUTF8(params map[string]string) bool {
	charset := params["charset"]
	return charset == "" || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
