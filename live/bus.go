package live

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// allThings is told in place of a thing when words may have been lost.
const allThings = "*"

// subject is what all replicas speak on. That another database's replicas may share a cluster does no harm: what they
// tell of is followed by nobody, or read in vain.
const subject = "creatorgraph.changed"

// reconnectWait is how long a lost connection waits before it is tried again.
const reconnectWait = 500 * time.Millisecond

// Config says how replicas reach each other. The zero Config reaches nobody.
type Config struct {
	URL    string   // of a NATS cluster that runs elsewhere: nats://one:4222,nats://two:4222
	Listen string   // where the server of this process takes routes of other replicas: nats://host:6222
	Routes []string // where other replicas take them
	Logger *slog.Logger
}

// Check refuses what no Bus could be opened with, and says why.
func (c Config) Check() error {
	if c.URL != "" && (c.Listen != "" || len(c.Routes) > 0) {
		return errors.New("a NATS cluster elsewhere needs no routes: give its URL, or where to listen and routes")
	}
	_, err := c.options()
	return err
}

// Follower hears what other replicas tell. Neither method may wait.
type Follower interface {
	// Notify is called with a thing that may have changed.
	Notify(thing string)
	// NotifyAll is called when words may have been lost: whatever is followed is to be read again.
	NotifyAll()
}

// Bus is one replica's part in what is told. It is safe for use by many goroutines.
type Bus struct {
	server   *server.Server // nil where NATS runs elsewhere
	conn     *nats.Conn
	follower Follower
	log      *slog.Logger
	done     chan struct{}
}

// Open joins the others, whom a follower hears from then on. A cluster that cannot be reached is tried until it can:
// meanwhile nothing is heard.
func Open(c Config, f Follower) (*Bus, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	b := &Bus{follower: f, log: c.Logger, done: make(chan struct{})}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if err := b.open(c, f); err != nil {
		b.Close()
		return nil, fmt.Errorf("live: %w", err)
	}
	return b, nil
}

func (b *Bus) open(c Config, f Follower) (err error) {
	options := []nats.Option{nats.Name("creatorgraph"), nats.NoEcho(), nats.RetryOnFailedConnect(true),
		nats.MaxReconnects(-1), nats.ReconnectWait(reconnectWait), nats.ReconnectBufSize(-1), // told anew, not kept
		nats.ConnectHandler(b.resync), nats.ReconnectHandler(b.resync),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			b.log.Warn("NATS is out of reach; changes of other replicas show later", "error", err)
		}),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			b.log.Warn("NATS: words may have been lost", "error", err)
			f.NotifyAll()
		})}
	if c.URL == "" {
		own, err := c.options()
		if err != nil {
			return err
		}
		if b.server, err = embed(own); err != nil {
			return err
		}
		options = append(options, nats.InProcessServer(b.server), nats.UserInfo(own.Username, own.Password))
		go b.watchRoutes()
	}
	if b.conn, err = nats.Connect(c.URL, options...); err != nil {
		return err
	}
	_, err = b.conn.Subscribe(subject, func(m *nats.Msg) {
		if string(m.Data) == allThings {
			f.NotifyAll()
			return
		}
		f.Notify(string(m.Data))
	})
	return err
}

// resync is called whenever a connection is made: of what was told before, on either side of it, nobody knows.
func (b *Bus) resync(conn *nats.Conn) {
	b.follower.NotifyAll()
	_ = conn.Publish(subject, []byte(allThings)) // a connection that broke again comes here again
}

// Publish tells the other replicas that a thing may have changed. It does not wait for them, and what cannot be told now is
// made up for by again.
func (b *Bus) Publish(thing string) { _ = b.conn.Publish(subject, []byte(thing)) }

// Close leaves the others, after what was told has left.
func (b *Bus) Close() {
	close(b.done)
	if b.conn != nil {
		_ = b.conn.FlushTimeout(time.Second) // what is lost shows at the others' next look
		b.conn.Close()
	}
	if b.server != nil {
		b.server.Shutdown()
		b.server.WaitForShutdown()
	}
}
