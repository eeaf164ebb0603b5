package graph

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Each kind has its row, its status is the one its code stands for or that of HTTP alone, and clients find its code in
// the guide.
func TestKindsHaveRows(t *testing.T) {
	t.Parallel()

	guide, err := os.ReadFile("../docs/guides/front-end.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(kinds) != int(Busy)+1 {
		t.Fatalf("%d rows for %d kinds", len(kinds), Busy+1)
	}
	ofHTTP := []Kind{Forbidden, NoSuchPath, MethodNotAllowed, NotAcceptable, UnsupportedMedia, BodyTooLarge, Busy}
	for kind := Internal; kind <= Busy; kind++ {
		if kind.Code() == "" || kind.Status() == 0 {
			t.Errorf("kind %d has no code or no status", kind)
		}
		if !strings.Contains(string(guide), "`"+kind.Code()+"`") {
			t.Errorf("docs/guides/front-end.md does not have %s", kind.Code())
		}
		if got := StatusOf(kind.Code()); got != kind.Status() && !slices.Contains(ofHTTP, kind) {
			t.Errorf("%s stands for %d, its kind for %d", kind.Code(), got, kind.Status())
		}
	}
	if got := StatusOf("SOMETHING_ELSE"); got != 500 {
		t.Errorf("an unknown code stands for %d", got)
	}
}

// What the database answers with is told in our words, with its kind's remedy; what is ours already stays.
func TestInterpretTranslatesCodes(t *testing.T) {
	t.Parallel()

	for code, want := range map[string]struct {
		kind    Kind
		message string
	}{
		"Neo.ClientError.Transaction.TransactionTimedOut": {Timeout,
			"the question took longer than its time limit; ask for less at once or narrow the filter"},
		"Neo.TransientError.Transaction.LockClientStopped": {Timeout,
			"the question took longer than its time limit; ask for less at once or narrow the filter"},
		"Neo.ClientError.Security.Unauthorized": {Unauthorized,
			"the database refuses the user or password; check NEO4J_USER and NEO4J_PASSWORD"},
		"Neo.ClientError.Transaction.InvalidBookmark": {Invalid,
			"the bookmark is not one of this database; ask again without it"},
		"Neo.TransientError.General.MemoryPoolOutOfMemoryError": {TooLarge,
			"the question needs more memory than the database allows; ask for fewer rows or narrow the filter"},
		"Neo.TransientError.Transaction.DeadlockDetected": {Unavailable,
			"the database does not answer; try again shortly"},
		"Neo.ClientError.Cluster.NotALeader":        {Unavailable, "the database does not answer; try again shortly"},
		"Neo.ClientError.Database.DatabaseNotFound": {Unavailable, "the database does not answer; try again shortly"},
		"Neo.ClientError.Statement.SyntaxError":     {Internal, "the database could not run a statement"},
	} {
		cause := &neo4j.Neo4jError{Code: code, Msg: "secret"}
		var ours *Error
		if err := interpret(t.Context(), cause); !errors.As(err, &ours) {
			t.Errorf("%s is told as %v", code, err)
			continue
		}
		if ours.Kind != want.kind || ours.Message() != want.message || !errors.Is(ours, cause) {
			t.Errorf("%s is told as kind %d, %q, want kind %d, %q", code, ours.Kind, ours.Message(), want.kind, want.message)
		}
	}
	over, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	if err := interpret(over, over.Err()); KindOf(err) != Timeout {
		t.Errorf("a deadline is told as %v", err)
	}
	mine := Errorf(NotFound, "", "no thing")
	if err := interpret(t.Context(), mine); err != error(mine) || interpret(t.Context(), nil) != nil {
		t.Errorf("what is ours is told as %v", err)
	}
}
