package server

import (
	"context"
	"errors"
	"net"
	"net/http"
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
