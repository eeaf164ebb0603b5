package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
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

// numbers gives JSON's numbers the types that the database tells apart.
func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, _ := v.Float64()
		return f
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

// explain writes a page for each case: what is asked, the statements that answer, and their plans.
func explain(ctx context.Context, c config, all []question) (err error) {
	if err := os.MkdirAll(c.explain, 0o755); err != nil {
		return err
	}
	x, err := newExplainer(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.stop(ctx)) }()
	count, err := creatorCount(x.client)
	if err != nil {
		return err
	}
	for _, q := range all {
		set, err := x.unchanging(q)
		if err != nil {
			return err
		}
		page, err := x.page(ctx, q, set, count)
		if err != nil {
			return fmt.Errorf("%s: %w", q.Name, err)
		}
		if err := os.WriteFile(filepath.Join(c.explain, q.Name+".md"), []byte(page), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// unchanging gives a set of values that leaves the market as it is: of a change the last, of others the first.
func (x *explainer) unchanging(q question) (values, error) {
	if q.Write {
		all, err := sets(x.client, q)
		if err != nil {
			return nil, err
		}
		return all[len(all)-1], nil
	}
	all, err := firstSets(x.client, q, 1, pagesBefore+1)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// page is what explain writes of one case.
func (x *explainer) page(ctx context.Context, q question, set values, creators int) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Written by `go run ./bench -explain`. -->\n# %s\n\n%s, among %s creators.\n",
		q.Name, sentence(q.About), number(float64(creators)))
	variables, err := filled(q.Ours, set)
	if err != nil {
		return "", err
	}
	block(&b, "graphql", q.document+"\n# variables: "+inline(variables))
	profiles, err := x.profiles(ctx, q, set)
	if err != nil {
		return "", err
	}
	for _, p := range profiles {
		block(&b, "cypher", p.Statement.Text)
		block(&b, "json", inline(p.Statement.Params))
		block(&b, "text", p.String())
	}
	return b.String(), nil
}

func block(b *strings.Builder, kind, text string) {
	fmt.Fprintf(b, "\n```%s\n%s\n```\n", kind, strings.Trim(text, "\n"))
}

func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func inline(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(raw)
}
