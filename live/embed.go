package live

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

const (
	clusterName = "creatorgraph"
	// startTime bounds how long the server of this process may take to start.
	startTime = 10 * time.Second
	// routesLook is how often it is looked whether a route to another replica has come back.
	routesLook = 500 * time.Millisecond
)

// options are those of the server of this process: no client but this one may speak to it, and other replicas reach it
// only where it is to listen.
func (c Config) options() (*server.Options, error) {
	o := &server.Options{DontListen: true, NoSigs: true, NoLog: true, NoSystemAccount: true}
	if c.Listen == "" {
		if len(c.Routes) > 0 {
			return nil, errors.New("routes to other replicas need an address that these reach in turn: say where to listen")
		}
		return o, nil
	}
	at, err := address(c.Listen)
	if err != nil {
		return nil, err
	}
	port, _ := strconv.Atoi(at.Port()) // address has looked
	if port == 0 {
		port = server.RANDOM_PORT
	}
	// Routes start with the port of clients only: it is one of loopback, which a password that nobody knows keeps shut.
	o.DontListen, o.Host, o.Port = false, "127.0.0.1", server.RANDOM_PORT
	o.Username, o.Password = "replica", rand.Text()
	password, _ := at.User.Password()
	o.Cluster = server.ClusterOpts{Name: clusterName, Host: at.Hostname(), Port: port, PoolSize: -1, NoAdvertise: true,
		Username: at.User.Username(), Password: password}
	for _, route := range c.Routes {
		to, err := address(route)
		if err != nil {
			return nil, err
		}
		o.Routes = append(o.Routes, to)
	}
	return o, nil
}

// address reads nats://[user:password@]host:port.
func address(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "nats" || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is no address; give nats://host:port or nats://user:password@host:port", text)
	}
	if port, err := strconv.Atoi(u.Port()); err != nil || port < 0 || port > 65535 {
		return nil, fmt.Errorf("%q names no port; give nats://host:port, such as nats://10.0.0.1:6222", text)
	}
	return u, nil
}

// embed starts the server of this process.
func embed(o *server.Options) (*server.Server, error) {
	s, err := server.NewServer(o)
	if err != nil {
		return nil, err
	}
	s.Start()
	if !s.ReadyForConnections(startTime) {
		s.Shutdown()
		return nil, fmt.Errorf("NATS did not start within %v; is %s:%d free?", startTime, o.Cluster.Host, o.Cluster.Port)
	}
	return s, nil
}

// watchRoutes takes a route that came for a connection made anew: what was told before did not pass it.
func (b *Bus) watchRoutes() {
	look := time.NewTicker(routesLook)
	defer look.Stop()
	for before := 0; ; {
		select {
		case <-b.done:
			return
		case <-look.C:
		}
		now := b.server.NumRoutes()
		if now > before {
			b.log.Info("another replica is reached", "routes", now)
			b.follower.NotifyAll()
		}
		before = now
	}
}

// Route gives where other replicas reach the server of this process; empty where it does not listen.
func (b *Bus) Route() string {
	if b.server == nil || b.server.ClusterAddr() == nil {
		return ""
	}
	return "nats://" + b.server.ClusterAddr().String()
}
