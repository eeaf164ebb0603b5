package neo4jd

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Admin runs neo4j-admin on cfg.DataDir, whose database must not be running (else a *HeldError), and
// hands its lines, errors included, to onLine as they come. Files among args must be absolute. The end of
// ctx kills it.
//
//	err := neo4jd.Admin(ctx, cfg, report, "database", "import", "full", "neo4j", "--nodes=Creator=/tmp/c.csv")
//
// cfg.HeapMB bounds its Java; the importer's own --max-off-heap-memory comes on top.
func Admin(ctx context.Context, cfg Config, onLine func(string), args ...string) error {
	i, lock, err := prepareOwner(ctx, cfg)
	if err != nil {
		return err
	}
	defer lock.Close()
	os.Remove(envFile(i.cfg.DataDir)) // left by an owner that was killed
	if _, err := password(i.cfg.DataDir); err != nil {
		return err
	}
	if err := writeVersion(i.cfg.DataDir); err != nil {
		return unwritable(i.cfg.DataDir, err)
	}
	conf := filepath.Join(i.cfg.DataDir, "conf", "neo4j.conf")
	if err := writePrivate(conf, i.configuration(0)); err != nil {
		return unwritable(i.cfg.DataDir, err)
	}
	p, err := startProcess(i.adminCommand(lock, args), onLine)
	if err != nil {
		return &Error{What: "starting " + i.java.Command(), Cause: err, Remedy: "set JAVA_HOME to a Java that works"}
	}
	select {
	case <-p.done:
	case <-ctx.Done():
		p.kill()
		<-p.done
		return context.Cause(ctx)
	}
	if p.err != nil {
		return &Error{
			What: fmt.Sprintf("neo4j-admin %s: its last lines:\n%s",
				strings.Join(args, " "), strings.Join(p.output.tail(), "\n")),
			Cause:  p.err,
			Remedy: "see " + filepath.Join(i.cfg.DataDir, "logs"),
		}
	}
	return nil
}
