package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	examples "github.com/creatorgraph/creatorgraph/docs/examples"
	"github.com/creatorgraph/creatorgraph/server"
)

// questions are the examples that demo --once asks.
var questions = []string{"creator", "creators", "agency", "agencies", "brand", "brands", "campaign",
	"campaigns", "search", "nodes"}

// shownLines bounds how much of an answer is shown.
const shownLines = 40

// askAll serves, asks the questions over HTTP, shows the answers and stops.
func (f *demoFlags) askAll(
	ctx context.Context, s *server.Server, listener net.Listener, out io.Writer,
) error {
	ctx, stop := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, listener) }()
	var failed error
	for i, name := range questions {
		if failed = ask(ctx, "http://"+listener.Addr().String(), i+1, name, out); failed != nil {
			break
		}
	}
	stop()
	if err := <-served; failed == nil {
		failed = err
	}
	return failed
}

func ask(ctx context.Context, base string, number int, name string, out io.Writer) error {
	raw, err := examples.Files.ReadFile(name + ".graphql")
	if err != nil {
		return err
	}
	comment, _, _ := strings.Cut(string(raw), "\n")
	if err := waitReady(ctx, base); err != nil {
		return err
	}
	began := time.Now()
	answer, err := post(ctx, base+"/graphql", string(raw), nil)
	if err != nil {
		return fmt.Errorf("question %q: %w", name, err)
	}
	fmt.Fprintf(out, "\n%d. %s (%s)\n", number, strings.TrimPrefix(comment, "# "),
		time.Since(began).Round(100*time.Microsecond))
	fmt.Fprintln(out, shown(answer))
	return nil
}

// waitReady waits until the server can answer.
func waitReady(ctx context.Context, base string) error {
	for {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/readyz", nil)
		if err != nil {
			return err
		}
		response, err := http.DefaultClient.Do(request)
		if err == nil {
			_ = response.Body.Close() // nothing of it is read
			if response.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// post asks one operation and gives the whole answer; errors in it are an error.
func post(ctx context.Context, url, query string, variables map[string]any) ([]byte, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var answer struct{ Errors []json.RawMessage }
	if err := json.Unmarshal(raw, &answer); err != nil || len(answer.Errors) > 0 {
		return nil, fmt.Errorf("it was answered %s", raw)
	}
	return raw, nil
}

// shown lays an answer out for people, its beginning where it is long.
func shown(answer []byte) string {
	var b bytes.Buffer
	if err := json.Indent(&b, answer, "   ", "  "); err != nil {
		return string(answer)
	}
	lines := strings.Split(b.String(), "\n")
	if len(lines) > shownLines {
		more := len(lines) - shownLines
		lines = append(lines[:shownLines], fmt.Sprintf("   … and %d more lines", more))
	}
	return "   " + strings.Join(lines, "\n")
}
