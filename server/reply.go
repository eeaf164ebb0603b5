package server

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// maxPooledBuffer is the largest buffer worth keeping for the next request or answer: one that grew, by
// doubling, until a body of the usual limit fitted.
const maxPooledBuffer = 2 << 20

// buffers are shared by all requests, whose bodies are read into them, and all answers: an answer is
// put together once and leaves in one write.
type buffers struct{ pool sync.Pool }

func (b *buffers) get() *bytes.Buffer {
	if buf, ok := b.pool.Get().(*bytes.Buffer); ok {
		return buf
	}
	return &bytes.Buffer{}
}

func (b *buffers) put(buf *bytes.Buffer) {
	if buf.Cap() <= maxPooledBuffer {
		buf.Reset()
		b.pool.Put(buf)
	}
}

// appendResponse writes a response's JSON. Its data is JSON already and copied as it is, which
// encoding/json would check and compact a second time. Without data there is no data entry.
func appendResponse(buf *bytes.Buffer, resp *graphql.Response) {
	separator := byte('{')
	entry := func(name string, value []byte) {
		buf.WriteByte(separator)
		separator = ','
		buf.WriteByte('"')
		buf.WriteString(name)
		buf.WriteString(`":`)
		buf.Write(value)
	}
	if len(resp.Errors) > 0 {
		entry("errors", marshal(truncateErrors(resp.Errors)))
	}
	if resp.Data != nil {
		entry("data", resp.Data)
	}
	if len(resp.Extensions) > 0 {
		entry("extensions", marshal(resp.Extensions))
	}
	if separator == '{' {
		buf.WriteByte('{')
	}
	buf.WriteByte('}')
}

// maxErrorBytes is about how many bytes of errors an answer holds.
const maxErrorBytes = 32 << 10

// truncateErrors leaves the first of many errors, or of large ones, and says how many more there are: an answer may hold
// an error for each of its rows, and each one the client's own values and aliases.
func truncateErrors(errs gqlerror.List) gqlerror.List {
	size := 0
	kept := make(gqlerror.List, 0, min(len(errs), maxErrors+1))
	for i, err := range errs {
		short := *err
		short.Message = graph.Brief(err.Message)
		size += len(marshal(&short))
		if i == maxErrors || size > maxErrorBytes && i > 0 {
			more := gqlerror.Errorf("%d more errors are not listed; mend these first", len(errs)-i)
			more.Extensions = map[string]any{"code": codeOf(err)}
			return append(kept, more)
		}
		if size > maxErrorBytes { // a path through aliases longer than any reader wants
			short.Path = nil
		}
		kept = append(kept, &short)
	}
	return kept
}

// maxErrors is how many errors an answer holds.
const maxErrors = 100

// marshal gives JSON, or, for an extension that has none, a place-holder that says so.
func marshal(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		return []byte(`"not representable as JSON"`)
	}
	return text
}

// reply sends an answer with the status it should have.
func (s *Server) reply(w http.ResponseWriter, mediaType string, status int, resp *graphql.Response) {
	buf := s.buffers.get()
	defer s.buffers.put(buf)
	appendResponse(buf, resp)

	header := w.Header()
	header["Content-Type"] = contentTypes[mediaType]
	header.Set("Content-Length", strconv.Itoa(buf.Len()))
	w.WriteHeader(status)
	s.writeChunks(w, buf.Bytes())
}

// chunkBytes is how much of an answer a client must read within bodyTimeout: at least 13 kB a second.
const chunkBytes = 256 << 10

// writeChunks writes an answer as fast as its client reads, and gives up on one that does not.
func (s *Server) writeChunks(w http.ResponseWriter, text []byte) {
	control := http.NewResponseController(w)
	for piece := range slices.Chunk(text, chunkBytes) {
		_ = control.SetWriteDeadline(time.Now().Add(s.bodyTimeout))
		if _, err := w.Write(piece); err != nil {
			return // a client that has gone needs no answer
		}
	}
}

// replyStatus is the status of a request that could be read: 200 to clients of plain JSON and
// whenever there is data, if only null; otherwise what the first error stands for.
func replyStatus(mediaType string, resp *graphql.Response) int {
	if mediaType != typeGraphQL || resp.Data != nil || len(resp.Errors) == 0 {
		return http.StatusOK
	}
	return statusOf(resp.Errors[0])
}
