// Package live carries word of changes among the replicas of a server, over NATS.
//
// A message names a thing that may have changed, such as Campaign:ca-1, and holds none of it: whoever hears of it reads the
// database, which is the truth. So a message that comes twice does no harm, and one that is lost costs time only: after
// each connection that is made anew, everybody is told that anything may have changed.
//
// Three ways to run it, by Config: a NATS server of this process that nobody else reaches (one replica), one that is
// joined with those of other replicas by routes, or a cluster that runs elsewhere.
//
// Messages are not kept: there is no JetStream here, since there is nothing in them that the database does not know.
package live
