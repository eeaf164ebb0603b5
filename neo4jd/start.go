package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	// minFree is the room an empty store and its logs need, with some to work in.
	minFree = 200 << 20
	// portTries bounds how often another process may take the free port before Neo4j binds it.
	portTries = 3
	// readyRetry is the pause between two questions to a database that is still starting.
	readyRetry = 50 * time.Millisecond
)

const noPortRemedy = "check that the loopback interface is up and that ports are left"

// Start starts a Neo4j on cfg.DataDir and returns when it answers. The caller owns it and must Stop it;
// the end of ctx after Start has returned does not. When another process owns the folder the error is a
// *HeldError; anything else a user can mend is an *Error.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	i, lock, err := prepareOwner(ctx, cfg)
	if err != nil {
		return nil, err
	}
	server, err := i.start(ctx, lock)
	if err != nil {
		lock.Close()
		return nil, err
	}
	return server, nil
}

// prepareOwner makes everything ready for a command on the data folder, the lock last: whoever finds it held has
// only a start to wait for, not a download.
func prepareOwner(ctx context.Context, cfg Config) (installation, *os.File, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return installation{}, nil, err
	}
	java, err := chooseJava(ctx, cfg.Java)
	if err != nil {
		return installation{}, nil, err
	}
	jars := newCache(cfg, java)
	if err := jars.ensure(ctx); err != nil {
		return installation{}, nil, err
	}
	if err := prepare(cfg.DataDir, minFree); err != nil {
		return installation{}, nil, err
	}
	lock, err := lockDataDir(ctx, cfg)
	if err != nil {
		return installation{}, nil, err
	}
	return installation{cfg, java, jars.folder}, lock, nil
}

// chooseJava takes the given home, when there is one, instead of searching.
func chooseJava(ctx context.Context, home string) (Java, error) {
	if home == "" {
		java, _, err := FindJava(ctx)
		return java, err
	}
	given := javaSearch{env: func(name string) string {
		if name == "JAVA_HOME" {
			return home
		}
		return ""
	}}
	java, _, err := given.find(ctx)
	return java, err
}

func (i installation) start(ctx context.Context, lock *os.File) (*Server, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, i.cfg.StartTimeout,
		fmt.Errorf("it did not answer within %s", i.cfg.StartTimeout))
	defer cancel()
	os.Remove(envFile(i.cfg.DataDir)) // left by an owner that was killed
	if err := resetIfMoved(i.cfg.DataDir, i.cfg.Logger); err != nil {
		return nil, err
	}
	secret, err := password(i.cfg.DataDir)
	if err != nil {
		return nil, err
	}
	if err := writeVersion(i.cfg.DataDir); err != nil {
		return nil, unwritable(i.cfg.DataDir, err)
	}
	wanted := rememberedPort(i.cfg.DataDir)
	for try := 1; ; try++ {
		port, err := freePort(wanted)
		if err != nil {
			return nil, &Error{What: "no free port on 127.0.0.1", Cause: err, Remedy: noPortRemedy}
		}
		server, err := i.startOnce(ctx, lock, secret, port)
		if try == portTries || !errors.Is(err, errPortTaken) {
			return server, err
		}
		wanted = 0
	}
}

var errPortTaken = errors.New("another process took the port")

// startOnce starts Neo4j on a port that was free just now, and waits until it answers or ends.
func (i installation) startOnce(ctx context.Context, lock *os.File, secret string, port int) (*Server, error) {
	conf := filepath.Join(i.cfg.DataDir, "conf", "neo4j.conf")
	if err := writePrivate(conf, i.configuration(port)); err != nil {
		return nil, unwritable(i.cfg.DataDir, err)
	}
	started := time.Now()
	i.cfg.Logger.Info("starting Neo4j", "version", Version, "data", i.cfg.DataDir, "java", i.java.Version)
	p, err := startProcess(i.serverCommand(lock), func(line string) { i.cfg.Logger.Debug("neo4j: " + line) })
	if err != nil {
		return nil, &Error{What: "starting " + i.java.Command(), Cause: err, Remedy: "set JAVA_HOME to a Java that works"}
	}
	a := access{uri: fmt.Sprintf("neo4j://127.0.0.1:%d", port), password: secret}
	err = i.waitReady(ctx, p, a)
	if err == nil {
		err = rememberPort(i.cfg.DataDir, port)
	}
	if err == nil {
		err = writeEnv(i.cfg.DataDir, a)
	}
	if err != nil {
		p.kill()
		<-p.done
		i.archive().keep(false)
		return nil, err
	}
	s := &Server{
		access: a, dataDir: i.cfg.DataDir, done: make(chan struct{}),
		own: &owned{
			process: p, lock: lock, archive: i.archive(), timeout: i.cfg.StopTimeout,
			asking: make(chan struct{}),
		},
	}
	go s.see()
	i.cfg.Logger.Info("Neo4j is ready", "uri", a.uri, "seconds", fmt.Sprintf("%.1f", time.Since(started).Seconds()))
	return s, nil
}

// waitReady polls the port, which refuses at once until Neo4j binds it at the end of its start.
func (i installation) waitReady(ctx context.Context, p *process, a access) error {
	address := strings.TrimPrefix(a.uri, "neo4j://")
	var last error
	for {
		if conn, err := net.DialTimeout("tcp", address, time.Second); err == nil {
			conn.Close()
			if last = ping(ctx, a, i.cfg.DataDir); last == nil {
				return nil
			}
			if errors.Is(last, errOtherFolder) {
				return errPortTaken
			}
		}
		select {
		case <-p.done:
			return i.explain(p)
		case <-ctx.Done():
			return &Error{
				What:   fmt.Sprintf("Neo4j on %q: %v", i.cfg.DataDir, context.Cause(ctx)),
				Cause:  last,
				Remedy: "a store that recovers may need longer; " + i.cfg.DataDir + "/logs tells what it was doing",
			}
		case <-time.After(readyRetry):
		}
	}
}

// explain turns the last lines of a Neo4j that did not start into an error.
func (i installation) explain(p *process) error {
	text := strings.Join(p.output.tail(), "\n")
	if strings.Contains(text, "Address already in use") {
		return errPortTaken
	}
	return &Error{
		What:   fmt.Sprintf("Neo4j on %q did not start (%v); its last lines:\n%s", i.cfg.DataDir, p.err, text),
		Remedy: "see " + i.cfg.DataDir + "/logs; if the store is broken, delete the folder and import again",
	}
}
