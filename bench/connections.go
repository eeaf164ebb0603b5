package main

import (
	"context"
	"fmt"
)

// crowds are how many connections ask at once in the table of connections.
var crowds = [...]int{1, 16, 64, 256}

// maxConnections is the most of crowds.
const maxConnections = 256

// connectionRounds is how many rounds each case has with each number of connections, each a third as long as others.
const connectionRounds = 3

// crowdLabel names the samples of a case with so many connections.
func crowdLabel(name string, connections int) string {
	return fmt.Sprintf("%d connections: %s", connections, name)
}

// crowded runs the reads that all three servers answer with few and with many connections, in turn.
func (b *bench) crowded(ctx context.Context) error {
	usual := b.config.Connections
	defer func() { b.config.Connections = usual }()
	for _, q := range b.order {
		if !isCrowded(q) {
			continue
		}
		m := b.done[q.Name]
		for round := range min(b.config.Rounds, connectionRounds) {
			for _, n := range crowds {
				b.config.Connections = n
				for _, s := range m.servers() {
					if err := b.round(ctx, m, s, round, b.config.run/3, crowdLabel(q.Name, n)); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// isCrowded says whether a case is asked with other numbers of connections than its own.
func isCrowded(q question) bool { return q.Peer != nil && !q.Write && q.Clients == 0 }

// crowdRow is a case in the table of connections: a column for each of crowds.
type crowdRow struct {
	Name, Title string
	PerSec      [len(crowds)]spread // ours
	ToPeer      [len(crowds)]spread // ours by the peer's, of each round
	P99         [len(crowds)]spread // ours, ms
	PeerP50     [len(crowds)]spread // the peer's, ms
}

// crowdRows gathers the samples of the table of connections; there are none if they were not run.
func crowdRows(order []question, all []sample) []crowdRow {
	var rows []crowdRow
	for _, q := range order {
		row := crowdRow{Name: q.Name, Title: q.Title}
		for i, n := range crowds {
			one := q
			one.Name = crowdLabel(q.Name, n)
			f := figuresOf(one, all)
			row.PerSec[i], row.ToPeer[i], row.P99[i], row.PeerP50[i] = f.PerSec[ours], f.ToPeer, f.P99[ours], f.P50[peer]
		}
		if row.PerSec[0] != (spread{}) {
			rows = append(rows, row)
		}
	}
	return rows
}
