package graph

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Kind is what sort of trouble an Error is: a closed list, each with its GraphQL code, HTTP status and remedy in
// kinds.
type Kind int

// The kinds of trouble.
const (
	Internal     Kind = iota // our fault or one we cannot name; its cause is logged, never shown
	Invalid                  // the input cannot be used as it is
	NotFound                 // what was named does not exist
	Conflict                 // it contradicts what is there
	Timeout                  // it took longer than it was allowed to
	Cancelled                // whoever asked waits no longer
	Unavailable              // the database does not answer
	Unauthorized             // the database refuses our credentials
	TooLarge                 // it asks for more than a limit allows
	NullValue                // the graph lacks a value that the schema promises

	// Of documents.
	Syntax       // the document is not GraphQL
	Validation   // the document does not fit the schema, or its operation cannot be told
	NotPersisted // no document with this hash was sent before
	NotTrusted   // the document is not one of those that the operator trusts

	// Of HTTP requests: input that HTTP has statuses of its own for.
	Forbidden        // who asks may not ask this
	NoSuchPath       // the path leads nowhere
	MethodNotAllowed // the method does not fit what is asked
	NotAcceptable    // the answer has none of the media types accepted
	UnsupportedMedia // the body is of a media type that cannot be read
	BodyTooLarge     // the body is longer than a limit allows
	Busy             // as many connections are open as a limit allows
)

// kinds has a row for each Kind. Of kinds that share a code the first one's status is the code's (see StatusOf).
var kinds = [...]struct {
	code   string
	status int
	remedy string // what helps where an Error says nothing more specific; may be empty
	logged bool   // the operator has to know the cause
}{
	Internal:     {"INTERNAL_SERVER_ERROR", http.StatusInternalServerError, "report it with the request id", true},
	Invalid:      {"BAD_USER_INPUT", http.StatusBadRequest, "", false},
	NotFound:     {"NOT_FOUND", http.StatusNotFound, "use an id as the API gave it", false},
	Conflict:     {"CONFLICT", http.StatusConflict, "", false},
	Timeout:      {"TIMEOUT", http.StatusGatewayTimeout, "ask for less at once or narrow the filter", false},
	Cancelled:    {"CANCELLED", 499, "ask again", false}, // nginx's status for it; HTTP has none
	Unavailable:  {"SERVICE_UNAVAILABLE", http.StatusServiceUnavailable, "try again shortly", true},
	Unauthorized: {"SERVICE_UNAVAILABLE", http.StatusServiceUnavailable, "check NEO4J_USER and NEO4J_PASSWORD", true},
	TooLarge:     {"LIMIT_EXCEEDED", http.StatusBadRequest, "ask for fewer rows or narrow the filter", false},
	NullValue:    {"NULL_VALUE", http.StatusOK, "", false},

	// Clients know the first two codes from gqlgen, and the third one, its message and its status from Apollo's
	// protocol: some take any status but 200 for the network's fault.
	Syntax:       {"GRAPHQL_PARSE_FAILED", http.StatusBadRequest, "", false},
	Validation:   {"GRAPHQL_VALIDATION_FAILED", http.StatusBadRequest, "", false},
	NotPersisted: {"PERSISTED_QUERY_NOT_FOUND", http.StatusOK, "send the query's text once, together with its hash", false},
	NotTrusted: {"DOCUMENT_NOT_TRUSTED", http.StatusForbidden,
		"ask one of them by its id, hash or exact text, or have the operator add it", false},

	Forbidden:        {"BAD_USER_INPUT", http.StatusForbidden, "", false},
	NoSuchPath:       {"BAD_USER_INPUT", http.StatusNotFound, "", false},
	MethodNotAllowed: {"BAD_USER_INPUT", http.StatusMethodNotAllowed, "send GET or POST", false},
	NotAcceptable:    {"BAD_USER_INPUT", http.StatusNotAcceptable, "", false},
	UnsupportedMedia: {"BAD_USER_INPUT", http.StatusUnsupportedMediaType, "send Content-Type: application/json", false},
	BodyTooLarge: {"LIMIT_EXCEEDED", http.StatusRequestEntityTooLarge,
		"send long lists in several requests, or have the operator raise --max-body", false},
	Busy: {"LIMIT_EXCEEDED", http.StatusServiceUnavailable, "close one or connect again later", false},
}

// Code is the stable word a GraphQL client finds in extensions.code.
func (k Kind) Code() string { return kinds[k].code }

// Status is the HTTP status that fits when the whole request failed for this.
func (k Kind) Status() int { return kinds[k].status }

// Remedy is what helps against this kind of trouble where nothing more specific is known; may be empty.
func (k Kind) Remedy() string { return kinds[k].remedy }

// IsLogged says whether the cause of this kind of trouble is for the operator's log.
func (k Kind) IsLogged() bool { return kinds[k].logged }

// StatusOf is the HTTP status of a request that failed as a whole with a code; a code of nobody's is a fault of ours.
func StatusOf(code string) int {
	for _, k := range kinds {
		if k.code == code {
			return k.status
		}
	}
	return http.StatusInternalServerError
}

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
