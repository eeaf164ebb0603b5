package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// process is a child that answers HTTP.
type process struct {
	name    string
	address string // host:port
	command *exec.Cmd
	ended   chan error
}

// startTimeout bounds a start, a database's that has to read a large market included.
const startTimeout = 3 * time.Minute

// listening is how each server says where it answers.
var listening = regexp.MustCompile(`http://([0-9.]+:[0-9]+)`)

// start runs a server, its errors going to a log in dir, and waits until it says where it answers.
func start(ctx context.Context, dir, name string, command *exec.Cmd) (*process, error) {
	path := filepath.Join(dir, name+".log")
	log, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = log.Close() }() // the child has its own
	command.Stderr = log
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &process{name: name, command: command, ended: make(chan error, 1)}
	said := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if found := listening.FindStringSubmatch(lines.Text()); found != nil && p.address == "" {
				p.address = found[1]
				said <- found[1]
			}
		}
		_, _ = io.Copy(io.Discard, out)
		p.ended <- command.Wait()
	}()
	select {
	case <-said:
		return p, nil
	case err := <-p.ended:
		p.ended <- err
		return nil, fmt.Errorf("%s ended before it answered (%w); see %s", name, err, path)
	case <-time.After(startTimeout):
		return nil, errors.Join(fmt.Errorf("%s: no answer after %s; see %s", name, startTimeout, path), p.stop())
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), p.stop())
	}
}

// ready waits until the server says that questions can be answered.
func (p *process) ready(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	for {
		if resp, err := http.Get("http://" + p.address + "/readyz"); err == nil {
			_ = resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s is not ready: %w", p.name, ctx.Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// stop asks the process to end and waits for it.
func (p *process) stop() error {
	if err := p.command.Process.Signal(syscall.SIGTERM); errors.Is(err, os.ErrProcessDone) {
		return nil
	}
	select {
	case <-p.ended:
		return nil
	case <-time.After(time.Minute):
		return errors.Join(fmt.Errorf("%s did not stop within a minute and was killed", p.name),
			p.command.Process.Kill())
	}
}

// family gives the process's id and those of its direct children that run the same program, as Node's workers do.
func (p *process) family() []int {
	pid := p.command.Process.Pid
	all := []int{pid}
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%[1]d/task/%[1]d/children", pid))
	if err != nil {
		return all
	}
	own, _ := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid))
	for _, word := range strings.Fields(string(raw)) {
		child, err := strconv.Atoi(word)
		if err != nil {
			continue
		}
		if exe, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", child)); err == nil && exe == own {
			all = append(all, child)
		}
	}
	return all
}

// resident gives the memory the process and its workers hold now, in bytes.
func (p *process) resident() int64 {
	var sum int64
	for _, pid := range p.family() {
		raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
		if err != nil {
			continue
		}
		if fields := strings.Fields(string(raw)); len(fields) > 1 {
			pages, _ := strconv.ParseInt(fields[1], 10, 64)
			sum += pages * int64(os.Getpagesize())
		}
	}
	return sum
}

// clockTick is what /proc counts processor time in; Linux has shown it as 100 a second on every machine.
const clockTick = 10 * time.Millisecond

// busy gives the processor time that processes have used so far.
func busy(pids ...int) time.Duration {
	var ticks int64
	for _, pid := range pids {
		raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			continue
		}
		// The command's name, in brackets, may hold spaces; what follows it does not.
		_, rest, _ := strings.Cut(string(raw), ") ")
		if fields := strings.Fields(rest); len(fields) > 12 {
			user, _ := strconv.ParseInt(fields[11], 10, 64)
			system, _ := strconv.ParseInt(fields[12], 10, 64)
			ticks += user + system
		}
	}
	return time.Duration(ticks) * clockTick
}
