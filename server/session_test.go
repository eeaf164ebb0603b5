package server

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// Each breach of graphql-transport-ws ends the connection with the code that clients know, and frees its place.
func TestWebSocketCloseCodes(t *testing.T) {
	t.Parallel()

	const init, tick = `{"type":"connection_init"}`, `{"type":"subscribe","id":"1","payload":{"query":"subscription{tick}"}}`
	for _, c := range []struct {
		name string
		say  []string
		code websocket.StatusCode
	}{
		{"subscribe before init", []string{tick}, 4401},
		{"a second init", []string{init, init}, 4429},
		{"an id in use", []string{init, tick, tick}, 4409},
		{"an id in use that is long", []string{init, strings.ReplaceAll(tick, `"1"`, `"`+strings.Repeat("长", 500)+`"`),
			strings.ReplaceAll(tick, `"1"`, `"`+strings.Repeat("长", 500)+`"`)}, 4409},
		{"an unknown type", []string{init, `{"type":"start","id":"1"}`}, 4400},
		{"an unknown type before init", []string{`{"type":"connection_terminate"}`}, 4400},
		{"no JSON", []string{init, "nonsense"}, 4400},
		{"no JSON before init", []string{"nonsense"}, 4400},
		{"a list", []string{init, "[]"}, 4400},
		{"no type", []string{init, `{"id":"1"}`}, 4400},
		{"subscribe without an id", []string{init, `{"type":"subscribe","payload":{"query":"{name}"}}`}, 4400},
		{"subscribe with an empty id", []string{init, `{"type":"subscribe","id":"","payload":{"query":"{name}"}}`}, 4400},
		{"subscribe with a number as id", []string{init, `{"type":"subscribe","id":1,"payload":{"query":"{name}"}}`}, 4400},
		{"subscribe without a payload", []string{init, `{"type":"subscribe","id":"1"}`}, 4400},
		{"subscribe without a query", []string{init, `{"type":"subscribe","id":"1","payload":{}}`}, 4400},
		{"a query that is no text", []string{init, `{"type":"subscribe","id":"1","payload":{"query":7}}`}, 4400},
		{"complete without an id", []string{init, `{"type":"complete"}`}, 4400},
		{"init with a number", []string{`{"type":"connection_init","payload":7}`}, 4400},
		{"no init in time", nil, 4408},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			config := Config{API: newTiny(), Database: &switchable{}, Listen: "127.0.0.1:0"}
			s := New(config)
			if c.say == nil {
				s.initTimeout = 50 * time.Millisecond
			}
			if err := s.startup.run(t.Context()); err != nil {
				t.Fatal(err)
			}
			client, _, err := hand(t, s).dial()
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range c.say {
				if err := client.conn.Write(t.Context(), websocket.MessageText, []byte(text)); err != nil {
					t.Fatal(err)
				}
			}
			var end error
			for end == nil {
				_, end = client.read()
			}
			if websocket.CloseStatus(end) != c.code {
				t.Errorf("got %v, want %d", end, c.code)
			}
			eventually(t, "its place is free", func() bool {
				return s.streams.connections.Load() == 0 && s.streams.subscriptions.Load() == 0
			})
		})
	}
}

// A client that offers another subprotocol, or none, is told which by a close frame.
func TestWebSocketOfAnotherSubprotocolIsClosed(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	for _, offered := range [][]string{nil, {"graphql-ws"}, {"soap"}} {
		conn, _, err := websocket.Dial(t.Context(), s.url+"/graphql", &websocket.DialOptions{Subprotocols: offered}) //nolint:bodyclose // the library closes it
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = conn.Read(t.Context()); websocket.CloseStatus(err) != 4406 {
			t.Errorf("%v: got %v", offered, err)
		}
	}
}

// Errors before an operation runs are the end of it: no complete follows, and the id is free.
func TestErrorOverWebSocketIsTheEnd(t *testing.T) {
	t.Parallel()

	c := serve(t, Config{API: newTiny()}).connect()
	for range 3 {
		c.subscribe("1", "{nmae}")
		if f := c.expect("error", "1"); !strings.HasPrefix(string(f.Payload), "[{") {
			t.Errorf("got %s, want a list of errors", f.Payload)
		}
	}
	c.send("ping", "", map[string]int{"n": 7})
	if f := c.expect("pong", ""); string(f.Payload) != `{"n":7}` {
		t.Errorf("got %s", f.Payload)
	}
	c.send("complete", "never begun", nil) // crossed on the way: not an error
	c.subscribe("1", "{name}")
	c.expect("next", "1")
	c.expect("complete", "1")
}

// Some clients compare header names as RFC 6455 spells them.
func TestWebSocketHeadersAreSpeltAsInTheRFC(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny()})
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	_, _ = fmt.Fprintf(conn, "GET /graphql HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Protocol: %s\r\n\r\n",
		strings.TrimPrefix(s.url, "http://"), subprotocol)
	reader := bufio.NewReader(conn)
	var head strings.Builder
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		if line == "\r\n" {
			break
		}
		head.WriteString(line)
	}
	for _, line := range []string{"HTTP/1.1 101 ", "\nSec-WebSocket-Protocol: graphql-transport-ws\r\n", "\nSec-WebSocket-Accept: HSmrc0sMlYUkAGmm5OPpG2HaGWk="} {
		if !strings.Contains(head.String(), line) {
			t.Errorf("no %q in\n%s", line, head.String())
		}
	}
}

// One client has a share of the places for streams and subscriptions, so that others have theirs.
func TestOneClientCannotTakeAllPlaces(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Limits: Limits{Streams: 10, ClientStreams: 3, ClientSubscriptions: 2}})
	first := s.connect()
	s.connect()
	s.connect()
	_, resp, err := s.dial()
	if err == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a fourth: got %v %v", resp, err)
	}
	leave, refused := s.server.streams.connect(context.WithValue(t.Context(), requestKey{},
		&request{who: Identity{Name: anonymous}, address: "192.0.2.7"}))
	if refused != nil {
		t.Fatalf("another client: %v", refused)
	}
	leave()
	for _, id := range []string{"1", "2"} {
		first.subscribe(id, "subscription{tick}")
	}
	eventually(t, "two subscriptions", func() bool { return s.server.streams.subscriptions.Load() == 2 })
	first.subscribe("3", "subscription{tick}")
	if f := first.expect("error", "3"); !strings.Contains(string(f.Payload), "this client has 2 subscriptions") {
		t.Errorf("a third: got %s", f.Payload)
	}
	first.send("complete", "1", nil)
	eventually(t, "one subscription", func() bool { return s.server.streams.subscriptions.Load() == 1 })
	first.subscribe("3", "subscription{tick}")
	eventually(t, "two again", func() bool { return s.server.streams.subscriptions.Load() == 2 })
}

func TestAddressesTellClientsApart(t *testing.T) {
	t.Parallel()

	for remote, want := range map[string]string{
		"192.0.2.7:1234": "192.0.2.7", "[::ffff:192.0.2.7]:1": "192.0.2.7", "[2001:db8:1:2:3:4:5:6]:1": "2001:db8:1:2::/64",
		"[2001:db8:1:2::9]:1": "2001:db8:1:2::/64", "pipe": "pipe",
	} {
		if got := addressOf(remote); got != want {
			t.Errorf("%s: got %s, want %s", remote, got, want)
		}
	}
}
