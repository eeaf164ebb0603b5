package live

import (
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// ear notes what it hears.
type ear struct{ heard, missed chan string }

func newEar() *ear { return &ear{make(chan string, 1000), make(chan string, 1000)} }

func (e *ear) Notify(thing string) { e.heard <- thing }
func (e *ear) NotifyAll()          { e.missed <- "" }

func open(t *testing.T, c Config) (*Bus, *ear) {
	t.Helper()

	e := newEar()
	b, err := Open(c, e)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b, e
}

// comes waits for a thing to be told.
func comes(t *testing.T, of <-chan string, want string) {
	t.Helper()

	for late := time.After(20 * time.Second); ; {
		select {
		case got := <-of:
			if got == want {
				return
			}
		case <-late:
			t.Fatalf("%q did not come", want)
		}
	}
}

// until tells a thing again and again until the other hears it: routes take a moment to be made.
func until(t *testing.T, from *Bus, thing string, to *ear) {
	t.Helper()

	for late := time.After(20 * time.Second); ; {
		from.Publish(thing)
		select {
		case got := <-to.heard:
			if got == thing {
				return
			}
		case <-time.After(50 * time.Millisecond):
		case <-late:
			t.Fatalf("%q was not heard", thing)
		}
	}
}

func TestReplicasHearEachOtherByRoutes(t *testing.T) {
	t.Parallel()

	one, oneHears := open(t, Config{Listen: "nats://me:secret@127.0.0.1:0"})
	route := strings.Replace(one.Route(), "nats://", "nats://me:secret@", 1)
	two, twoHears := open(t, Config{Listen: "nats://me:secret@127.0.0.1:0", Routes: []string{route}})
	until(t, one, "Campaign:a", twoHears)
	until(t, two, "Campaign:b", oneHears)
	comes(t, oneHears.missed, "") // the route that came may have missed something
	one.Publish("Campaign:c")
	comes(t, twoHears.heard, "Campaign:c")
	select {
	case got := <-oneHears.heard:
		if got != "Campaign:b" {
			t.Errorf("one heard its own %q", got)
		}
	default:
	}
}

func TestRoutesAskForThePassword(t *testing.T) {
	t.Parallel()

	one, oneHears := open(t, Config{Listen: "nats://me:secret@127.0.0.1:0"})
	two, _ := open(t, Config{Listen: "nats://127.0.0.1:0", Routes: []string{one.Route()}})
	time.Sleep(300 * time.Millisecond) // there is nothing to wait for
	two.Publish("Campaign:a")
	select {
	case got := <-oneHears.heard:
		t.Errorf("heard %q of one who does not know the password", got)
	case <-time.After(200 * time.Millisecond):
	}
}

// outside is a NATS server elsewhere.
func outside(t *testing.T, port int) *server.Server {
	t.Helper()

	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: port, NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("NATS did not start")
	}
	t.Cleanup(s.Shutdown)
	return s
}

func portOf(t *testing.T, at string) int {
	t.Helper()

	_, port, err := net.SplitHostPort(at)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(port)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// After NATS was away, everybody looks again: what was told meanwhile is lost.
func TestOutsideClusterMayGoAndComeBack(t *testing.T) {
	t.Parallel()

	s := outside(t, server.RANDOM_PORT)
	one, _ := open(t, Config{URL: s.ClientURL()})
	_, twoHears := open(t, Config{URL: s.ClientURL()})
	until(t, one, "Campaign:a", twoHears)
	for len(twoHears.missed) > 0 {
		<-twoHears.missed
	}
	port := s.Addr().String()
	s.Shutdown()
	s.WaitForShutdown()
	one.Publish("Campaign:lost")
	outside(t, portOf(t, port))
	comes(t, twoHears.missed, "")
	until(t, one, "Campaign:b", twoHears)
}

// A cluster that is away when a replica starts is joined when it is there.
func TestOutsideClusterMayComeLater(t *testing.T) {
	t.Parallel()

	s := outside(t, server.RANDOM_PORT)
	at, url := s.Addr().String(), s.ClientURL()
	s.Shutdown()
	s.WaitForShutdown()
	one, _ := open(t, Config{URL: url})
	one.Publish("Campaign:lost")
	_, twoHears := open(t, Config{URL: url})
	outside(t, portOf(t, at))
	until(t, one, "Campaign:a", twoHears)
}

func TestConfigsThatCannotWork(t *testing.T) {
	t.Parallel()

	for says, c := range map[string]Config{
		"needs no routes":  {URL: "nats://a:4222", Routes: []string{"nats://b:6222"}},
		"say where":        {Routes: []string{"nats://b:6222"}},
		"names no port":    {Listen: "nats://host"},
		"is no address":    {Listen: "host:6222"},
		`"http://b:6222"`:  {Listen: "nats://a:6222", Routes: []string{"http://b:6222"}},
		`"nats://b:70000"`: {Listen: "nats://a:6222", Routes: []string{"nats://b:70000"}},
	} {
		if err := c.Check(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: got %v, want %q", c, err, says)
		}
	}
}

// One replica alone has a server that nobody reaches.
func TestAloneNobodyIsReached(t *testing.T) {
	t.Parallel()

	b, hears := open(t, Config{})
	b.Publish("Campaign:a")
	if b.Route() != "" {
		t.Errorf("it listens at %s", b.Route())
	}
	select {
	case got := <-hears.heard:
		t.Errorf("heard %q", got)
	case <-time.After(50 * time.Millisecond):
	}
}
