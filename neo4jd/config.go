package neo4jd

import (
	"cmp"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Versions of what is embedded; pom.xml names the same, and a test holds them together.
const (
	Version    = "2026.08.1" // Neo4j Community
	GDSVersion = "2.26.0"    // Graph Data Science, open source
)

// User is Neo4j's only user in Community.
const User = "neo4j"

// Config says where the database lives and how large it may grow. Only DataDir is required.
type Config struct {
	DataDir  string // the store; made when it is not there, kept afterwards
	CacheDir string // jars; "" is creatorgraph/ in the user's cache folder

	HeapMB      int // Java heap, MiB; 0 is 1024
	PageCacheMB int // memory for store files, MiB; 0 is as the store needs, within a third of the machine's

	// JavaOptions go to the database's Java after ours; nil is what the variable CREATORGRAPH_JAVA_OPTIONS holds, parted by spaces.
	JavaOptions []string

	Java    string // a Java home, or "" to search (see FindJava)
	Maven   string // the mvn client, or "" to search PATH; used only when the cache is empty
	Command string // how the lock names this process; "" is the program and its subcommand

	StartTimeout time.Duration // until Bolt answers, recovery included; 0 is 3 minutes
	StopTimeout  time.Duration // until Neo4j is killed rather than waited for; 0 is 1 minute

	Logger *slog.Logger // Neo4j's own lines at Debug, steps at Info; nil discards
}

// withDefaults fills what was left empty and makes paths absolute, since Neo4j is started elsewhere.
func (c Config) withDefaults() (Config, error) {
	if c.DataDir == "" {
		return c, &Error{What: "no data folder given", Remedy: "pass --data-dir"}
	}
	dataDir, err := filepath.Abs(c.DataDir)
	if err != nil {
		return c, &Error{What: "data folder " + c.DataDir, Cause: err, Remedy: "pass an absolute --data-dir"}
	}
	c.DataDir = dataDir
	if c.CacheDir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return c, &Error{What: "no cache folder", Cause: err, Remedy: "set HOME or XDG_CACHE_HOME"}
		}
		c.CacheDir = filepath.Join(user, "creatorgraph")
	}
	if c.CacheDir, err = filepath.Abs(c.CacheDir); err != nil {
		return c, &Error{What: "cache folder " + c.CacheDir, Cause: err, Remedy: "set XDG_CACHE_HOME"}
	}
	c.HeapMB = cmp.Or(c.HeapMB, 1024)
	c.PageCacheMB = cmp.Or(c.PageCacheMB, pageCacheMB(c.DataDir))
	c.StartTimeout = cmp.Or(c.StartTimeout, 3*time.Minute)
	c.StopTimeout = cmp.Or(c.StopTimeout, time.Minute)
	if c.JavaOptions == nil {
		c.JavaOptions = strings.Fields(os.Getenv("CREATORGRAPH_JAVA_OPTIONS"))
	}
	c.Command = cmp.Or(c.Command, ownCommand(os.Args))
	c.Logger = cmp.Or(c.Logger, slog.New(slog.DiscardHandler))
	return c, nil
}

// ownCommand is the program's name and its subcommand; other arguments may hold passwords.
func ownCommand(args []string) string {
	name := filepath.Base(args[0])
	if len(args) > 1 && !strings.HasPrefix(args[1], "-") {
		name += " " + args[1]
	}
	return name
}
