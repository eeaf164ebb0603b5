package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Listen takes a host:port of this machine, or says who has it and what to do.
func Listen(ctx context.Context, address string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, graph.Errorf(graph.Conflict, "stop it or choose another address with --listen, such as --listen 127.0.0.1:0",
			"address %s is taken by %s: %w", address, whoListens(ctx, address), err)
	case errors.Is(err, syscall.EACCES):
		return nil, graph.Errorf(graph.Invalid, "choose a port from 1024 up with --listen",
			"address %s may not be listened at: %w", address, err)
	}
	return nil, graph.Errorf(graph.Invalid, "give host:port of this machine with --listen, such as 127.0.0.1:8080",
		"address %q cannot be listened at: %w", address, err)
}

// whoListens asks the address itself: one of our own says so.
func whoListens(ctx context.Context, address string) string {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+address+"/healthz", nil)
	if err != nil {
		return "another program"
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return "another program"
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.Header.Get(requestIDHeader) != "" && resp.StatusCode == http.StatusOK {
		return "another creatorgraph"
	}
	return "another program"
}

// sharing gives a listener that takes at most so many connections from one address at once, so that nobody can hold
// all that the process may have open. One too many is closed without a word: an answer would cost more.
func sharing(listener net.Listener, most int) net.Listener {
	return &sharingListener{Listener: listener, most: most}
}

type sharingListener struct {
	net.Listener
	most    int
	clients clientQuota
}

// Accept waits for the next connection that may be.
func (l *sharingListener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		leave, ok := l.clients.acquire(addressOf(conn.RemoteAddr().String()), l.most)
		if ok {
			return &sharedConn{Conn: conn, leave: sync.OnceFunc(leave)}, nil
		}
		_ = conn.Close()
	}
}

// sharedConn gives its client's share back when it closes.
type sharedConn struct {
	net.Conn
	leave  func()
	unread atomic.Bool // an answer was not read in time
}

// Write sends, and notes whom time ran out for.
func (c *sharedConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	if errors.Is(err, os.ErrDeadlineExceeded) {
		c.unread.Store(true)
	}
	return n, err
}

// Close ends the connection. One whose answers nobody reads is reset: otherwise the kernel would hold them, megabytes of
// them, and offer them for minutes more.
func (c *sharedConn) Close() error {
	c.leave()
	if tcp, ok := c.Conn.(interface{ SetLinger(seconds int) error }); ok && c.unread.Load() {
		_ = tcp.SetLinger(0) // it is closed next, whatever came of this
	}
	return c.Conn.Close()
}
