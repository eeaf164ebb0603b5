//go:build linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

const (
	killTimeLimit = 5 * time.Second // of a request, as serve is told
	killPatience  = 6 * time.Minute // for a database that starts on a busy machine
	rightAnswer   = "right"
)

// Two servers share one embedded database, which is killed three times while eight clients ask. Each
// answer is right or says within the time limit that there is none; after each kill right answers come
// again without anybody's doing. `go test -v` shows the figures of docs/figures.md.
func TestServeOutlivesItsDatabase(t *testing.T) {
	t.Parallel()

	dataDir := t.TempDir()
	servers := []string{serveCommandLine(t, dataDir), serveCommandLine(t, dataDir)} // the second joins
	for _, base := range servers {
		expectReady(t, base, http.StatusOK)
	}
	load := askAllTheTime(t, servers, 4, drawCreator(t, dataDir))
	for kill := 1; kill <= 3; kill++ {
		load.take()
		if err := syscall.Kill(neo4jOf(t, dataDir), syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		killed := time.Now()
		for _, base := range servers {
			expectReady(t, base, http.StatusServiceUnavailable)
		}
		for i, base := range servers {
			for load.ask(base) != rightAnswer {
				if t.Failed() || time.Since(killed) > killPatience {
					t.Fatalf("kill %d: %s does not answer again", kill, base)
				}
				time.Sleep(20 * time.Millisecond)
			}
			t.Logf("kill %d: server %d answers again after %.1f s", kill, i+1, time.Since(killed).Seconds())
			expectReady(t, base, http.StatusOK)
		}
		t.Logf("kill %d: answers by code: %v", kill, load.take())
	}
}

// drawCreator puts a creator into the folder's running database and gives her key.
func drawCreator(t *testing.T, dataDir string) string {
	t.Helper()

	env := &environment{dataDir: dataDir, log: slog.New(slog.DiscardHandler)}
	db, err := env.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.close(env.log) })
	return graphtest.Draw(t, db.Store, `(ann:Creator {followers: 1000})`).Key("ann")
}

// asking is clients that ask for one creator over and over.
type asking struct {
	t      *testing.T
	client http.Client
	key    string

	mu    sync.Mutex
	codes map[string]int
}

// askAllTheTime starts so many clients of each server; they stop when the test ends.
func askAllTheTime(t *testing.T, servers []string, clients int, key string) *asking {
	t.Helper()

	a := &asking{t: t, key: key, codes: map[string]int{}, client: http.Client{Timeout: 2 * killTimeLimit}}
	for _, base := range servers {
		if code := a.ask(base); code != rightAnswer {
			t.Fatalf("before any kill the answer is %s", code)
		}
	}
	var stopped atomic.Bool
	var group sync.WaitGroup
	for _, base := range servers {
		for range clients {
			group.Go(func() {
				for !stopped.Load() {
					a.ask(base)
				}
			})
		}
	}
	t.Cleanup(func() {
		stopped.Store(true)
		group.Wait()
	})
	return a
}

// ask asks once, gives the answer's code, and fails the test unless it is right or an honest refusal.
func (a *asking) ask(base string) string {
	question := fmt.Sprintf(`{"query": "{creator(key: \"%s\") {key followers}}"}`, a.key)
	response, err := a.client.Post(base+"/graphql", "application/json", strings.NewReader(question))
	if err != nil { // the client's patience has ended, too
		a.t.Error(err)
		return ""
	}
	defer response.Body.Close()
	var answer struct {
		Data   struct{ Creator creatorAnswer }
		Errors []struct{ Extensions struct{ Code string } }
	}
	raw, err := io.ReadAll(response.Body)
	if err == nil {
		err = json.Unmarshal(raw, &answer)
	}
	code := rightAnswer
	switch {
	case err != nil:
		a.t.Errorf("answer %q: %v", raw, err)
		return ""
	case len(answer.Errors) > 0:
		code = answer.Errors[0].Extensions.Code
		if code != "SERVICE_UNAVAILABLE" && code != "TIMEOUT" {
			a.t.Errorf("%s: %s", response.Status, raw)
		}
	case answer.Data.Creator != (creatorAnswer{a.key, 1000}):
		a.t.Errorf("wrong answer: %s", raw)
		return ""
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.codes[code]++
	return code
}

type creatorAnswer struct {
	Key       string
	Followers int
}

// take gives how many answers there were by code since it was last called.
func (a *asking) take() map[string]int {
	a.mu.Lock()
	defer a.mu.Unlock()
	codes := a.codes
	a.codes = map[string]int{}
	return codes
}

// serveCommandLine runs serve until the test ends, which it must live to see, and gives its address.
func serveCommandLine(t *testing.T, dataDir string) string {
	t.Helper()

	ctx, stop := context.WithCancel(context.Background())
	out, write := io.Pipe()
	ended := make(chan int, 1)
	var log lockedBuffer
	go func() {
		ended <- run(ctx, []string{"serve", "--listen", "127.0.0.1:0", "--warm-up", "0", "--timeout", killTimeLimit.String(),
			"--neo4j-uri", "", "--data-dir", dataDir, "--neo4j-heap-mb", "512"}, write, &log)
		write.Close()
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != 0 {
			t.Errorf("serve ended with exit code %d", code)
		}
		if t.Failed() {
			t.Log(log.String())
		}
	})
	return addressSaid(t, out)
}

// addressSaid reads the address that serve prints on its first line.
func addressSaid(t *testing.T, out io.Reader) string {
	t.Helper()

	line, err := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://[0-9.:]+`).FindString(line)
	if err != nil || address == "" {
		t.Fatalf("serve said %q (%v)", line, err)
	}
	return address
}

// expectReady waits until /readyz gives a status.
func expectReady(t *testing.T, base string, want int) {
	t.Helper()

	var got int
	for deadline := time.Now().Add(killPatience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		response, err := http.Get(base + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got = response.StatusCode; got == want {
			return
		}
	}
	t.Fatalf("%s/readyz is %d, want %d", base, got, want)
}

// neo4jOf finds the Neo4j of a data folder among all processes.
func neo4jOf(t *testing.T, dataDir string) int {
	t.Helper()

	commands, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range commands {
		command, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(command), "--home-dir="+dataDir+"\x00") {
			continue // another's, or ended by now
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil {
			t.Fatal(err)
		}
		return pid
	}
	t.Fatalf("no Neo4j runs on %s", dataDir)
	return 0
}

// lockedBuffer keeps what several goroutines log.
type lockedBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
