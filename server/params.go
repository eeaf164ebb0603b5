package server

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
)

// exampleRequest is what a request without a usable query is shown.
const exampleRequest = `send {"query": "{ __typename }"}`

// maxPreallocated is how many bytes are made room for because a client says that it will send them.
const maxPreallocated = 64 << 10

func invalidRequest(remedy, format string, args ...any) *gqlerror.Error {
	return fault(graph.Invalid, remedy, format, args...)
}

// requestParams is what a client asks, before any of it is looked at.
type requestParams struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
	DocumentID    string         `json:"documentId"` // instead of Query, see persisted.go

	headers http.Header
}

// readParams reads what a request asks, from its body or its URL.
func (s *Server) readParams(w http.ResponseWriter, r *http.Request) (*requestParams, *gqlerror.Error) {
	q, problem := &requestParams{headers: r.Header}, (*gqlerror.Error)(nil)
	switch r.Method {
	case http.MethodGet:
		problem = q.fromURL(r.URL.RawQuery)
	default:
		problem = s.fromBody(q, w, r)
	}
	if problem != nil {
		return nil, problem
	}
	// The time for the body is over; what is left is for the answer. A read that fails then would end the request.
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.config.Limits.Time + s.bodyTimeout))
	if q.isEmpty() {
		return nil, invalidRequest(exampleRequest, "the request has no query")
	}
	return q, nil
}

// isEmpty tells a question that names no document in any way.
func (q *requestParams) isEmpty() bool {
	if strings.TrimSpace(q.Query) != "" {
		return false
	}
	q.Query = ""
	return q.DocumentID == "" && q.Extensions["persistedQuery"] == nil
}

func (q *requestParams) fromURL(rawQuery string) *gqlerror.Error {
	values, err := url.ParseQuery(rawQuery)
	if err != nil {
		return invalidRequest("percent-encode it", "the URL's query string cannot be read")
	}
	q.Query, q.OperationName = values.Get("query"), values.Get("operationName")
	q.DocumentID = values.Get("documentId")
	for _, part := range []struct {
		name string
		into *map[string]any
	}{{"variables", &q.Variables}, {"extensions", &q.Extensions}} {
		if text := values.Get(part.name); text != "" {
			subject := "URL parameter " + part.name
			if problem := cmp.Or(checkSurrogates(subject, []byte(text)), decode(subject, []byte(text), part.into)); problem != nil {
				return problem
			}
		}
	}
	return nil
}

// fromBody reads into a buffer that the next request uses again: what is kept of it is copied.
func (s *Server) fromBody(q *requestParams, w http.ResponseWriter, r *http.Request) *gqlerror.Error {
	most := s.config.Limits.Body
	if problem := checkMediaType(r.Header.Get("Content-Type")); problem != nil {
		return problem
	}
	if r.ContentLength > most {
		return tooLarge(most)
	}
	buf := s.buffers.get()
	defer s.buffers.put(buf)
	buf.Grow(int(min(max(r.ContentLength, 0), maxPreallocated)) + bytes.MinRead)
	_, err := buf.ReadFrom(http.MaxBytesReader(w, r.Body, most))
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return tooLarge(most)
	case err != nil:
		return invalidRequest("send it again", "the request body ended early")
	}
	return q.fromJSON(buf.Bytes())
}

// fromJSON reads a request body.
func (q *requestParams) fromJSON(body []byte) *gqlerror.Error {
	trimmed := bytes.TrimLeft(body, " \t\r\n")
	switch {
	case len(trimmed) == 0:
		return invalidRequest(exampleRequest, "the request body is empty")
	case trimmed[0] == '[':
		return invalidRequest("send one request for each operation, or one operation with several root fields",
			"batches of operations are not supported")
	case !utf8.Valid(body):
		return invalidRequest("encode the body as UTF-8", "the request body is not UTF-8")
	}
	if problem := checkSurrogates("request body", body); problem != nil {
		return problem
	}
	if p := (fastJSON{text: body}); p.params(q) {
		return nil
	}
	*q = requestParams{headers: q.headers}
	return decode("request body", body, q)
}

// checkSurrogates refuses halves of characters: a decoder would store another character in their place.
func checkSurrogates(subject string, text []byte) *gqlerror.Error {
	if at := limit.LoneSurrogate(text); at >= 0 {
		return invalidRequest("write the character whole, as both halves or as itself", "%s has half a surrogate pair, %s, at %s",
			subject, text[at:at+6], position(text, int64(at)))
	}
	return nil
}

// checkMediaType wants JSON: what a web page of another site can send without asking first (forms,
// plain text) is none.
func checkMediaType(header string) *gqlerror.Error {
	const kind = graph.UnsupportedMedia
	if header == typeJSON {
		return nil
	}
	media, options, err := mime.ParseMediaType(header)
	charset := options["charset"]
	switch {
	case err != nil || media != "application/json":
		return fault(kind, kind.Remedy(), "content type %.100q cannot be read", header)
	case charset != "" && !strings.EqualFold(charset, "utf-8"):
		return fault(kind, kind.Remedy(), "charset %.100q cannot be read", charset)
	}
	return nil
}

func tooLarge(most int64) *gqlerror.Error {
	err := fault(graph.BodyTooLarge, graph.BodyTooLarge.Remedy(), "the request body is larger than %d bytes", most)
	err.Extensions["limit"] = most
	return err
}

// decode reads one JSON value into what it should be; a mistake is told with its place, not with
// the text around it, which may be long and may be secret.
func decode(subject string, text []byte, into any) *gqlerror.Error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	err := decoder.Decode(into)
	if err == nil {
		if _, err := decoder.Token(); err != io.EOF {
			return invalidRequest("send one JSON object", "%s has more after its end, at %s",
				subject, position(text, decoder.InputOffset()))
		}
		return nil
	}
	var syntax *json.SyntaxError
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return invalidRequest("send valid JSON", "%s is not JSON at %s: %s",
			subject, position(text, syntax.Offset), syntax)
	case errors.As(err, &mismatch):
		return invalidRequest("send "+expected[mismatch.Field], "%s has a JSON %s as %s at %s", subject,
			mismatch.Value, fieldNameOr(mismatch.Field, "its value"), position(text, mismatch.Offset))
	}
	return invalidRequest("send valid JSON", "%s is not JSON: it ends too early, at %s",
		subject, position(text, int64(len(text))))
}

// expected says what each part of a request should be.
var expected = map[string]string{
	"":              "a JSON object",
	"query":         "a string",
	"operationName": "a string or null",
	"variables":     "an object or null",
	"extensions":    "an object or null",
	"documentId":    "a string or null",
}

func fieldNameOr(field, otherwise string) string {
	if field == "" {
		return otherwise
	}
	return field
}

// position turns a byte offset into what an editor shows.
func position(text []byte, offset int64) string {
	before := text[:min(max(offset-1, 0), int64(len(text)))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return fmt.Sprintf("line %d, column %d", line, column)
}
