package neo4jd

import (
	"context"
	_ "embed" // for the pom
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"
)

//go:embed pom.xml
var pom []byte

// cache is the folder of jars that all data folders of this user share.
type cache struct {
	folder string // …/creatorgraph/neo4j-<version>-gds-<version>
	maven  maven
	logger *slog.Logger
}

func newCache(cfg Config, java Java) cache {
	return cache{
		folder: filepath.Join(cfg.CacheDir, "neo4j-"+Version+"-gds-"+GDSVersion),
		maven:  maven{command: cfg.Maven, javaHome: java.Home},
		logger: cfg.Logger,
	}
}

// ensure leaves the listed jars in the cache, fetching them when they are not there whole. It is made
// beside the cache and renamed into place, by one process at a time; the others wait and use its work.
func (c cache) ensure(ctx context.Context) error {
	listed, err := parseJars(jarList)
	if err != nil {
		return err
	}
	if compareSizes(c.folder, listed) == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(c.folder), 0o755); err != nil {
		return c.unwritable(err)
	}
	lock, err := tryLock(c.folder + ".lock")
	if errors.Is(err, errLocked) {
		c.logger.Info("waiting for another process that is fetching Neo4j", "lock", c.folder+".lock")
		lock, err = waitForLock(ctx, c.folder+".lock")
	}
	if err != nil {
		return c.unwritable(err)
	}
	defer lock.Close()
	flaw := compareSizes(c.folder, listed)
	if flaw == "" {
		return nil // another process has just made it
	}
	if _, err := os.Stat(c.folder); err == nil {
		c.logger.Warn("the cache of Neo4j is broken and is made again", "folder", c.folder, "flaw", flaw)
	}
	return c.build(ctx, listed)
}

func (c cache) build(ctx context.Context, listed []jar) error {
	started := time.Now()
	c.logger.Info("fetching Neo4j "+Version+" and Graph Data Science "+GDSVersion+" (once, 180 MB)",
		"into", c.folder)
	const temporary = ".fetching-"
	leftovers, _ := filepath.Glob(filepath.Join(filepath.Dir(c.folder), temporary+"*"))
	for _, leftover := range leftovers { // of killed processes: who is alive holds the lock
		os.RemoveAll(leftover)
	}
	fresh, err := os.MkdirTemp(filepath.Dir(c.folder), temporary)
	if err != nil {
		return c.unwritable(err)
	}
	defer os.RemoveAll(fresh)
	if err := os.Chmod(fresh, 0o755); err != nil {
		return c.unwritable(err)
	}
	if err := c.maven.resolve(ctx, fresh); err != nil {
		return err
	}
	if flaw := compareSums(fresh, listed); flaw != "" {
		return &Error{
			What: "jars from Maven are not the ones this program was made with: " + flaw,
			Remedy: "delete that artifact from ~/.m2/repository and try again; " +
				"if it stays so, the Maven mirror serves something else",
		}
	}
	if err := os.RemoveAll(c.folder); err != nil {
		return c.unwritable(err)
	}
	if err := os.Rename(fresh, c.folder); err != nil {
		return c.unwritable(err)
	}
	c.logger.Info("fetched", "jars", len(listed), "seconds", int(time.Since(started).Seconds()))
	return nil
}

func (c cache) unwritable(err error) error {
	return &Error{
		What:   "cache folder " + filepath.Dir(c.folder),
		Cause:  err,
		Remedy: "make it writable, or set XDG_CACHE_HOME to a folder that is",
	}
}
