package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

// sample is one run of one server: a line of samples.jsonl.
type sample struct {
	Case     string  `json:"case"`
	Server   string  `json:"server"`
	Round    int     `json:"round"`
	Requests int     `json:"requests"`
	Seconds  float64 `json:"seconds"`
	PerSec   float64 `json:"perSecond"`
	Bytes    float64 `json:"bytesPerAnswer"`
	P50      float64 `json:"p50ms"`
	P95      float64 `json:"p95ms"`
	P99      float64 `json:"p99ms"`
	Resident float64 `json:"residentMB"` // the most while it ran
	// Cores kept busy while it ran.
	CoresServer   float64 `json:"coresServer"`
	CoresDatabase float64 `json:"coresDatabase"`
	CoresClient   float64 `json:"coresClient"`
}

// bench measures cases and keeps every sample.
type bench struct {
	config  config
	running *running
	clients [len(servers)]*client
	done    map[string]measured // by the case's name
	order   []question          // the cases done, in order
	samples []sample
	file    *json.Encoder
}

// measured is a case with what it was asked.
type measured struct {
	question
	sets  []values
	shots [len(servers)][]timedRequest
}

// measure compares a case's answers, warms all servers up, and runs them in turn.
func (b *bench) measure(ctx context.Context, q question) error {
	fmt.Fprintf(os.Stderr, "%s: %s\n", q.Name, q.About)
	all, err := sets(b.clients[ours], q)
	if err != nil {
		return err
	}
	m := measured{question: q, sets: all}
	if err := b.compareAll(&m); err != nil {
		return err
	}
	for _, s := range m.servers() {
		if err := b.warm(ctx, m, s); err != nil {
			return err
		}
	}
	for round := range b.config.Rounds {
		for _, s := range m.servers() {
			if err := b.round(ctx, m, s, round, b.config.run, m.Name); err != nil {
				return err
			}
		}
	}
	b.done[q.Name], b.order = m, append(b.order, q)
	if q.Write {
		return b.restore(m)
	}
	return nil
}

// depth runs page 1 and page 500 in turn, so that what else the machine does meets both alike.
func (b *bench) depth(ctx context.Context) error {
	for _, name := range pageCases {
		if _, ok := b.done[name]; !ok {
			return nil
		}
	}
	for round := range b.config.Rounds {
		for _, s := range servers {
			for _, name := range pageCases {
				if err := b.round(ctx, b.done[name], s, round, b.config.run/3, inTurn+name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// compareAll asks all servers with all sets, compares the answers, and keeps their lengths.
func (b *bench) compareAll(m *measured) error {
	for _, set := range m.sets {
		var answers [len(servers)][]byte
		for _, s := range m.servers() {
			body, err := m.body(s, set)
			if err != nil {
				return fmt.Errorf("%s: %w", m.Name, err)
			}
			status, answer, err := b.clients[s].ask(s.path(m.question), body)
			if err != nil {
				return err
			}
			answers[s] = answer
			m.shots[s] = append(m.shots[s], timedRequest{body: body, status: status, length: len(answer)})
		}
		if err := compare(m.question, answers); err != nil {
			return fmt.Errorf("%s with %v: %w", m.Name, set, err)
		}
	}
	return nil
}

// restore asks ours once more with all sets in order, whose last leave the graph as it was.
func (b *bench) restore(m measured) error {
	for i, shot := range m.shots[ours] {
		status, answer, err := b.clients[ours].ask(ours.path(m.question), shot.body)
		if err != nil {
			return fmt.Errorf("%s: restoring set %d: %w", m.Name, i, err)
		}
		if status != shot.status || len(answer) != shot.length {
			return fmt.Errorf("%s: restoring set %d: status %d, %.300s", m.Name, i, status, answer)
		}
	}
	return nil
}

// A warm-up is windows of a third of a run: at least warmLeast, at most maxWarm, and until one is no more
// than steady times as fast as the fastest before it. Java compiles what runs often, and Neo4j plans what it
// has not seen; both are over well before.
const (
	warmLeast = 3
	maxWarm   = 8
	steady    = 1.05
)

// warm runs a server until it no longer gets faster.
func (b *bench) warm(ctx context.Context, m measured, s server) error {
	best := 0.0
	for i := range maxWarm {
		got, err := b.fire(ctx, m, s, b.config.run/3)
		if err != nil {
			return err
		}
		rate := float64(got.Requests) / got.Took.Seconds()
		if i+1 >= warmLeast && rate < best*steady {
			return nil
		}
		best = max(best, rate)
	}
	return nil
}

func (b *bench) fire(ctx context.Context, m measured, s server, period time.Duration) (load, error) {
	if err := ctx.Err(); err != nil {
		return load{}, err
	}
	return b.clients[s].run(s.path(m.question), m.shots[s], b.config.clients(m.question), period)
}

// round is one timed run of one server; label names it among the samples.
func (b *bench) round(
	ctx context.Context, m measured, s server, round int, period time.Duration, label string,
) error {
	p := b.running.processes[s]
	stop := make(chan struct{})
	peak := watch(p, stop)
	before := b.meters(p)
	got, err := b.fire(ctx, m, s, period)
	after := b.meters(p)
	close(stop)
	if err != nil {
		return err
	}
	seconds := got.Took.Seconds()
	return b.keep(sample{
		Case: label, Server: s.String(), Round: round, Requests: got.Requests, Seconds: seconds,
		PerSec: float64(got.Requests) / seconds,
		Bytes:  float64(got.Bytes) / float64(max(got.Requests, 1)),
		P50:    milliseconds(quantile(got.Latencies, 0.5)), P95: milliseconds(quantile(got.Latencies, 0.95)),
		P99:           milliseconds(quantile(got.Latencies, 0.99)),
		Resident:      float64(peak.Load()) / (1 << 20),
		CoresServer:   (after[0] - before[0]).Seconds() / seconds,
		CoresDatabase: (after[1] - before[1]).Seconds() / seconds,
		CoresClient:   (after[2] - before[2]).Seconds() / seconds,
	})
}

func (b *bench) keep(s sample) error {
	b.samples = append(b.samples, s)
	fmt.Fprintf(os.Stderr, "  %-14s %8.1f/s  p50 %7.2f ms  p95 %7.2f ms  p99 %7.2f ms  %6.0f bytes\n",
		s.Server, s.PerSec, s.P50, s.P95, s.P99, s.Bytes)
	return b.file.Encode(s)
}

// meters gives the processor time used so far by a server, the database and this process.
func (b *bench) meters(p *process) [3]time.Duration {
	return [3]time.Duration{busy(p.family()...), busy(b.running.database), busy(os.Getpid())}
}

// watchEvery is how often memory is looked at: seldom enough to cost nothing.
const watchEvery = 100 * time.Millisecond

// watch keeps the most memory a process has held, until it is told to stop.
func watch(p *process, stop <-chan struct{}) *atomic.Int64 {
	var peak atomic.Int64
	peak.Store(p.resident())
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(watchEvery):
				peak.Store(max(peak.Load(), p.resident()))
			}
		}
	}()
	return &peak
}
