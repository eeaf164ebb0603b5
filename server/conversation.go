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
	closeInvalid     websocket.StatusCode = 4400
	closeUnready     websocket.StatusCode = 4401
	closeSubprotocol websocket.StatusCode = 4406
	closeInitTimeout websocket.StatusCode = 4408
	closeTaken       websocket.StatusCode = 4409
	closeInitTwice   websocket.StatusCode = 4429
)

// initTime is how long a client may take to begin the protocol.
const initTime = 10 * time.Second

// message is one of the protocol, either way.
type message struct {
	ID      *string         `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// conversation speaks graphql-transport-ws with one client.
type conversation struct {
	server  *Server
	conn    *websocket.Conn
	headers http.Header
	begun   bool
	began   *time.Timer // closes the connection of a client that does not begin

	mu      sync.Mutex
	active  map[string]context.CancelFunc // operations by their ids
	ending  bool                          // no operation begins any more
	running sync.WaitGroup
}

func newConversation(s *Server, conn *websocket.Conn, headers http.Header) *conversation {
	return &conversation{server: s, conn: conn, headers: headers, active: map[string]context.CancelFunc{}}
}

// closing is why a conversation ends, as the client is told.
type closing struct {
	code   websocket.StatusCode
	reason string
}

// short is the reason as far as a close frame has room for it.
func (c closing) short() string {
	return strings.ToValidUTF8(c.reason[:min(len(c.reason), 120)], "")
}

func (c closing) Error() string { return fmt.Sprintf("%d %s", c.code, c.reason) }

// run answers until either side ends the connection, and tells the client why when it is this one.
func (c *conversation) run(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer c.settle()
	defer cancel()
	c.began = time.AfterFunc(c.server.initTime, func() {
		_ = c.conn.Close(closeInitTimeout, "Connection initialisation timeout")
	})
	defer c.began.Stop()
	stopping := context.AfterFunc(ctx, func() {
		if context.Cause(ctx) == errStopping {
			c.settle() // what was answered leaves first
			_ = c.conn.Close(websocket.StatusGoingAway, "the server is stopping")
		}
	})
	defer stopping()
	c.running.Go(func() { c.keepOpen(ctx) })
	var end closing
	if err := c.listen(ctx); errors.As(err, &end) {
		cancel() // before the closing handshake, for which a client may keep us waiting
		_ = c.conn.Close(end.code, end.short())
	}
}

// settle waits for the operations, whose context has ended, and lets no more begin.
func (c *conversation) settle() {
	c.mu.Lock()
	c.ending = true
	c.mu.Unlock()
	c.running.Wait()
}

// keepOpen pings now and then: proxies close what is silent for a minute, and a client that leaves a ping unanswered is
// let go. It pings in WebSocket's own frames, which every library answers by itself; the protocol's message of that
// name ends some clients (genqlient 0.8.1 takes it for one of an unknown subscription).
func (c *conversation) keepOpen(ctx context.Context) {
	ticker := time.NewTicker(c.server.keepAlive)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			waiting, cancel := context.WithTimeout(ctx, c.server.keepAlive+c.server.patience)
			err := c.conn.Ping(waiting)
			cancel()
			if err != nil && ctx.Err() == nil {
				_ = c.conn.CloseNow() // there is nobody to tell
				return
			}
		}
	}
}

// listen takes the client's messages one by one. A client that sends a message byte by byte is let go.
func (c *conversation) listen(ctx context.Context) error {
	for {
		kind, text, err := c.read(ctx)
		if err != nil {
			return err
		}
		var m message
		if kind != websocket.MessageText || json.Unmarshal(text, &m) != nil {
			return closing{closeInvalid, "Invalid message received"}
		}
		if err := c.take(ctx, m); err != nil {
			return err
		}
	}
}

// read waits for a message, as long as it takes to begin, and reads it. The end of ctx must not end it: that would
// drop the connection without a word.
func (c *conversation) read(ctx context.Context) (websocket.MessageType, []byte, error) {
	waiting, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	kind, body, err := c.conn.Reader(waiting)
	if err != nil {
		return 0, nil, err
	}
	late := time.AfterFunc(c.server.patience, cancel)
	defer late.Stop()
	text, err := io.ReadAll(body)
	return kind, text, err
}

func (c *conversation) take(ctx context.Context, m message) error {
	switch m.Type {
	case "connection_init":
		return c.begin(ctx, m)
	case "ping":
		c.send(ctx, message{Type: "pong", Payload: m.Payload})
		return nil
	case "pong":
		return nil
	case "subscribe":
		return c.subscribe(ctx, m)
	case "complete":
		if m.ID == nil {
			return closing{closeInvalid, "Message is missing the 'id' property"}
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		if cancel, isActive := c.active[*m.ID]; isActive {
			cancel()
		}
		return nil
	case "":
		return closing{closeInvalid, "Message is missing the 'type' property"}
	}
	return closing{closeInvalid, fmt.Sprintf("Invalid message 'type' property %.40q", m.Type)}
}

func (c *conversation) begin(ctx context.Context, m message) error {
	var payload map[string]any
	if len(m.Payload) > 0 && json.Unmarshal(m.Payload, &payload) != nil {
		return closing{closeInvalid, "The 'payload' of connection_init must be an object"}
	}
	if c.begun {
		return closing{closeInitTwice, "Too many initialisation requests"}
	}
	c.begun = true
	c.began.Stop()
	c.send(ctx, message{Type: "connection_ack"})
	return nil
}

func (c *conversation) subscribe(ctx context.Context, m message) error {
	q := &question{headers: c.headers}
	switch {
	case !c.begun:
		return closing{closeUnready, "Unauthorized"}
	case m.ID == nil || *m.ID == "":
		return closing{closeInvalid, "Message is missing the 'id' property"}
	case len(m.Payload) == 0 || m.Payload[0] != '{' || decode("payload", m.Payload, q) != nil || q.isEmpty():
		return closing{closeInvalid, "The 'payload' of subscribe must be a GraphQL request"}
	}
	ctx, cancel := context.WithCancel(graphql.StartOperationTrace(ctx))
	if err := c.enter(*m.ID, cancel); err != nil {
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

// enter takes the id for an operation.
func (c *conversation) enter(id string, cancel context.CancelFunc) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch _, isActive := c.active[id]; {
	case c.ending:
		return closing{websocket.StatusGoingAway, "the server is stopping"}
	case isActive:
		return closing{closeTaken, "Subscriber for " + id + " already exists"}
	}
	c.active[id] = cancel
	c.running.Add(1)
	return nil
}

// answer runs an operation and sends what comes of it. What ended with an error, or by the client's own word, is
// not completed as well.
func (c *conversation) answer(ctx context.Context, id string, q *question) {
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

// respond sends each response, and gives the one that is nothing but errors, which is the last.
func (c *conversation) respond(ctx context.Context, id string, q *question) (failed *graphql.Response) {
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
		buf := c.server.buffers.take()
		appendResponse(buf, resp)
		c.send(ctx, message{ID: &id, Type: "next", Payload: bytes.Clone(buf.Bytes())})
		c.server.buffers.giveBack(buf)
	}
	return nil
}

func (c *conversation) sendErrors(ctx context.Context, id string, resp *graphql.Response) {
	c.send(ctx, message{ID: &id, Type: "error", Payload: marshal(truncateErrors(resp.Errors))})
}

// send gives a client that does not read bodyTime; then its connection ends. The context's end does not: it would
// drop the connection, for the other operations too.
func (c *conversation) send(ctx context.Context, m message) {
	text, err := json.Marshal(m)
	if err != nil {
		return // a payload is JSON
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.server.patience)
	defer cancel()
	_ = c.conn.Write(ctx, websocket.MessageText, text) // what has failed is noticed by the reader
}
