package neo4jd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// opens are the JDK's packages that Neo4j reaches into.
func opens() []string {
	return []string{
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"--enable-native-access=ALL-UNNAMED",
	}
}

// installation holds what all commands of one start share.
type installation struct {
	cfg  Config
	java Java
	jars string // folder with lib/ and plugins/
}

func (i installation) classPath() string {
	return filepath.Join(i.jars, "lib", "*") + string(filepath.ListSeparator) +
		filepath.Join(i.jars, "plugins", "*")
}

// serverCommand is Neo4j itself. The lock is handed down so that it lasts as long as Neo4j does.
func (i installation) serverCommand(lock *os.File) *exec.Cmd {
	args := append(opens(),
		"-Xms"+fmt.Sprint(min(i.cfg.HeapMB, 256))+"m",
		"-Xmx"+fmt.Sprint(i.cfg.HeapMB)+"m",
		"-XX:+UseG1GC",
		"-XX:-OmitStackTraceInFastThrow", // a crash is explained with its stack
		"-XX:+DisableExplicitGC",
		// Not -XX:+ExitOnOutOfMemoryError: an expression's memory is not counted by Neo4j, so that any reader could
		// end the database with one; Neo4j fails the statement and goes on.
		"-Djdk.nio.maxCachedBufferSize=1024",
		"-Dio.netty.tryReflectionSetAccessible=true",
		"-Dio.netty.leakDetection.level=DISABLED",
		"-Dlog4j2.disable.jmx=true",
	)
	if i.java.Vectors {
		args = append(args, "--add-modules="+vectorModule)
	}
	if i.java.Major >= 23 {
		args = append(args, "--sun-misc-unsafe-memory-access=allow") // or it warns at each start
	}
	args = append(args, "-Xlog:disable") // what Java says of archives that fit in part; crashes are told all the same
	args = append(args, i.archive().flags()...)
	args = append(args, i.cfg.JavaOptions...)
	args = append(args, "-cp", i.classPath(), "org.neo4j.server.Neo4jCommunity",
		"--home-dir="+i.cfg.DataDir, "--config-dir="+filepath.Join(i.cfg.DataDir, "conf"), "--console-mode")
	cmd := exec.Command(i.java.Command(), args...)
	cmd.Dir = i.cfg.DataDir
	cmd.Env = cleanEnv()
	cmd.ExtraFiles = []*os.File{lock}
	return cmd
}

// adminCommand is neo4j-admin, run in one Java instead of a launcher and its child.
func (i installation) adminCommand(lock *os.File, args []string) *exec.Cmd {
	java := append(opens(), "-Xmx"+fmt.Sprint(i.cfg.HeapMB)+"m", "-XX:+UseParallelGC",
		"-cp", i.classPath(), "org.neo4j.cli.AdminTool")
	cmd := exec.Command(i.java.Command(), append(java, args...)...)
	cmd.Dir = i.cfg.DataDir
	cmd.Env = append(cleanEnv(),
		"JAVA_HOME="+i.java.Home,
		"NEO4J_HOME="+i.cfg.DataDir,
		"NEO4J_CONF="+filepath.Join(i.cfg.DataDir, "conf"))
	cmd.ExtraFiles = []*os.File{lock}
	return cmd
}

// cleanEnv leaves out the variables that would change how Java or Neo4j behaves.
func cleanEnv() []string {
	var env []string
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, "NEO4J") || name == "JAVA_TOOL_OPTIONS" || name == "JDK_JAVA_OPTIONS" {
			continue
		}
		env = append(env, entry)
	}
	return env
}

// configuration is neo4j.conf for one start.
func (i installation) configuration(port int) string {
	settings := []struct{ key, value string }{
		{"server.config.strict_validation.enabled", "true"},
		{"server.default_listen_address", "127.0.0.1"},
		{"server.default_advertised_address", "127.0.0.1"},
		{"server.bolt.listen_address", fmt.Sprintf("127.0.0.1:%d", port)},
		{"server.bolt.advertised_address", fmt.Sprintf("127.0.0.1:%d", port)},
		// Otherwise clients are told to time each read from the network, which costs the Go driver a
		// goroutine and a timer for each; on loopback a lost peer shows by itself.
		{"server.bolt.connection_keep_alive_for_requests", "OFF"},
		{"server.http.enabled", "false"},
		{"server.https.enabled", "false"},
		{"server.directories.plugins", filepath.Join(i.jars, "plugins")},
		{"server.memory.pagecache.size", fmt.Sprintf("%dm", i.cfg.PageCacheMB)},
		// What one statement may gather: it is refused before all of them together run out of heap.
		{"db.memory.transaction.max", fmt.Sprintf("%dm", i.cfg.HeapMB/2)},
		// A node with more relationships than this keeps them by type, so that those of one type are found without
		// walking past the others: a creator's audience alone is some 15 of 25, a campaign's brand is one of 20.
		{"db.relationship_grouping_threshold", "4"},
		// An index of vectors is built by all cores, in one go at the end of what is read piece by piece, and into one
		// piece, which is what a search then has to walk through.
		{"internal.dbms.index.vector.intra_merge_workers", fmt.Sprint(runtime.NumCPU())},
		{"internal.dbms.index.vector.population_merge_factor", "10000"},
		{"internal.dbms.index.vector.post_population_compaction", "FULL"},
		{"dbms.security.procedures.unrestricted", "gds.*"},
		{"dbms.usage_report.enabled", "false"},
		{"dbms.fleet_manager.enabled", "false"},
		{"server.fleet_discovery.enabled", "false"},
		{"db.logs.query.enabled", "OFF"},
		// 12 MB instead of half a gigabyte for an empty store; logs grow as they are written.
		{"db.tx_log.preallocate", "false"},
		// Netty waits 2 × 5 s for late callers by default; clients have been told before.
		{"internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", "0s"},
		{"internal.dbms.bolt.netty_server_shutdown_timeout", "1s"},
	}
	var text strings.Builder
	text.WriteString("# Written at each start.\n")
	for _, s := range settings {
		text.WriteString(s.key + "=" + s.value + "\n")
	}
	return text.String()
}
