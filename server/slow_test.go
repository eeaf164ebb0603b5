package server

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// A client that sends byte by byte, or does not read, is let go at every path: the server's limits hold for
// whatever a handler does with a body or without.
func TestSlowClientsAreLetGo(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ name, head, drip string }{
		{"a head byte by byte", "GET /healthz HTTP/1.1\r\n", "X"},
		{"a body byte by byte on /graphql", "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{", " "},
		{"one of another type", "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n{", " "},
		{"one of chunks", "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"},
		{"one for events", "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{", " "},
		{"one on /graphiql/", "GET /graphiql/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n", " "},
		{"one on /healthz", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n", " "},
		{"one on /metrics", "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n", " "},
		{"one on /export/csv", "POST /export/csv HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{", " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()

			conn, _ := hasty(t)
			if _, err := io.WriteString(conn, c.head); err != nil {
				t.Fatal(err)
			}
			go func() {
				for {
					if _, err := io.WriteString(conn, c.drip); err != nil {
						return
					}
					time.Sleep(20 * time.Millisecond)
				}
			}()
			ended(t, conn)
		})
	}
}

// An answer that nobody reads is given up, and the connection with it.
func TestAnswersThatNobodyReadAreGivenUp(t *testing.T) {
	t.Parallel()

	var long strings.Builder
	for i := range 40 {
		fmt.Fprintf(&long, "a%d:name,", i)
	}
	for _, path := range []string{"/graphql?query={" + long.String() + "}", "/healthz", "/metrics", "/graphiql/"} {
		t.Run(path[:8], func(t *testing.T) {
			t.Parallel()

			conn, letGo := hasty(t)
			if err := conn.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
				t.Fatal(err)
			}
			// Question upon question in one connection: when no more answers fit on their way the server waits, and
			// when its time is up it lets go. What the kernels still hold then may keep this side from seeing it.
			questions := strings.Repeat(fmt.Sprintf("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", path), 100)
			go func() {
				for {
					if _, err := io.WriteString(conn, questions); err != nil {
						return
					}
				}
			}()
			select {
			case <-letGo:
			case <-time.After(60 * time.Second):
				t.Error("still open after 60 s")
			}
		})
	}
}

// hastyTime is what hasty servers give for everything.
const hastyTime = 200 * time.Millisecond

// hasty connects to a server that is as New makes it, but for shorter times, and says when the server has let go.
func hasty(t *testing.T) (conn net.Conn, letGo <-chan struct{}) {
	t.Helper()
	s := New(Config{API: newTiny(), Database: &switchable{}, Listen: "127.0.0.1:0", Limits: Limits{Time: hastyTime}})
	s.bodyTimeout = hastyTime
	listener, err := Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	t.Cleanup(cancel)
	watched := &watchedListener{Listener: listener, closed: make(chan struct{})}
	go func() { _ = s.Serve(ctx, watched) }()
	eventually(t, "ready", func() bool { return s.startup.state() == nil })
	conn, err = net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn, watched.closed
}

// watchedListener says when its first connection is closed.
type watchedListener struct {
	net.Listener
	closed chan struct{}
}

func (l *watchedListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &watchedConn{TCPConn: conn.(*net.TCPConn), closed: sync.OnceFunc(func() { close(l.closed) })}, nil
}

type watchedConn struct {
	*net.TCPConn
	closed func()
}

func (c *watchedConn) Close() error {
	c.closed()
	return c.TCPConn.Close()
}

// ended reads until the server has closed a connection.
func ended(t *testing.T, conn net.Conn) {
	t.Helper()
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.Copy(io.Discard, conn); err != nil && strings.Contains(err.Error(), "i/o timeout") {
		t.Error("still open after 20 s")
	}
}

// One address holds so many connections, and no more; others are not kept out.
func TestConnectionsOfOneAddressAreBounded(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: newTiny(), Limits: Limits{ClientConnections: 3}})
	at := strings.TrimPrefix(s.url, "http://")
	var open []net.Conn
	for range 3 {
		conn, err := net.Dial("tcp", at)
		if err != nil {
			t.Fatal(err)
		}
		open = append(open, conn)
		_, _ = io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
		if _, err := conn.Read(make([]byte, 1)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := http.Get(s.url + "/healthz"); err == nil { //nolint:bodyclose,noctx // there is none
		t.Error("a fourth was let in")
	}
	for _, conn := range open {
		_ = conn.Close()
	}
	eventually(t, "room again", func() bool {
		resp, err := http.Get(s.url + "/healthz") //nolint:noctx // a probe
		if err == nil {
			_ = resp.Body.Close()
		}
		return err == nil
	})
}
