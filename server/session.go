package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// The close codes of graphql-transport-ws, by which clients tell whether to connect again:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const (
	closeInvalid      websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401
	closeSubprotocol  websocket.StatusCode = 4406
	closeInitTimeout  websocket.StatusCode = 4408
	closeDuplicateID  websocket.StatusCode = 4409
	closeInitTwice    websocket.StatusCode = 4429
)

// initTimeout is how long a client may take to begin the protocol.
const initTimeout = 10 * time.Second

// message is a message of the protocol, in either direction.
type message struct {
	ID      *string         `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// session speaks graphql-transport-ws with one client.
type session struct {
	server      *Server
	conn        *websocket.Conn
	headers     http.Header
	initialized bool
	initTimer   *time.Timer // closes the connection of a client that does not begin

	mu       sync.Mutex
	active   map[string]context.CancelFunc // operations by id
	draining bool                          // new operations are refused
	running  sync.WaitGroup
}

func newSession(s *Server, conn *websocket.Conn, headers http.Header) *session {
	return &session{server: s, conn: conn, headers: headers, active: map[string]context.CancelFunc{}}
}

// closeError is the reason for ending a session, which the client is told.
type closeError struct {
	code   websocket.StatusCode
	reason string
}

// truncatedReason is the reason, cut to what fits a close frame.
func (c closeError) truncatedReason() string {
	return strings.ToValidUTF8(c.reason[:min(len(c.reason), 120)], "")
}

func (c closeError) Error() string { return fmt.Sprintf("%d %s", c.code, c.reason) }

// run answers until either side ends the connection. When the server does, it tells the client why.
func (c *session) run(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer c.drain()
	defer cancel()
	c.initTimer = time.AfterFunc(c.server.initTimeout, func() {
		_ = c.conn.Close(closeInitTimeout, "Connection initialisation timeout")
	})
	defer c.initTimer.Stop()
	stopping := context.AfterFunc(ctx, func() {
		if context.Cause(ctx) == errStopping {
			c.drain() // what was answered leaves first
			_ = c.conn.Close(websocket.StatusGoingAway, "the server is stopping")
		}
	})
	defer stopping()
	c.running.Go(func() { c.keepOpen(ctx) })
	var end closeError
	if err := c.listen(ctx); errors.As(err, &end) {
		cancel() // before the closing handshake, for which a client may keep us waiting
		_ = c.conn.Close(end.code, end.truncatedReason())
	}
}

// drain waits for the operations, whose context has ended, and refuses new ones.
func (c *session) drain() {
	c.mu.Lock()
	c.draining = true
	c.mu.Unlock()
	c.running.Wait()
}

// keepOpen pings regularly, because proxies close silent connections after a minute, and disconnects a client that does not
// answer a ping. It uses WebSocket's ping frames, which every library answers by itself; the protocol's ping message breaks
// some clients (genqlient 0.8.1 takes it for one of an unknown subscription).
func (c *session) keepOpen(ctx context.Context) {
	ticker := time.NewTicker(c.server.keepAlive)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			waiting, cancel := context.WithTimeout(ctx, c.server.keepAlive+c.server.bodyTimeout)
			err := c.conn.Ping(waiting)
			cancel()
			if err != nil && ctx.Err() == nil {
				_ = c.conn.CloseNow() // there is nobody to tell
				return
			}
		}
	}
}

// listen handles the client's messages one by one. It disconnects a client that takes too long to send one.
func (c *session) listen(ctx context.Context) error {
	for {
		kind, text, err := c.read(ctx)
		if err != nil {
			return err
		}
		var m message
		if kind != websocket.MessageText || json.Unmarshal(text, &m) != nil {
			return closeError{closeInvalid, "Invalid message received"}
		}
		if err := c.handle(ctx, m); err != nil {
			return err
		}
	}
}

// read waits for a message as long as it takes to begin, and reads it within bodyTimeout. The end of ctx must not cancel
// it: that would drop the connection without a close frame.
func (c *session) read(ctx context.Context) (websocket.MessageType, []byte, error) {
	waiting, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	kind, body, err := c.conn.Reader(waiting)
	if err != nil {
		return 0, nil, err
	}
	late := time.AfterFunc(c.server.bodyTimeout, cancel)
	defer late.Stop()
	text, err := io.ReadAll(body)
	return kind, text, err
}

func (c *session) handle(ctx context.Context, m message) error {
	switch m.Type {
	case "connection_init":
		return c.initialize(ctx, m)
	case "ping":
		c.send(ctx, message{Type: "pong", Payload: m.Payload})
		return nil
	case "pong":
		return nil
	case "subscribe":
		return c.subscribe(ctx, m)
	case "complete":
		return c.complete(m)
	case "":
		return closeError{closeInvalid, "Message is missing the 'type' property"}
	}
	return closeError{closeInvalid, fmt.Sprintf("Invalid message 'type' property %.40q", m.Type)}
}

// complete ends an operation that its client wants no more of.
func (c *session) complete(m message) error {
	if m.ID == nil {
		return closeError{closeInvalid, "Message is missing the 'id' property"}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if cancel, isActive := c.active[*m.ID]; isActive {
		cancel()
	}
	return nil
}

func (c *session) initialize(ctx context.Context, m message) error {
	var payload map[string]any
	if len(m.Payload) > 0 && json.Unmarshal(m.Payload, &payload) != nil {
		return closeError{closeInvalid, "The 'payload' of connection_init must be an object"}
	}
	if c.initialized {
		return closeError{closeInitTwice, "Too many initialisation requests"}
	}
	c.initialized = true
	c.initTimer.Stop()
	c.send(ctx, message{Type: "connection_ack"})
	return nil
}

func (c *session) subscribe(ctx context.Context, m message) error {
	switch {
	case !c.initialized:
		return closeError{closeUnauthorized, "Unauthorized"}
	case m.ID == nil || *m.ID == "":
		return closeError{closeInvalid, "Message is missing the 'id' property"}
	}
	q, ok := c.readParams(m.Payload)
	if !ok {
		return closeError{closeInvalid, "The 'payload' of subscribe must be a GraphQL request"}
	}
	ctx, cancel := context.WithCancel(graphql.StartOperationTrace(ctx))
	if err := c.addOperation(*m.ID, cancel); err != nil {
		cancel()
		return err
	}
	go func() {
		defer c.running.Done()
		defer cancel()
		c.answer(ctx, *m.ID, q)
	}()
	return nil
}

// readParams reads the GraphQL request of a message; false for a payload that is none.
func (c *session) readParams(payload json.RawMessage) (*requestParams, bool) {
	q := &requestParams{headers: c.headers}
	if len(payload) == 0 || payload[0] != '{' || decode("payload", payload, q) != nil {
		return nil, false
	}
	return q, !q.isEmpty()
}

// addOperation registers an operation under its id.
func (c *session) addOperation(id string, cancel context.CancelFunc) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch _, isActive := c.active[id]; {
	case c.draining:
		return closeError{websocket.StatusGoingAway, "the server is stopping"}
	case isActive:
		return closeError{closeDuplicateID, "Subscriber for " + id + " already exists"}
	}
	c.active[id] = cancel
	c.running.Add(1)
	return nil
}

// answer runs an operation and sends its responses. An operation that ended with an error, or that the client completed, gets
// no complete message.
func (c *session) answer(ctx context.Context, id string, q *requestParams) {
	failed := c.respond(ctx, id, q)
	c.mu.Lock()
	delete(c.active, id) // the client may use the id again as soon as it reads that this is the end
	c.mu.Unlock()
	switch {
	case failed != nil:
		c.sendErrors(ctx, id, failed)
	case ctx.Err() == nil:
		c.send(ctx, message{ID: &id, Type: "complete"})
	}
}

// respond sends each response, and returns the last one if it holds nothing but errors.
func (c *session) respond(ctx context.Context, id string, q *requestParams) (failed *graphql.Response) {
	c.mu.Lock()
	many := len(c.active) > c.server.config.Limits.Subscriptions
	c.mu.Unlock()
	if many {
		return c.server.gate.DispatchError(ctx, gqlerror.List{fault(graph.TooLarge, "end one first",
			"this connection has %d operations; the limit is %[1]d", c.server.config.Limits.Subscriptions)})
	}
	op, errs := c.server.gate.admit(ctx, q)
	if errs != nil {
		return c.server.gate.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	}
	responses, ctx := c.server.gate.DispatchOperation(graphql.WithOperationContext(ctx, op), op)
	for resp := responses(ctx); resp != nil; resp = responses(ctx) {
		if resp.Data == nil && len(resp.Errors) > 0 {
			return resp
		}
		buf := c.server.buffers.get()
		appendResponse(buf, resp)
		c.send(ctx, message{ID: &id, Type: "next", Payload: bytes.Clone(buf.Bytes())})
		c.server.buffers.put(buf)
	}
	return nil
}

func (c *session) sendErrors(ctx context.Context, id string, resp *graphql.Response) {
	c.send(ctx, message{ID: &id, Type: "error", Payload: marshal(truncateErrors(resp.Errors))})
}

// send ends the connection of a client that does not read within bodyTimeout. The end of ctx does not: it would drop the
// connection for the other operations, too.
func (c *session) send(ctx context.Context, m message) {
	text, err := json.Marshal(m)
	if err != nil {
		return // a payload is JSON
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.server.bodyTimeout)
	defer cancel()
	_ = c.conn.Write(ctx, websocket.MessageText, text) // what has failed is noticed by the reader
}
