package harness

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"
)

// Server is a server.Server, which tests within its package make themselves.
type Server interface {
	Serve(ctx context.Context, listener net.Listener) error
}

// readyWithin is how long a server may take to be ready, on a machine with other work.
const readyWithin = time.Minute

// Serve serves on a free port until the test ends, and gives the address, such as http://127.0.0.1:4711, when the server
// is ready.
func Serve(t testing.TB, s Server) (url string) {
	t.Helper()

	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	url = "http://" + listener.Addr().String()
	for deadline := time.Now().Add(readyWithin); !isReady(ctx, url); time.Sleep(20 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the server ended before it was ready: %v", err)
		default:
		}
		if time.Now().After(deadline) {
			t.Fatalf("the server was not ready within %v", readyWithin)
		}
	}
	return url
}

func isReady(ctx context.Context, url string) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/readyz", http.NoBody)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	_ = resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
