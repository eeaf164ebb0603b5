// Package server is the HTTP side: it decides who may ask (guard.go), how much (scan.go, weigh.go,
// limits.go) and what (trusted.go), reads the question from POST, GET, WebSocket or an event stream
// (transport*.go, params.go), hands it to gqlgen's executor through one gate (gate.go, dispatch.go),
// writes the answer's bytes out once (reply.go) and tells operators how it goes (health.go,
// metrics.go, log.go, outage.go).
//
// All that is the same each time a document comes is found out the first time and kept with it
// (documents.go, read.go, measure.go); clients may name it by its hash then (persisted.go).
//
// Every way in passes the same gate, so a limit holds for all of them. The HTTP behaviour is that of
// the GraphQL-over-HTTP draft; folder audit runs the 61 audits of npm's graphql-http against it.
package server
