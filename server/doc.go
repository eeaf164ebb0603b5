// Package server is the HTTP side. It decides who may ask (guard.go), how much (scan.go, cost.go,
// limits.go) and what (trusted.go); reads the question from POST, GET, WebSocket or an event stream
// (transport*.go, params.go); hands it to gqlgen's executor through one gate (gate.go);
// writes the answer in one piece (reply.go); and reports its state to operators (health.go,
// metrics.go, log.go, outage.go).
//
// The first time a document arrives, the server computes everything that depends on the document alone, and caches it
// with the document (documents.go, read.go, complexity.go); clients may then name it by its hash (persisted.go).
//
// All transports pass the same gate, so every limit holds for all of them. The HTTP behaviour follows
// the GraphQL-over-HTTP draft; folder audit runs the 61 audits of npm's graphql-http against it.
package server
