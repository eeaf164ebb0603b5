//go:build linux

package neo4jd_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// neo4jOf finds the Neo4j of a data folder among all processes, 0 when there is none.
func neo4jOf(t *testing.T, dataDir string) int {
	t.Helper()
	commands, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range commands {
		command, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(command), "--home-dir="+dataDir+"\x00") {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		if err != nil {
			t.Fatal(err)
		}
		return pid
	}
	return 0
}

// eventually polls until ok, and fails the test when its time is up.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for !ok() {
		if time.Now().After(deadline) {
			t.Fatalf("still not: %s", what)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// An owner killed with SIGKILL takes Neo4j along, whether it answered already or was just starting; what
// the owner left behind keeps nobody from starting again, with the data that was there. An owner whose
// Neo4j was killed is told, with Neo4j's last lines.
func TestNeo4jDiesWithItsOwner(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	starting := startOther(t, "keeper", dir)
	starting.expect(t, "opening")
	eventually(t, "Neo4j is starting", func() bool { return neo4jOf(t, dir) != 0 })
	if err := starting.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the starting Neo4j is gone", func() bool { return neo4jOf(t, dir) == 0 })

	running := startOther(t, "keeper", dir)
	running.expect(t, "open owned=true")
	joined, err := neo4jd.Join(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	ask(t, joined, "CREATE (:Kept {name: 'before the kill'})")
	if err := running.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the running Neo4j is gone", func() bool { return neo4jOf(t, dir) == 0 })
	<-joined.Done()
	if joined.Err() == nil {
		t.Error("who had joined was not told that the owner is gone")
	}

	server := start(t, dir)
	if got := ask(t, server, "MATCH (k:Kept) RETURN k.name"); got != "before the kill" {
		t.Errorf("after the kill: %v", got)
	}
	if err := syscall.Kill(neo4jOf(t, dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-server.Done()
	var told *neo4jd.Error
	if err := server.Err(); !errors.As(err, &told) || !strings.Contains(err.Error(), "Started.") {
		t.Errorf("got %v, want an *Error with Neo4j's last lines", err)
	}
	if _, err := neo4jd.Join(t.Context(), dir); !errors.Is(err, neo4jd.ErrNotRunning) {
		t.Errorf("joining the dead gave %v, want ErrNotRunning", err)
	}
}

// Whatever a child has started dies, too, when this process is killed. The kernel's own help reaches only
// the child, so this shows that the watchdog works, which is all there is on macOS.
func TestGrandchildrenDieWithTheirOwner(t *testing.T) {
	t.Parallel()

	parent := startOther(t, "parent", "")
	pid, err := strconv.Atoi(parent.expect(t, "grandchild="))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, 0); err != nil {
		t.Fatalf("the grandchild is not there: %v", err)
	}
	if err := parent.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the grandchild is gone", func() bool {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		return err != nil || strings.Contains(string(status), ") Z ") // dead, not yet waited for by init
	})
}

// Of two processes that open a folder at the same time one starts the database and the other waits for it.
func TestTwoOpenAtOnce(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	one, two := startOther(t, "keeper", dir), startOther(t, "keeper", dir)
	first, second := one.expect(t, "open owned="), two.expect(t, "open owned=")
	ownedOne, uriOne, _ := strings.Cut(first, " ")
	ownedTwo, uriTwo, _ := strings.Cut(second, " ")
	if ownedOne == ownedTwo || uriOne != uriTwo {
		t.Errorf("got %q and %q, want one owner and one database", first, second)
	}
	for _, process := range []*other{one, two} {
		process.stdin.Close()
		if err := process.cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
}
