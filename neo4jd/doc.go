// Package neo4jd runs the embedded default database: a real Neo4j with Graph Data Science, as a child
// of this process, for demos, tests and single-machine use.
//
// # The idea
//
// There is nothing to install but a Java and Maven. The jars come from Maven artifacts (pom.xml), are
// compared with the sums committed in jars.sha256 and kept in the user's cache folder; every later start
// re-uses them. A data folder holds one store and has one owner, who holds the lock file neo4j.lock;
// whoever else wants that store joins the owner's database:
//
//	server, err := neo4jd.Open(ctx, neo4jd.Config{DataDir: "data"})
//	if err != nil {
//		return err
//	}
//	defer server.Stop(context.Background())
//	driver, err := neo4j.NewDriverWithContext(server.URI(),
//		neo4j.BasicAuth(server.User(), server.Password(), ""))
//
// Open starts the database, or joins the one that runs; Start and Join do only the one or the other;
// Admin runs neo4j-admin on a folder whose database is not running; Inspect tells what is here and what
// is missing.
//
// # The data folder
//
//	neo4j.lock    held with flock by the owner and by its Neo4j; names pid, command, host and time
//	neo4j.env     NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD; there while the database answers, mode 0600
//	password      made at the first start, mode 0600
//	port          at which the database last answered; the next start takes it again when it is free
//	version       of the Neo4j that last opened the store
//	conf/ data/ logs/ import/   Neo4j's own
//
// The first orderly stop on a machine takes some seconds longer, since Java then writes an archive of the
// classes it had loaded (130 MB, in the cache); with it a start takes 7 s of processor time instead of 12.
//
// CREATORGRAPH_JAVA_OPTIONS holds more options for the database's Java. With -XX:TieredStopAtLevel=1, which tests use, a
// database that lives for a minute takes half the processor time; one that lives longer is slower with it.
//
// # Life and death
//
// Neo4j listens on 127.0.0.1 only, on the port it had before or, when that is taken, a free one. It
// stands in its own process group, so that Ctrl-C in a terminal reaches the owner alone, who then stops
// it in order. If the owner is killed, even with SIGKILL and even while starting, Neo4j goes with it: a
// shell waiting at the end of a pipe kills the group when the pipe's other end is gone, and Linux is
// asked to do the same (PR_SET_PDEATHSIG). The lock stays held until Neo4j itself has ended, so nobody
// opens a store that is still being written. A store whose Neo4j was killed recovers by its own
// transaction log at the next start.
//
// When the owner stops, or Neo4j dies under it, everybody's Done channel closes. Who still wants the
// database calls Open again, which makes one of them the next owner; a driver that was connected goes on
// with the new database as long as Env is what it was.
//
// # Limits
//
// Linux and macOS; elsewhere Start refuses and names NEO4J_URI as the way. Only Linux was tried, with
// Java 21 and 25: the macOS code is the same but for PR_SET_PDEATHSIG. The lock is flock's: a data folder
// on a network file system is as safe as that file system's flock. A Neo4j that does not heed the stop
// within the given time is killed. Sums of jars are compared when they are fetched and by Inspect; a start
// compares sizes only, which notices the half-written file but not the forged one.
package neo4jd
