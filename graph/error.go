package graph

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Kind is what sort of trouble an Error is: a closed list, each with its GraphQL code and HTTP
// status in kinds.
type Kind int

// The kinds of trouble.
const (
	Internal     Kind = iota // our fault or one we cannot name; its cause is logged, never shown
	Invalid                  // the input cannot be used as it is
	NotFound                 // what was named does not exist
	Conflict                 // it contradicts what is there
	Timeout                  // it took longer than it was allowed to
	Unavailable              // the database does not answer
	Unauthorized             // the database refuses our credentials
	TooLarge                 // it asks for more than a limit allows
)

var kinds = map[Kind]struct {
	code   string
	status int
}{
	Internal:     {"INTERNAL_SERVER_ERROR", http.StatusInternalServerError},
	Invalid:      {"BAD_USER_INPUT", http.StatusBadRequest},
	NotFound:     {"NOT_FOUND", http.StatusNotFound},
	Conflict:     {"CONFLICT", http.StatusConflict},
	Timeout:      {"TIMEOUT", http.StatusGatewayTimeout},
	Unavailable:  {"SERVICE_UNAVAILABLE", http.StatusServiceUnavailable},
	Unauthorized: {"SERVICE_UNAVAILABLE", http.StatusServiceUnavailable},
	TooLarge:     {"LIMIT_EXCEEDED", http.StatusBadRequest},
}

// Code is the stable word a GraphQL client finds in extensions.code.
func (k Kind) Code() string { return kinds[k].code }

// Status is the HTTP status that fits when the whole request failed for this.
func (k Kind) Status() int { return kinds[k].status }

// Error is the house's one error type: what went wrong with which thing, how to mend it, and the
// cause, which is for the log alone.
type Error struct {
	Kind   Kind
	What   string // the place and value, as the user knows them
	Remedy string // what the user can do; may be empty
	Cause  error
}

// Error gives the place, the remedy and the cause, for logs and the command line.
func (e *Error) Error() string {
	s := e.Message()
	if e.Cause != nil {
		s += ": " + e.Cause.Error()
	}
	return s
}

// Message is what a client may read: place and remedy, no cause.
func (e *Error) Message() string {
	if e.Remedy == "" {
		return e.What
	}
	return e.What + "; " + e.Remedy
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an Error of a kind; a %w at the end becomes its cause and is left out of the message
// shown.
func Errorf(kind Kind, remedy, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	what, cause := err.Error(), errors.Unwrap(err)
	if cause != nil {
		what = strings.TrimSuffix(strings.TrimSuffix(what, cause.Error()), ": ")
	}
	return &Error{Kind: kind, What: what, Remedy: remedy, Cause: cause}
}

// KindOf finds the kind of an error anywhere in its chain; what is not ours is Internal.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// How many characters Brief leaves at a text's beginning and end.
const (
	briefStart = 700
	briefEnd   = 200
)

// Brief leaves of a long message its beginning and its end, where the remedy stands: a value that a client sent is
// not sent back to it whole.
func Brief(message string) string {
	if len(message) <= briefStart+briefEnd {
		return message
	}
	runes := []rune(message)
	left := len(runes) - briefStart - briefEnd
	if left <= 0 {
		return message
	}
	return fmt.Sprintf("%s… (%d more characters) …%s", string(runes[:briefStart]), left, string(runes[len(runes)-briefEnd:]))
}
