package neo4jd

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// watchScript waits for the end of its input, which comes when the process that holds the pipe's other
// end is gone, however it went; then it kills its process group, itself included.
const watchScript = "read line; kill -KILL 0"

const (
	tailLines = 40       // of a child's last lines are kept to explain its death
	maxLine   = 64 << 10 // bytes; a longer line is cut there
)

// process is a child that does not outlive this process.
type process struct {
	cmd      *exec.Cmd
	watchdog *exec.Cmd
	pipe     *os.File // its closing, by us or by our death, sets off the watchdog
	output   *lines
	done     chan struct{} // closed when the child has ended
	err      error         // how it ended; read after done
}

// startProcess starts cmd, its lines going to onLine. Watchdog and child share a process group that is
// not ours; the watchdog is there first, so there is no moment at which the child stands alone.
func startProcess(cmd *exec.Cmd, onLine func(string)) (*process, error) {
	read, write, err := os.Pipe() // close-on-exec: no child holds the writing end
	if err != nil {
		return nil, err
	}
	defer read.Close()
	watchdog := exec.Command("/bin/sh", "-c", watchScript)
	watchdog.Stdin = read
	leadGroup(watchdog)
	if err := watchdog.Start(); err != nil {
		write.Close()
		return nil, fmt.Errorf("watchdog: %w", err)
	}
	p := &process{cmd: cmd, watchdog: watchdog, pipe: write, output: &lines{onLine: onLine}, done: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = p.output, p.output
	cmd.WaitDelay = time.Second
	joinGroup(cmd, watchdog.Process.Pid)

	started := make(chan error)
	go p.run(started)
	if err := <-started; err != nil {
		return nil, err
	}
	return p, nil
}

// run starts the child and sees its end, all on one thread: the kernel counts the death of the thread
// that forked as the death of the parent.
func (p *process) run(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(p.done)
	err := p.cmd.Start()
	if err == nil {
		started <- nil
		p.err = p.cmd.Wait()
		p.output.flush()
	}
	p.kill() // the watchdog, and whatever the child has left behind
	p.watchdog.Wait()
	p.pipe.Close()
	if err != nil {
		started <- err
	}
}

// interrupt asks the child to end.
func (p *process) interrupt() { p.cmd.Process.Signal(syscall.SIGTERM) }

// kill ends the child and all it started. The group's number is the watchdog's, and stays ours until
// run has waited for the watchdog.
func (p *process) kill() {
	select {
	case <-p.done:
	default:
		killGroup(p.watchdog.Process.Pid)
	}
}

// lines cuts what is written to it into lines, hands each on and keeps the last ones.
type lines struct {
	onLine func(string)

	mu      sync.Mutex
	partial []byte
	last    []string
}

// Write never fails.
func (l *lines) Write(text []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.partial = append(l.partial, text...)
	for {
		line, rest, whole := bytes.Cut(l.partial, []byte{'\n'})
		if !whole && len(line) < maxLine {
			return len(text), nil
		}
		l.add(strings.TrimRight(string(line), "\r"))
		l.partial = rest
	}
}

// flush hands on a last line without an end.
func (l *lines) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.partial) > 0 {
		l.add(string(l.partial))
		l.partial = nil
	}
}

func (l *lines) add(line string) {
	l.last = append(l.last, line)
	if len(l.last) > tailLines {
		l.last = l.last[1:]
	}
	l.onLine(line)
}

// tail gives the last lines, oldest first.
func (l *lines) tail() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.last...)
}
