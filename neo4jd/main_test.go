package neo4jd_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// roleEnv makes the test binary, started again by a test, act as another process of creatorgraph.
const roleEnv = "NEO4JD_TEST_ROLE"

func TestMain(m *testing.M) {
	if role := os.Getenv(roleEnv); role != "" {
		if err := play(role, os.Args[1]); err != nil {
			log.Fatal(err)
		}
		return
	}
	code := m.Run()
	if err := shared.stop(); err != nil {
		log.Print(err)
		code = 1
	}
	os.Exit(code)
}

// play is what the other process does. A keeper opens the database of a data folder and keeps it until
// its input ends; an asker only tells of it; a parent starts a shell that starts a sleep.
func play(role, dataDir string) error {
	if role == "parent" {
		return neo4jd.RunShell("sleep 600 & echo grandchild=$!; wait", func(line string) { fmt.Println(line) })
	}
	ctx := context.Background()
	fmt.Println("opening")
	server, err := neo4jd.Open(ctx, small(dataDir))
	if err != nil {
		return err
	}
	fmt.Printf("open owned=%t uri=%s\n", server.Owned(), server.URI())
	if role == "keeper" {
		io.Copy(io.Discard, os.Stdin)
	}
	return server.Stop(ctx)
}

// small is a configuration for tests on a shared machine.
func small(dataDir string) neo4jd.Config {
	return neo4jd.Config{DataDir: dataDir, HeapMB: 512, PageCacheMB: 64}
}

// sharedServer is the one database of all tests that only ask it something.
type sharedServer struct {
	once   sync.Once
	dir    string
	server *neo4jd.Server
	err    error
}

var shared sharedServer

func sharedDatabase(t *testing.T) *neo4jd.Server {
	t.Helper()
	shared.once.Do(func() {
		if shared.dir, shared.err = os.MkdirTemp("", "neo4jd-"); shared.err == nil {
			shared.server, shared.err = neo4jd.Start(t.Context(), small(shared.dir))
		}
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.server
}

func (s *sharedServer) stop() error {
	defer os.RemoveAll(s.dir)
	if s.server == nil {
		return nil
	}
	return s.server.Stop(context.Background())
}

// other is the test binary in the role of another process.
type other struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
	lines *bufio.Scanner
}

func startOther(t *testing.T, role, dataDir string) *other {
	t.Helper()
	cmd := exec.Command(os.Args[0], dataDir)
	cmd.Env = append(os.Environ(), roleEnv+"="+role)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	return &other{cmd, stdin, bufio.NewScanner(stdout)}
}

// expect reads lines until one begins with prefix, and gives the rest of it.
func (o *other) expect(t *testing.T, prefix string) string {
	t.Helper()
	for o.lines.Scan() {
		if rest, ok := strings.CutPrefix(o.lines.Text(), prefix); ok {
			return rest
		}
	}
	t.Fatalf("the other process ended without saying %q", prefix)
	return ""
}
