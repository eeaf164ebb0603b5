package graph

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"net"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// Statement is one Cypher statement and its parameters.
type Statement = compile.Statement

// Record is one row of an answer, by column. Dates and instants arrive as the driver's own types,
// so statements meant for other packages return them as strings.
type Record = map[string]any

// Config says which Neo4j to use and how patient to be.
type Config struct {
	URI      string // neo4j://host:port routes in a cluster; bolt:// goes to one server
	User     string
	Password string
	Database string // empty: the server's default

	// Address gives host:port of the database where it may move while the Store is open, as an embedded one does
	// whose port was taken; nil for one that stays where the URI says.
	Address func() string

	// Timeout bounds a statement whose context has no nearer deadline; it reaches the database as
	// the transaction's time limit. Zero means 30 s.
	Timeout time.Duration
	// Connections bounds how many statements run at once. Zero means 100.
	Connections int
	Logger      *slog.Logger
	// Company bounds how many reads of one shape one statement answers. Zero means compile.CompanySize, one that each
	// goes alone.
	Company int
	// Observe is told of each statement that has run; nil for nobody.
	Observe func(Observation)
}

// Observation is one statement that has run: one round trip.
type Observation struct {
	Write bool
	Text  string
	Took  time.Duration
	Err   error // translated; nil when it went well
}

// Store runs statements on one Neo4j. It is safe for use by many goroutines.
type Store struct {
	driver   neo4j.DriverWithContext
	config   Config // as it was opened
	database string
	timeout  time.Duration
	log      *slog.Logger
	observe  func(Observation)
	reached  *lru.Cache[string, struct{}] // bookmarks
	reaching chan struct{}                // has room for those who wait for bookmarks
	undone   chan struct{}                // has room for one write that the database undid

	name    string   // of this Store among all that use the database
	moments *moments // told by what was read

	reads *atomic.Int64            // how many there were, by which each has its name
	ends  *Group[string, struct{}] // of reads that are given up

	companies *readBatcher
}

// Open makes a Store; it does not connect yet, see Verify. It fails on a URI that cannot be read.
func Open(c Config) (*Store, error) {
	c.Timeout, c.Connections = cmp.Or(c.Timeout, 30*time.Second), cmp.Or(c.Connections, 100)
	c.Logger = cmp.Or(c.Logger, slog.New(slog.DiscardHandler))
	if c.Observe == nil {
		c.Observe = func(Observation) {}
	}
	driver, err := newDriver(c)
	if err != nil {
		return nil, Errorf(Invalid, "give a URI such as neo4j://127.0.0.1:7687",
			"the database URI %q cannot be used: %w", c.URI, err)
	}
	reached, err := lru.New[string, struct{}](reachedKept)
	if err != nil {
		return nil, fmt.Errorf("cache of bookmarks: %w", err)
	}
	s := &Store{driver: driver, config: c, database: c.Database, timeout: c.Timeout, log: c.Logger, observe: c.Observe,
		reached: reached, reaching: make(chan struct{}, reaching),
		undone: make(chan struct{}, 1), name: owner(), reads: new(atomic.Int64), moments: new(moments)}
	s.ends = endings(s)
	if s.companies, err = newReadBatcher(s, c.Company); err != nil {
		return nil, err
	}
	return s, nil
}

func newDriver(c Config) (neo4j.DriverWithContext, error) {
	return neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.User, c.Password, ""),
		func(d *config.Config) {
			d.MaxConnectionPoolSize = c.Connections
			d.ConnectionAcquisitionTimeout = 5 * time.Second
			d.SocketConnectTimeout = 3 * time.Second
			d.MaxTransactionRetryTime = 10 * time.Second
			// Notifications are for tests, which ask for a statement's plan; without them the
			// database need not look for any.
			d.NotificationsMinSeverity = notifications.DisabledLevel
			d.UserAgent = "creatorgraph"
			if c.Address != nil {
				// Asked for whenever no address known so far answers.
				d.AddressResolver = func(config.ServerAddress) []config.ServerAddress {
					host, port, _ := net.SplitHostPort(c.Address())
					return []config.ServerAddress{neo4j.NewServerAddress(host, port)}
				}
			}
			d.TelemetryDisabled = true
		})
}

// nothing is a statement that reads nothing.
const nothing = "RETURN 1 AS one"

// Patient gives a Store on the same connections that waits longer for a statement, as analyses and
// projections of the whole graph need it. It must not be closed.
func (s *Store) Patient(timeout time.Duration) *Store {
	p := *s
	p.timeout = timeout
	return &p
}

// Verify asks the database whether it answers questions with these credentials.
func (s *Store) Verify(ctx context.Context) error {
	_, err := s.Read(ctx, Statement{Text: nothing})
	return err
}

// Secret derives a key for a purpose from the database's password: all who share the database have the same one, and
// nobody has it who may not ask the database itself.
func (s *Store) Secret(purpose string) []byte {
	mac := hmac.New(sha256.New, []byte(s.config.Password))
	mac.Write([]byte("creatorgraph " + purpose))
	return mac.Sum(nil)
}

// Close ends all connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }
