package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Server is a running database: one that this process started and owns, or one it has joined.
// Its methods may be called from several goroutines.
type Server struct {
	access  access
	dataDir string

	done chan struct{}
	err  error // why it ended unasked; written before done closes

	own  *owned             // nil when joined
	part context.CancelFunc // ends the watch of a joined one; nil when owned
}

// owned holds what only the owner has.
type owned struct {
	process *process
	lock    *os.File
	archive archive
	timeout time.Duration
	asked   sync.Once
	asking  chan struct{} // closed when Stop was called, so that the end is no crash
}

// URI is neo4j://127.0.0.1:<port>.
func (s *Server) URI() string { return s.access.uri }

// User is the user's name.
func (s *Server) User() string { return User }

// Password is the user's password, made for this data folder alone.
func (s *Server) Password() string { return s.access.password }

// Env gives NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD as "KEY=value", for a child that is to use the
// same database.
func (s *Server) Env() []string { return s.access.env() }

// Owned reports whether this process started the database, rather than joined it.
func (s *Server) Owned() bool { return s.own != nil }

// DataDir is the absolute data folder.
func (s *Server) DataDir() string { return s.dataDir }

// Done is closed when the database has ended: stopped, crashed, or, when joined, left by its owner.
func (s *Server) Done() <-chan struct{} { return s.done }

// Err says, once Done is closed, why the database ended without Stop: an *Error with Neo4j's last lines,
// or nil after Stop.
func (s *Server) Err() error {
	select {
	case <-s.done:
		return s.err
	default:
		return nil
	}
}

// WritesArchive tells whether the stop of an owned database will write the archive of classes that shortens later starts.
func (s *Server) WritesArchive() bool {
	if s.own == nil {
		return false
	}
	_, err := os.Stat(s.own.archive.file)
	return err != nil
}

// Stop ends an owned database and returns when its store is closed and the lock is free; a joined one is
// left running. Neo4j gets until Config.StopTimeout or the end of ctx, and is then killed, which is an
// error though no data is lost: the next start recovers. A second Stop waits for the first.
func (s *Server) Stop(ctx context.Context) error {
	if s.own == nil {
		s.part()
		<-s.done
		return nil
	}
	select {
	case <-s.done: // by itself; the folder may be another owner's by now
		return nil
	default:
	}
	s.own.asked.Do(func() {
		close(s.own.asking)
		os.Remove(envFile(s.dataDir)) // before the end begins, so that nobody joins it
		s.own.process.interrupt()
	})
	ctx, cancel := context.WithTimeoutCause(ctx, s.own.timeout,
		fmt.Errorf("it did not close its store within %s", s.own.timeout))
	defer cancel()
	select {
	case <-s.done:
		return nil
	case <-ctx.Done():
	}
	s.own.process.kill()
	<-s.done
	return &Error{
		What:   fmt.Sprintf("Neo4j on %q was killed", s.dataDir),
		Cause:  context.Cause(ctx),
		Remedy: "nothing is lost; the next start takes longer, since it recovers",
	}
}

// see waits for the end of an owned database and cleans up after it.
func (s *Server) see() {
	<-s.own.process.done
	os.Remove(envFile(s.dataDir))
	select {
	case <-s.own.asking:
		s.own.archive.keep(endedOrderly(s.own.process.err))
	default:
		s.own.archive.keep(false)
		s.err = &Error{
			What: fmt.Sprintf("Neo4j on %q ended by itself (%v); its last lines:\n%s", s.dataDir,
				s.own.process.err, strings.Join(s.own.process.output.tail(), "\n")),
			Remedy: "start it again; " + s.dataDir + "/logs tells more",
		}
	}
	s.own.lock.Close()
	close(s.done)
}

// endedOrderly reports whether Java came to its own end after SIGTERM, for which it gives 143.
func endedOrderly(err error) bool {
	var exit interface{ ExitCode() int }
	return err == nil || errors.As(err, &exit) && exit.ExitCode() == 128+int(syscall.SIGTERM)
}
