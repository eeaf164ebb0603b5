package graph

import (
	"context"
	"errors"
	"regexp"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/readonly"
)

// AskParams is a statement that somebody else wrote, and what its answer may cost. All must be above zero.
type AskParams struct {
	Statement Statement
	Rows      int           // rows that are given at most; the others are not read
	Bytes     int           // of the values given, about as long as they are in JSON
	Time      time.Duration // until the database ends it
}

// Table is the answer to a statement: values are what JSON has (see Plain).
type Table struct {
	Columns   []string
	Times     []string // for each column Date or DateTime, or [Date] or [DateTime], where that is all it holds; else empty
	Rows      [][]any  // each as long as Columns
	Truncated bool     // there were more rows, or more bytes, than asked for
	Warnings  []string // what the database warns of, such as a label that does not exist
	Took      time.Duration
}

// fetched is how many rows the database sends at once: few, since most of a cut answer is never read.
const fetched = 100

// Ask runs a statement that only reads, whatever its author wanted: it passes readonly.Inspect, its plan
// holds no operator but those that read, its session may not write, and its transaction is rolled back.
// The error is Invalid with the place in the statement where that is to blame, Timeout or TooLarge where it
// took more than it may.
func (s *Store) Ask(ctx context.Context, p AskParams) (Table, error) {
	if err := inspected(p.Statement.Text); err != nil {
		return Table{}, err
	}
	begun := time.Now()
	// The database ends the statement by itself and tells why; the context is for one that does not answer.
	ctx, cancel := context.WithTimeout(ctx, p.Time+time.Second)
	defer cancel()
	table, err := s.askApart(ctx, p)
	table.Took = time.Since(begun)
	err = blamed(ctx, err)
	s.observe(Observation{Text: p.Statement.Text, Took: table.Took, Err: err})
	return table, err
}

// wired is how many bytes the database may send for a byte of JSON: rows that are cut were sent, too.
const wired = 2

// askApart asks on a connection of its own, which ends when too much comes by it.
func (s *Store) askApart(ctx context.Context, p AskParams) (Table, error) {
	way, err := newRelay(ctx, s.config, int64(p.Bytes)*wired+1<<20)
	if err != nil {
		return Table{}, err
	}
	defer way.close()
	c := s.config
	c.URI, c.Address, c.Connections = way.uri(), nil, 1
	driver, err := newDriver(c)
	if err != nil {
		return Table{}, err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }() // what matters was read
	session := profiling(ctx, driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead,
		DatabaseName: s.database, FetchSize: fetched, NotificationsMinSeverity: notifications.WarningLevel,
		Bookmarks: neo4j.BookmarksFromRawValues(bookmarksOf(ctx).Marks()...)}))
	defer closeSession(ctx, session)
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(limit(ctx, p.Time)))
	if err != nil {
		return Table{}, err
	}
	defer rollback(ctx, tx)
	table, err := ask(ctx, tx, p)
	if err == nil || !way.full.Load() {
		return table, err
	}
	if len(table.Rows) == 0 {
		return Table{}, tooLarge(p)
	}
	table.Truncated = true
	return table, nil
}

func tooLarge(p AskParams) error {
	return Errorf(TooLarge, "return less of it", "a single row is larger than %d bytes", p.Bytes)
}

func inspected(text string) error {
	var refused *cypher.Error
	if errors.As(readonly.Inspect(text), &refused) {
		return Errorf(Invalid, refused.Remedy, "the statement, line %d, column %d: %s",
			refused.Line, refused.Column, refused.What)
	}
	return nil
}

func ask(ctx context.Context, tx neo4j.ExplicitTransaction, p AskParams) (table Table, err error) {
	warned, err := planned(ctx, tx, p.Statement)
	if err != nil {
		return Table{}, err
	}
	result, err := tx.Run(ctx, p.Statement.Text, p.Statement.Params)
	if err != nil {
		return Table{}, err
	}
	columns, err := result.Keys()
	if err != nil {
		return Table{}, err
	}
	room := p.Bytes
	table = Table{Columns: columns, Rows: [][]any{}, Warnings: warned}
	times := make(timesSeen, len(columns))
	defer func() { table.Times = times.names() }()
	for result.Next(ctx) {
		if len(table.Rows) == p.Rows {
			table.Truncated = true
			return table, nil
		}
		row := make([]any, len(columns))
		for i, value := range result.Record().Values {
			row[i] = jsonValue(value, &room)
			times.see(i, value)
		}
		if room < 0 && len(table.Rows) == 0 {
			return Table{}, tooLarge(p)
		}
		if room < 0 {
			table.Truncated = true
			return table, nil
		}
		table.Rows = append(table.Rows, row)
	}
	return table, result.Err()
}

// rollback ends a transaction, even when its time is up; there is nothing in it to lose.
func rollback(ctx context.Context, tx neo4j.ExplicitTransaction) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	_ = tx.Rollback(ctx)
}

// changing is found in the names of operators that do more than read this graph.
var changing = regexp.MustCompile(`Create|Insert|Merge|Set.*Propert|SetLabels|Remove|Delete|Foreach|LoadCSV|Transaction|` +
	`Lock|Drop|Show|Terminate|Alter|Grant|Deny|Revoke|Rename|Start|Stop|Enable|Disable|Allocate|Administration`)

// planned refuses a statement whose plan, which the database makes without running it, does not only read, and gives
// what the database warns of.
func planned(ctx context.Context, tx neo4j.ExplicitTransaction, st Statement) ([]string, error) {
	result, err := tx.Run(ctx, explainWord+st.Text, st.Params)
	if err != nil {
		return nil, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	if summary.StatementType() != neo4j.StatementTypeReadOnly || summary.Plan() == nil {
		return nil, refuse("the database would do more than read for it")
	}
	plan, err := readQueryPlan(summary.Plan())
	if err != nil {
		return nil, err
	}
	for _, o := range plan.Operators {
		if changing.MatchString(o.Name) {
			return nil, refuse("the database would run " + o.Name)
		}
	}
	return warnings(summary), nil
}

func refuse(why string) error {
	return Errorf(Invalid, "only reading is allowed here", "the statement: %s", why)
}

// explainWord asks for a statement's plan in place of its answer.
const explainWord = "EXPLAIN "
