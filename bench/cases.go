package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

//go:embed cases/*
var files embed.FS

// values is one set of what a case is asked with, or a row of a pool.
type values = map[string]any

// question is one case: the same asked of three servers, or of those that have something like it.
type question struct {
	Name  string `json:"-"`
	Title string `json:"title"` // a word or two
	About string `json:"about"` // what is asked
	Pool  string `json:"pool"`  // where the values come from, see pools.go
	Sets  []any  `json:"sets"`  // or the values themselves
	Write bool   `json:"write"` // changes the graph; asked once more, in order, when all is done
	Note  string `json:"note"`  // how the peer's question differs
	// P95 is what 95 of 100 answers must come within, milliseconds, with so many Clients; zero for no bound, and
	// for as many as the run has connections.
	P95     float64 `json:"p95"`
	Clients int     `json:"clients"`

	// What each server is sent; a text "$name" stands for a value of the set.
	Ours values `json:"ours"`
	Twin values `json:"twin"` // none where no one statement answers it
	Peer values `json:"peer"` // none where the peer has nothing like it

	document, peerDocument string
}

// questions reads the cases whose names fit a pattern, in order.
func questions(only *regexp.Regexp) ([]question, error) {
	paths, err := fs.Glob(files, "cases/*.json")
	if err != nil {
		return nil, err
	}
	var all []question
	for _, p := range paths {
		name := strings.TrimSuffix(path.Base(p), ".json")
		if !only.MatchString(name) {
			continue
		}
		q, err := readQuestion(name)
		if err != nil {
			return nil, fmt.Errorf("bench/%s: %w", p, err)
		}
		all = append(all, q)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("-cases %s fits no case; see bench/cases", only)
	}
	return all, nil
}

func readQuestion(name string) (question, error) {
	q := question{Name: name}
	raw, err := files.ReadFile("cases/" + name + ".json")
	if err != nil {
		return q, err
	}
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&q); err != nil {
		return q, err
	}
	for _, d := range []struct {
		ending string
		into   *string
	}{{".graphql", &q.document}, {".peer.graphql", &q.peerDocument}} {
		text, err := files.ReadFile("cases/" + name + d.ending)
		if d.into == &q.peerDocument && q.Peer == nil {
			continue
		}
		if err != nil {
			return q, err
		}
		*d.into = string(text)
	}
	return q, nil
}

// servers are those that are asked a case.
func (q question) servers() []server {
	switch {
	case q.Twin == nil:
		return servers[:handwritten]
	case q.Peer == nil:
		return servers[:peer]
	}
	return servers[:]
}

// body gives what a server is sent for a set of values.
func (q question) body(s server, set values) ([]byte, error) {
	switch s {
	case ours:
		return request(q.document, q.Ours, set)
	case peer:
		return request(q.peerDocument, q.Peer, set)
	}
	params, err := filled(q.Twin, set)
	if err != nil {
		return nil, err
	}
	return json.Marshal(params)
}

func request(document string, variables, set values) ([]byte, error) {
	v, err := filled(variables, set)
	if err != nil {
		return nil, err
	}
	return json.Marshal(values{"query": document, "variables": v})
}

// filled puts a set's values in the places that name them.
func filled(template any, set values) (any, error) {
	switch t := template.(type) {
	case string:
		name, isName := strings.CutPrefix(t, "$")
		if !isName {
			return t, nil
		}
		v, ok := set[name]
		if !ok {
			return nil, fmt.Errorf("%s: the set has no such value", t)
		}
		return v, nil
	case values:
		all := values{}
		for name, inner := range t {
			v, err := filled(inner, set)
			if err != nil {
				return nil, err
			}
			all[name] = v
		}
		return all, nil
	case []any:
		all := slices.Clone(t)
		for i, inner := range t {
			v, err := filled(inner, set)
			if err != nil {
				return nil, err
			}
			all[i] = v
		}
		return all, nil
	}
	return template, nil
}
