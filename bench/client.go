package main

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/valyala/fasthttp"
)

// answerTimeout bounds one answer; the slowest server's first one makes the database plan a large statement.
const answerTimeout = 30 * time.Second

// idle is how long a connection waits unused: less than the five seconds after which Node closes it.
const idle = time.Second

// client asks one server over connections that are kept.
type client struct {
	server  server
	address string
	http    httpDoer
}

// httpDoer carries out requests.
type httpDoer interface {
	Do(*fasthttp.Request, *fasthttp.Response) error
}

func newClient(s server, p *process, connections int) *client {
	return &client{server: s, address: p.address, http: &fasthttp.HostClient{
		Addr: p.address, MaxConns: connections, ReadTimeout: answerTimeout, WriteTimeout: answerTimeout,
		MaxIdleConnDuration: idle, DisablePathNormalizing: true, NoDefaultUserAgentHeader: true,
	}}
}

// ask sends one request and gives status and body.
func (c *client) ask(path string, body []byte) (int, []byte, error) {
	req, resp := fasthttp.AcquireRequest(), fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(resp)
	c.fill(req, path, body)
	if err := c.http.Do(req, resp); err != nil {
		return 0, nil, fmt.Errorf("%s%s: %w", c.server, path, err)
	}
	return resp.StatusCode(), bytes.Clone(resp.Body()), nil
}

// requests asks a question with each set of values once, so that what comes later is compared with these answers.
func (c *client) requests(q question, sets []values) ([]timedRequest, error) {
	all := make([]timedRequest, len(sets))
	for i, set := range sets {
		body, err := q.body(ours, set)
		if err != nil {
			return nil, err
		}
		status, answer, err := c.ask(ours.path(q), body)
		if err != nil {
			return nil, err
		}
		all[i] = timedRequest{body: body, status: status, length: len(answer)}
	}
	return all, nil
}

func (c *client) fill(req *fasthttp.Request, path string, body []byte) {
	req.SetRequestURI("http://" + c.address + path)
	req.Header.SetMethod(fasthttp.MethodPost)
	req.Header.SetContentType("application/json")
	req.Header.Set("Accept", "application/json")
	req.SetBodyRaw(body)
}

// timedRequest is one request of a load, and what its answer must look like.
type timedRequest struct {
	body   []byte
	status int // that the answer has
	length int // bytes the answer has, -1 for any
}

// load is what came of a run.
type load struct {
	Requests  int
	Bytes     int64
	Took      time.Duration
	Latencies []time.Duration // sorted
}

// run asks over some connections for a time, each connection as soon as its last answer is read. The shots
// are taken in turn. An answer that is not as it must be ends the run.
func (c *client) run(path string, shots []timedRequest, connections int, period time.Duration) (load, error) {
	var next atomic.Int64
	var failure atomic.Pointer[error]
	parts := make([]load, connections)
	begun := time.Now()
	var all sync.WaitGroup
	for i := range connections {
		all.Go(func() {
			if err := c.worker(path, shots, &next, &failure, begun.Add(period), &parts[i]); err != nil {
				failure.CompareAndSwap(nil, &err)
			}
		})
	}
	all.Wait()
	sum := load{Took: time.Since(begun)}
	for _, p := range parts {
		sum.Requests += p.Requests
		sum.Bytes += p.Bytes
		sum.Latencies = append(sum.Latencies, p.Latencies...)
	}
	slices.Sort(sum.Latencies)
	if err := failure.Load(); err != nil {
		return sum, *err
	}
	return sum, nil
}

// worker is one connection of a load. It builds each shot's request once, so that asking costs little.
func (c *client) worker(
	path string, shots []timedRequest, next *atomic.Int64, failure *atomic.Pointer[error], until time.Time, part *load,
) error {
	requests := make([]*fasthttp.Request, len(shots))
	var resp fasthttp.Response
	for now := time.Now(); now.Before(until) && failure.Load() == nil; {
		i := int(next.Add(1)-1) % len(shots)
		if requests[i] == nil {
			requests[i] = &fasthttp.Request{}
			c.fill(requests[i], path, shots[i].body)
		}
		if err := c.http.Do(requests[i], &resp); err != nil {
			return fmt.Errorf("%s%s: %w", c.server, path, err)
		}
		length := len(resp.Body())
		if resp.StatusCode() != shots[i].status || shots[i].length >= 0 && length != shots[i].length {
			return fmt.Errorf("%s%s: status %d and %d bytes where %d and %d were had before: %.300s\nasked: %.300s",
				c.server, path, resp.StatusCode(), length, shots[i].status, shots[i].length, resp.Body(), shots[i].body)
		}
		then := time.Now()
		part.Latencies = append(part.Latencies, then.Sub(now))
		part.Requests++
		part.Bytes += int64(length)
		now = then
	}
	return nil
}
