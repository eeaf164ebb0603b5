package server

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/creatorgraph/creatorgraph/graph"
)

// frame is a message of graphql-transport-ws.
type frame struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// talk is a WebSocket client.
type talk struct {
	t    *testing.T
	conn *websocket.Conn
}

func (s *site) dial(headers ...string) (*talk, *http.Response, error) {
	header := http.Header{}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		header.Set(name, value)
	}
	conn, resp, err := websocket.Dial(s.t.Context(), s.url+"/graphql",
		&websocket.DialOptions{Subprotocols: []string{subprotocol}, HTTPHeader: header})
	return &talk{s.t, conn}, resp, err //nolint:bodyclose // the library closes it
}

// connect opens a WebSocket and begins the protocol.
func (s *site) connect() *talk {
	s.t.Helper()
	c, _, err := s.dial()
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.conn.CloseNow() })
	c.send("connection_init", "", nil)
	c.expect("connection_ack", "")
	return c
}

func (c *talk) send(kind, id string, payload any) {
	c.t.Helper()
	raw, err := json.Marshal(payload)
	if err == nil {
		err = wsjson.Write(c.t.Context(), c.conn, frame{id, kind, raw})
	}
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *talk) subscribe(id, query string) {
	c.t.Helper()
	c.send("subscribe", id, map[string]string{"query": query})
}

func (c *talk) read() (frame, error) {
	ctx, cancel := context.WithTimeout(c.t.Context(), 20*time.Second)
	defer cancel()
	var f frame
	err := wsjson.Read(ctx, c.conn, &f)
	return f, err
}

func (c *talk) expect(kind, id string) frame {
	c.t.Helper()
	f, err := c.read()
	if err != nil {
		c.t.Fatal(err)
	}
	if f.Type != kind || f.ID != id {
		c.t.Fatalf("got %s %s %s, want %s %s", f.Type, f.ID, f.Payload, kind, id)
	}
	return f
}

func TestSubscriptionOverWebSocket(t *testing.T) {
	t.Parallel()

	api := newTiny()
	s := serve(t, Config{API: api})
	c := s.connect()
	c.subscribe("1", "subscription{tick}")
	for _, text := range []string{"one", "two"} {
		api.ticks <- text
		if f := c.expect("next", "1"); string(f.Payload) != `{"data":{"tick":"`+text+`"}}` {
			t.Errorf("got %s", f.Payload)
		}
	}
	c.subscribe("2", "{name}")
	c.expect("next", "2")
	c.expect("complete", "2")
	c.send("complete", "1", nil)
	eventually(t, "the subscription is closed", func() bool { return s.server.streams.subscriptions.Load() == 0 })
}

func TestWebSocketHasTheSameLimits(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Introspect: true, Limits: Limits{Subscriptions: 1, Time: 50 * time.Millisecond}})
	c := s.connect()
	for query, says := range map[string]string{
		strings.Repeat("{things", 200): "brackets within brackets",
		"{nmae}":                       "Did you mean",
		`{fail(how:"panic")}`:          "something went wrong",
		"{wait}":                       "too long",
	} {
		c.subscribe("x", query)
		f, err := c.read()
		if err != nil || !strings.Contains(string(f.Payload), says) {
			t.Errorf("%.40s: got %s %s %v", query, f.Type, f.Payload, err)
		}
		if f.Type == "next" { // an error is the end already
			c.expect("complete", "x")
		}
	}
	c.subscribe("1", "subscription{tick}")
	eventually(t, "one subscription", func() bool { return s.server.streams.subscriptions.Load() == 1 })
	c.subscribe("2", "subscription{tick}")
	if f := c.expect("error", "2"); !strings.Contains(string(f.Payload), "the limit is 1") {
		t.Errorf("got %s", f.Payload)
	}
}

func TestWebSocketRefusals(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Limits: Limits{Streams: 1}})
	_, resp, err := s.dial("Origin: https://evil.example")
	if err == nil || resp.StatusCode != http.StatusForbidden {
		t.Errorf("another site's page: got %v %v", resp, err)
	}
	s.connect()
	_, resp, err = s.dial()
	if err == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one too many: got %v %v", resp, err)
	}
}

func TestMessageBeyondTheBodyLimitEndsTheWebSocket(t *testing.T) {
	t.Parallel()

	c := serve(t, Config{API: newTiny()}).connect()
	big := `{"type":"subscribe","id":"1","payload":{"query":"` + strings.Repeat(" ", 2<<20) + `"}}`
	_ = c.conn.Write(t.Context(), websocket.MessageText, []byte(big)) // may fail as it is cut off
	if _, err := c.read(); websocket.CloseStatus(err) != websocket.StatusMessageTooBig {
		t.Errorf("got %v", err)
	}
}

