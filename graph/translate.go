package graph

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// This file alone knows the driver's errors: what they mean to us, and whether trying again may help.

// answers says what the errors that the database answers with mean: the first whose part is in the error's code.
var answers = []struct {
	part   string
	kind   Kind
	what   string
	remedy string // if not the kind's
}{
	{"TransactionTimedOut", Timeout, tookLonger, ""},
	{"LockClientStopped", Timeout, tookLonger, ""},
	{"Transaction.Terminated", Timeout, tookLonger, ""},
	{"Neo.ClientError.Security.", Unauthorized, "the database refuses the user or password", ""},
	{"InvalidBookmark", Invalid, "the bookmark is not one of this database", withoutBookmark},
	{"OutOfMemory", TooLarge, "the question needs more memory than the database allows", ""},
	{"Neo.TransientError.", Unavailable, noAnswer, ""},
	{"Neo.ClientError.Cluster.", Unavailable, noAnswer, ""},
	{"DatabaseUnavailable", Unavailable, noAnswer, ""},
	{"DatabaseNotFound", Unavailable, noAnswer, ""},
}

const (
	tookLonger      = "the question took longer than its time limit"
	gaveUp          = "the request was given up"
	noAnswer        = "the database does not answer"
	withoutBookmark = "ask again without it"
)

// interpret turns the driver's errors, and only those, into ours; none stays none.
func interpret(ctx context.Context, err error) error {
	var ours *Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	if db, ok := answered(err); ok {
		return translate(db.Code, err)
	}
	var usage *neo4j.UsageError
	var auth *neo4j.TokenExpiredError
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return caused(Cancelled, gaveUp, err)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return caused(Timeout, tookLonger, err)
	case neo4j.IsConnectivityError(err), neo4j.IsTransactionExecutionLimit(err):
		return caused(Unavailable, noAnswer, err)
	case errors.As(err, &auth):
		return &Error{Unauthorized, "the database refuses the credentials", "renew them", err}
	case errors.As(err, &usage):
		return &Error{Internal, "the database driver was used wrongly", "", err}
	}
	return err
}

func translate(code string, err error) error {
	for _, a := range answers {
		if !strings.Contains(code, a.part) {
			continue
		}
		if a.remedy != "" {
			return &Error{a.kind, a.what, a.remedy, err}
		}
		return caused(a.kind, a.what, err)
	}
	return &Error{Internal, "the database could not run a statement", "", err}
}

// caused makes an Error with its kind's remedy.
func caused(kind Kind, what string, cause error) error {
	return &Error{kind, what, kind.Remedy(), cause}
}

// answered finds an error that the database itself answered with, anywhere in a chain.
func answered(err error) (*neo4j.Neo4jError, bool) {
	var db *neo4j.Neo4jError
	ok := errors.As(err, &db)
	return db, ok
}

// isRetryable says whether an error of the driver's, as it gave it, may be gone the next time.
func isRetryable(err error) bool { return neo4j.IsRetryable(err) }

// isPassing finds an error that may be gone the next time, in what the work of a transaction gave: it may have
// wrapped it.
func isPassing(err error) bool {
	var connection *neo4j.ConnectivityError
	return isUncommitted(err) || errors.As(err, &connection)
}

// isUncommitted finds a passing error of a database that answered, and so has not committed: of one that broke off
// nobody knows.
func isUncommitted(err error) bool {
	db, ok := answered(err)
	return ok && neo4j.IsRetryable(db)
}

// isUndone says whether the database took a transaction back so that another could go on.
func isUndone(err error) bool {
	db, ok := answered(err)
	return ok && strings.HasSuffix(db.Code, ".DeadlockDetected")
}

// unreached tells of a bookmark that the database refuses or does not reach in time.
func unreached(cause error) error {
	return &Error{Invalid, "the bookmark is of a state that this database has not reached", withoutBookmark, cause}
}

var (
	// drawing is the statement that Neo4j repeats below its message, with a mark at the place.
	drawing = regexp.MustCompile(`(?s)\n".*$`)
	place   = regexp.MustCompile(` ?\(line (\d+), column (\d+) \(offset: \d+\)\)`)
)

// blamed is interpret for errors that the statement's author can mend: they get Neo4j's message and the
// place in their text.
func blamed(ctx context.Context, err error) error {
	db, ok := answered(err)
	switch {
	case !ok:
		return interpret(ctx, err)
	case strings.HasSuffix(db.Code, ".AccessMode"):
		return refuse("it writes")
	case !strings.HasPrefix(db.Code, "Neo.ClientError.Statement.") &&
		!strings.HasPrefix(db.Code, "Neo.ClientError.Procedure."):
		return interpret(ctx, err)
	}
	where, message := "", drawing.ReplaceAllString(db.Msg, "")
	if m := place.FindStringSubmatch(message); m != nil {
		column, _ := strconv.Atoi(m[2])
		if m[1] == "1" { // the plan is always asked for first
			column = max(column-len(explainWord), 1)
		}
		where = fmt.Sprintf(", line %s, column %d", m[1], column)
		message = strings.TrimSpace(place.ReplaceAllString(message, ""))
	}
	return Errorf(Invalid, "mend it and ask again", "the statement%s: %s", where, strings.TrimSuffix(message, "."))
}
