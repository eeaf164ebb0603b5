package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"time"
)

// memoryGrowth compares a case on the larger market with the same on the usual one, ours on both.
type memoryGrowth struct {
	question
	Usual, Large       spread // requests per second
	Ratio              spread // time on the larger to time on the usual one, of each round
	UsualP95, LargeP95 spread // milliseconds
	P95Ratio           spread // the larger's to the usual one's, of each round
}

// Most is how many times as long a question may take on the larger market: by p95 where that is bounded.
func (g memoryGrowth) Most() float64 {
	if g.P95 > 0 {
		return 2
	}
	return 1.5
}

// Met says whether it takes no longer.
func (g memoryGrowth) Met() bool {
	if g.P95 > 0 {
		return g.P95Ratio.Median <= g.Most()
	}
	return g.Ratio.Median <= g.Most()
}

// largeHeap is what the operator's guide advises for a million creators.
const largeHeap = "2048"

// larger runs the cases on both markets in turn, where a larger one is given; writes are left out, since
// nothing would undo them there. It gives how many creators the larger one has.
func (b *bench) larger(ctx context.Context) (all []memoryGrowth, creators int, err error) {
	if b.config.large == "" {
		return nil, 0, nil
	}
	p, err := start(ctx, b.config.work, "large", exec.Command(b.config.binary, "serve", "--data-dir", b.config.large,
		"--listen", "127.0.0.1:0", "--analyze-every", "0", "--neo4j-heap-mb", largeHeap))
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = p.stop() }()
	if err := p.ready(ctx); err != nil {
		return nil, 0, err
	}
	c := newClient(ours, p, b.config.Connections)
	if creators, err = creatorCount(c); err != nil {
		return nil, 0, err
	}
	for _, q := range b.order {
		if q.Write {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s of %d creators\n", q.Name, creators)
		g, err := b.grow(c, b.done[q.Name])
		if err != nil {
			return nil, 0, fmt.Errorf("%s of %d creators: %w", q.Name, creators, err)
		}
		all = append(all, g)
	}
	return all, creators, nil
}

func (b *bench) grow(large *client, m measured) (memoryGrowth, error) {
	drawn, err := sets(large, m.question)
	if err != nil {
		return memoryGrowth{}, err
	}
	shots, err := large.requests(m.question, drawn)
	if err != nil {
		return memoryGrowth{}, err
	}
	fire := func(c *client, shots []timedRequest, period time.Duration) (rate, p95 float64, err error) {
		got, err := c.run(ours.path(m.question), shots, b.config.clients(m.question), period)
		return float64(got.Requests) / got.Took.Seconds(), milliseconds(quantile(got.Latencies, 0.95)), err
	}
	if _, _, err := fire(large, shots, 2*b.config.run); err != nil { // what the planner and Java have not seen
		return memoryGrowth{}, err
	}
	var usual, larger, ratios, usualP95, largerP95, ratiosP95 []float64
	for range b.config.Rounds {
		small, smallP95, err := fire(b.clients[ours], m.shots[ours], b.config.run/3)
		if err != nil {
			return memoryGrowth{}, err
		}
		big, bigP95, err := fire(large, shots, b.config.run/3)
		if err != nil {
			return memoryGrowth{}, err
		}
		usual, larger, ratios = append(usual, small), append(larger, big), append(ratios, small/big)
		usualP95, largerP95 = append(usualP95, smallP95), append(largerP95, bigP95)
		ratiosP95 = append(ratiosP95, bigP95/smallP95)
	}
	return memoryGrowth{m.question, spreadOf(usual), spreadOf(larger), spreadOf(ratios),
		spreadOf(usualP95), spreadOf(largerP95), spreadOf(ratiosP95)}, nil
}
