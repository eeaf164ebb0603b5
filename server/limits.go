package server

import (
	"cmp"
	"time"
)

// Limits bound what one client may ask for. A request beyond one of them is refused with the code
// LIMIT_EXCEEDED, the limit and what to do, before it costs anything worth having.
type Limits struct {
	Body int64         // bytes of a request or WebSocket message
	Time time.Duration // from reading a query or mutation to its answer; the database is told, too

	Tokens     int // tokens of a document
	Names      int // fields, fragments and types named in a document
	Aliases    int // aliases in a document
	Directives int // directives in a document
	Nesting    int // brackets of any kind within brackets, in a document or in variables
	Depth      int // fields within fields, fragments taken in
	Roots      int // fields at an operation's root, fragments taken in
	Cost       int // values an answer could hold, see weigher

	Documents     int // parsed documents kept for the next time
	DocumentBytes int // their text altogether

	Answer int // bytes of an answer

	Streams             int // WebSockets and event streams open at once
	ClientStreams       int // those of one client
	Subscriptions       int // operations running on one WebSocket
	ClientSubscriptions int // subscriptions of one client, over all its connections
	ClientConnections   int // connections from one address, whatever is asked over them
}

// DefaultLimits gives the limits a server has when nothing else is said.
//
// Names is what keeps validation cheap: the rule that overlapping fields must merge compares fields
// of one name pair by pair, 50 ns each, so 3,000 of them take half a second and 15,000 took eleven.
// Cost lets a brand's 20 campaigns with 20 creators each and all they belong to pass a hundredfold,
// and stops short of a thousand pages of a thousand rows.
func DefaultLimits() Limits {
	return Limits{
		Body: 1 << 20, Time: 10 * time.Second,
		Tokens: 15_000, Names: 3_000, Aliases: 100, Directives: 200, Nesting: 100,
		Depth: 15, Roots: 50, Cost: 2_000_000,
		Documents: 1_000, DocumentBytes: 8 << 20,
		Answer:  16 << 20,
		Streams: 1_000, ClientStreams: 250, Subscriptions: 100, ClientSubscriptions: 500, ClientConnections: 1_000,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	return Limits{
		Body: cmp.Or(l.Body, d.Body), Time: cmp.Or(l.Time, d.Time),
		Tokens: cmp.Or(l.Tokens, d.Tokens), Names: cmp.Or(l.Names, d.Names),
		Aliases: cmp.Or(l.Aliases, d.Aliases), Directives: cmp.Or(l.Directives, d.Directives),
		Nesting: cmp.Or(l.Nesting, d.Nesting), Depth: cmp.Or(l.Depth, d.Depth),
		Roots: cmp.Or(l.Roots, d.Roots), Cost: cmp.Or(l.Cost, d.Cost),
		Documents:     cmp.Or(l.Documents, d.Documents),
		DocumentBytes: cmp.Or(l.DocumentBytes, d.DocumentBytes),
		Answer:        cmp.Or(l.Answer, d.Answer),
		Streams:       cmp.Or(l.Streams, d.Streams),
		ClientStreams: cmp.Or(l.ClientStreams, d.ClientStreams),
		Subscriptions: cmp.Or(l.Subscriptions, d.Subscriptions),

		ClientSubscriptions: cmp.Or(l.ClientSubscriptions, d.ClientSubscriptions),
		ClientConnections:   cmp.Or(l.ClientConnections, d.ClientConnections),
	}
}

// limitCheck is one limit, what was found, and what a client can do about it.
type limitCheck struct {
	found, most int
	what        string // completes "the document has 10000 …"
	remedy      string
}

func (b limitCheck) exceeded() bool { return b.found > b.most }
