package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/valyala/fasthttp"
)

// attack is a document that must be refused before the database hears of it.
type attack struct {
	title string
	body  []byte
}

// attacks are the documents whose refusal is timed.
func attacks() ([]attack, error) {
	var aliases strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&aliases, "a%d: creators { totalCount } ", i)
	}
	var all []attack
	for _, d := range []struct{ title, document string }{
		{"a syntax error", `{ creator(key: "cr-000001") { name `},
		{"a field that there is not", `{ creator(key: "cr-000001") { nome } }`},
		{"10,000 nested braces", strings.Repeat("{a", 10_000) + strings.Repeat("}", 10_000)},
		{"10,000 aliases", "{ " + aliases.String() + "}"},
		{"a body of 20 MB", "{ " + strings.Repeat(" ", 20<<20) + "}"},
	} {
		body, err := json.Marshal(values{"query": d.document})
		if err != nil {
			return nil, err
		}
		all = append(all, attack{d.title, body})
	}
	return all, nil
}

// attackResult is what refusing a document costs.
type attackResult struct {
	Title    string
	Sent     int // bytes
	Answered int // bytes
	Status   int
	Code     string
	PerSec   float64
	P99      float64 // milliseconds
}

// refusals is the cost of refusing, and how many transactions the database began meanwhile.
type refusals struct {
	Rows         []attackResult
	Transactions int64
}

// refusals times how ours refuses hostile documents, and counts the database's transactions around it.
func (b *bench) refusals(ctx context.Context) (refusals, error) {
	fmt.Fprintln(os.Stderr, "hostile documents")
	var all refusals
	before, err := b.transactions()
	if err != nil {
		return all, err
	}
	documents, err := attacks()
	if err != nil {
		return all, err
	}
	for _, h := range documents {
		if err := ctx.Err(); err != nil {
			return all, err
		}
		r, err := b.refuse(h)
		if err != nil {
			return all, fmt.Errorf("%s: %w", h.title, err)
		}
		fmt.Fprintf(os.Stderr, "  %-26s %8.1f/s  %s\n", r.Title, r.PerSec, r.Code)
		all.Rows = append(all.Rows, r)
	}
	after, err := b.transactions()
	all.Transactions = after - before - 1 // the second count is itself one
	return all, err
}

func (b *bench) refuse(h attack) (attackResult, error) {
	patient := *b.clients[ours]
	patient.http = hasty{}
	path := ours.path(question{})
	status, answer, err := patient.ask(path, h.body)
	if err != nil {
		return attackResult{}, err
	}
	var refused struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(answer, &refused); err != nil || len(refused.Errors) == 0 {
		return attackResult{}, fmt.Errorf("it was not refused: %.300s", answer)
	}
	asker := b.clients[ours]
	if len(h.body) > 1<<20 {
		asker = &patient
	}
	got, err := asker.run(path, []timedRequest{{h.body, status, len(answer)}}, b.config.Connections, b.config.run)
	if err != nil {
		return attackResult{}, err
	}
	return attackResult{
		Title: h.title, Sent: len(h.body), Answered: len(answer), Status: status,
		Code:   refused.Errors[0].Extensions.Code,
		PerSec: float64(got.Requests) / got.Took.Seconds(), P99: milliseconds(quantile(got.Latencies, 0.99)),
	}, nil
}

// transactions tells how many transactions the database has begun.
func (b *bench) transactions() (int64, error) {
	_, raw, err := b.clients[handwritten].ask("/transactions", []byte("{}"))
	if err != nil {
		return 0, err
	}
	var answer struct{ Data struct{ Begun int64 } }
	if err := json.Unmarshal(raw, &answer); err != nil {
		return 0, fmt.Errorf("transactions: %w in %.200s", err, raw)
	}
	return answer.Data.Begun, nil
}

// hasty reads an answer that comes before all of the request is sent, as one to a body too large does.
type hasty struct{}

// Do sends a request and reads its answer, as fasthttp's client does.
func (hasty) Do(req *fasthttp.Request, resp *fasthttp.Response) error {
	answer, err := http.Post(req.URI().String(), "application/json", bytes.NewReader(req.Body()))
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	resp.SetStatusCode(answer.StatusCode)
	resp.SetBody(body)
	return err
}
