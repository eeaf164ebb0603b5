package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph"
)

// explainer asks our server which statements answer a question and the database how it runs them.
type explainer struct {
	process  *process
	client   *client
	store    *graph.Store
	profiled *graph.Store
	told     []graph.Profile // by the statement that is run just now
}

func newExplainer(ctx context.Context, c config) (x *explainer, err error) {
	x = &explainer{}
	defer func() {
		if err != nil {
			err = errors.Join(err, x.stop(ctx))
		}
	}()
	if x.process, err = startOurs(ctx, c); err != nil {
		return x, err
	}
	x.client = newClient(ours, x.process, 1)
	env, err := environment(c.dataDir)
	if err != nil {
		return x, err
	}
	var at graph.Config
	for _, variable := range env {
		name, value, _ := strings.Cut(variable, "=")
		for known, into := range map[string]*string{"NEO4J_URI": &at.URI, "NEO4J_USER": &at.User, "NEO4J_PASSWORD": &at.Password} {
			if name == known {
				*into = value
			}
		}
	}
	if x.store, err = graph.Open(at); err != nil {
		return x, err
	}
	x.profiled = x.store.Profiled(func(p graph.Profile) { x.told = append(x.told, p) })
	return x, nil
}

// stop ends the server, and with it the database unless that ran before.
func (x *explainer) stop(ctx context.Context) error {
	var failed error
	if x.store != nil {
		failed = x.store.Close(context.WithoutCancel(ctx))
	}
	if x.process != nil {
		failed = errors.Join(failed, x.process.stop())
	}
	return failed
}

// statements asks a question and gives the statements that answered.
func (x *explainer) statements(ctx context.Context, q question, set values) ([]graph.Statement, error) {
	body, err := q.body(ours, set)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+x.process.address+ours.path(q), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Explain", "statement")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	var answer struct {
		Errors     []struct{ Message string }
		Extensions struct {
			Explain struct {
				Statements []struct {
					Text       string
					Parameters values
				}
			}
		}
	}
	decoder := json.NewDecoder(resp.Body)
	decoder.UseNumber()
	if err := decoder.Decode(&answer); err != nil {
		return nil, err
	}
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("%s", answer.Errors[0].Message)
	}
	var all []graph.Statement
	for _, s := range answer.Extensions.Explain.Statements {
		params, ok := numbers(s.Parameters).(values)
		if !ok {
			return nil, fmt.Errorf("the parameters of a statement are no object: %v", s.Parameters)
		}
		all = append(all, graph.Statement{Text: s.Text, Params: params})
	}
	return all, nil
}

// numbers gives JSON's numbers and days the types that the database tells apart.
func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
	case string:
		if day := graph.DayOf(v); day != nil {
			return day
		}
	case values:
		for name, inner := range v {
			v[name] = numbers(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = numbers(inner)
		}
	}
	return v
}

// profiles asks a question and has the statements that answered run again for their profiles. Those of a
// change are run again, too, which records the same once more.
func (x *explainer) profiles(ctx context.Context, q question, set values) ([]graph.Profile, error) {
	statements, err := x.statements(ctx, q, set)
	if err != nil {
		return nil, err
	}
	x.told = nil
	if q.Write {
		err := x.profiled.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
			x.told = nil // it may be run again
			for _, st := range statements {
				if _, err := tx.Run(ctx, st); err != nil {
					return err
				}
			}
			return nil
		})
		return x.told, err
	}
	for _, st := range statements {
		if _, err := x.profiled.Read(ctx, st); err != nil {
			return nil, err
		}
	}
	return x.told, nil
}
