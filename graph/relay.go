package graph

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"strings"
	"sync/atomic"
	"time"
)

// relay is a proxy for one database connection that closes it after a number of bytes of answers. The driver reads a whole row
// before it returns any of it, and a small row in the database can be huge on the wire, such as nested lists that repeat one list.
// So the answers of statements that users write are limited on the wire.
type relay struct {
	listener net.Listener
	full     atomic.Bool // the bytes were more
}

// newRelay listens on loopback for one connection to a database, until it is closed.
func newRelay(ctx context.Context, to Config, bytes int64) (*relay, error) {
	target, err := url.Parse(to.URI)
	if err != nil {
		return nil, fmt.Errorf("relay: %w", err)
	}
	if to.Address != nil {
		target.Host = to.Address()
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("relay: %w", err)
	}
	r := &relay{listener: listener}
	go r.serve(ctx, target, bytes)
	return r, nil
}

// uri is the relay's address for the driver. The scheme is bolt, without routing: the relay forwards one connection, and any member
// of a cluster can serve reads.
func (r *relay) uri() string { return "bolt://" + r.listener.Addr().String() }

func (r *relay) close() { _ = r.listener.Close() }

func (r *relay) serve(ctx context.Context, target *url.URL, bytes int64) {
	near, err := r.listener.Accept()
	r.close()
	if err != nil {
		return // closed before it was needed
	}
	defer near.Close()
	far, err := dial(ctx, target)
	if err != nil {
		return // the driver finds its connection closed
	}
	defer far.Close()
	go func() {
		defer far.Close()
		_, _ = io.Copy(far, near) // it ends with either of the two
	}()
	_, err = io.CopyN(near, far, bytes)
	r.full.Store(err == nil)
}

// dial connects to a database as the driver does for the same URI.
func dial(ctx context.Context, target *url.URL) (net.Conn, error) {
	host := target.Host
	if target.Port() == "" {
		host = net.JoinHostPort(target.Hostname(), "7687")
	}
	plain := net.Dialer{Timeout: 3 * time.Second}
	_, security, secured := strings.Cut(target.Scheme, "+")
	if !secured {
		return plain.DialContext(ctx, "tcp", host)
	}
	if security != "s" && security != "ssc" {
		return nil, errors.New("relay: the scheme " + target.Scheme + " cannot be passed on")
	}
	secure := tls.Dialer{NetDialer: &plain, Config: &tls.Config{ServerName: target.Hostname(), MinVersion: tls.VersionTLS12,
		InsecureSkipVerify: security == "ssc"}} // as the scheme asks for: self-signed certificates
	return secure.DialContext(ctx, "tcp", host)
}
