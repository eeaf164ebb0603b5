package neo4jd

import (
	"errors"
	"fmt"
	"time"
)

// ErrNotRunning is what Join gives when no process owns the data folder.
var ErrNotRunning = errors.New("no Neo4j is running on this data folder")

// Error says what is wrong, naming the place and the value, and what to do about it.
type Error struct {
	What   string // such as `data folder "/mnt/x": not writable`
	Remedy string // a sentence a user can act on
	Cause  error  // nil when What says it all
}

// Error gives all three parts in one line; the remedy comes last.
func (e *Error) Error() string {
	text := e.What
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	if e.Remedy != "" {
		text += "; " + e.Remedy
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// HeldError is what Start and Admin give when another process owns the data folder.
type HeldError struct {
	DataDir string
	Holder  Holder
}

// Error names the holder and how to go on.
func (e *HeldError) Error() string {
	return fmt.Sprintf("data folder %q is in use by %s; stop that process, or choose another --data-dir",
		e.DataDir, e.Holder)
}

// Holder is the process that owns a data folder, as its lock file names it.
type Holder struct {
	PID     int       `json:"pid"`
	Command string    `json:"command"` // without arguments that could be secret
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
}

// String is "creatorgraph serve (process 4711 on host, since 2026-11-23T10:00:00Z)".
func (h Holder) String() string {
	if h.PID == 0 {
		return "a process that has not named itself"
	}
	return fmt.Sprintf("%s (process %d on %s, since %s)",
		h.Command, h.PID, h.Host, h.Since.UTC().Format(time.RFC3339))
}