// events reads server-sent events one by one, as "name data".
func (s *site) events(query string) (next func() string, header http.Header) {
	s.t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		s.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", typeJSON)
	r.Header.Set("Accept", typeEvents)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = resp.Body.Close() })
	scanner := bufio.NewScanner(resp.Body)
	return func() string {
		name := ""
		for scanner.Scan() {
			line := scanner.Text()
			switch {
			case strings.HasPrefix(line, "event: "):
				name = strings.TrimPrefix(line, "event: ")
			case strings.HasPrefix(line, "data: "):
				return name + " " + strings.TrimPrefix(line, "data: ")
			case strings.HasPrefix(line, "{"): // an answer that is no stream
				return line
			}
		}
		return fmt.Sprint("end ", scanner.Err())
	}, resp.Header
}

func TestSubscriptionOverEvents(t *testing.T) {
	t.Parallel()

	api := newTiny()
	s := serve(t, Config{API: api})
	next, header := s.events("subscription{tick}")
	if got := header.Get("Content-Type"); !strings.HasPrefix(got, typeEvents) {
		t.Fatalf("got %s", got)
	}
	api.ticks <- "one"
	if got := next(); got != `next {"data":{"tick":"one"}}` {
		t.Errorf("got %s", got)
	}
	close(api.ticks)
	if got := next(); got != "complete " {
		t.Errorf("got %s", got)
	}
}

func TestEventsThatCannotBeginAreAnsweredPlainly(t *testing.T) {
	t.Parallel()

	next, header := serve(t, Config{API: newTiny()}).events("subscription{tock}")
	if got := next(); !strings.Contains(got, graph.Validation.Code()) || !strings.HasPrefix(header.Get("Content-Type"), typeJSON) {
		t.Errorf("got %s %s", header.Get("Content-Type"), got)
	}
}

// The pings are WebSocket's own: as messages they would end a subscription of genqlient.
func TestOpenSocketsSayThatTheyAreOpen(t *testing.T) {
	t.Parallel()

	api := newTiny()
	config := Config{API: api, Database: &switchable{}, Listen: "127.0.0.1:0"}
	s := New(config)
	s.keepAlive = time.Second
	if err := s.startup.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	pings := make(chan struct{}, 10)
	conn, _, err := websocket.Dial(t.Context(), hand(t, s).url+"/graphql", &websocket.DialOptions{ //nolint:bodyclose // the library closes it
		Subprotocols: []string{subprotocol},
		OnPingReceived: func(context.Context, []byte) bool {
			pings <- struct{}{}
			return true
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	c := &talk{t, conn}
	c.send("connection_init", "", nil)
	c.expect("connection_ack", "")
	go func() { _, _ = c.read() }() // pings are seen while reading
	for range 2 {
		select {
		case <-pings:
		case <-time.After(20 * time.Second):
			t.Fatal("no ping came")
		}
	}
}

// A stop tells event streams and WebSockets, and lets what is running end.
func TestStopTellsSubscriptionsAndLetsRequestsEnd(t *testing.T) {
	t.Parallel()

	api := newTiny()
	s := serve(t, Config{API: api})
	c := s.connect()
	c.subscribe("1", "subscription{tick}")
	next, _ := s.events("subscription{tick}")
	running := make(chan answer, 1)
	go func() { running <- s.ask("{wait}") }()
	<-api.started
	c.subscribe("2", "{wait}")
	<-api.started

	s.stop()
	if got := next(); !strings.Contains(got, "the server is stopping") {
		t.Errorf("the event stream: got %s", got)
	}
	if got := next(); got != "complete " {
		t.Errorf("the event stream: got %s", got)
	}
	close(api.release)
	if got := <-running; got.code(t) != codeOK {
		t.Errorf("the running request: got %d %s", got.status, got.text)
	}
	c.expect("next", "2")
	for {
		_, err := c.read()
		if err == nil {
			continue // the query's "complete"
		}
		if websocket.CloseStatus(err) != websocket.StatusGoingAway {
			t.Errorf("the WebSocket: got %v", err)
		}
		break
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

// A request that never ends does not keep a stop from ending.
func TestStopIsBounded(t *testing.T) {
	t.Parallel()

	api := newTiny()
	s := serve(t, Config{API: api, Grace: 50 * time.Millisecond})
	failed := make(chan error, 1)
	go func() {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/graphql?query={wait}", nil)
		if err != nil {
			failed <- err
			return
		}
		resp, err := http.DefaultClient.Do(r)
		if err == nil {
			err = errors.Join(errors.New("answered"), resp.Body.Close())
		}
		failed <- err
	}()
	<-api.started
	s.stop()
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
	if err := <-failed; err == nil || strings.Contains(err.Error(), "answered") {
		t.Errorf("the request: got %v", err)
	}
}
