package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// handler answers one case.
type handler struct {
	driver    neo4j.DriverWithContext
	statement string
	run       func(context.Context, neo4j.DriverWithContext, string, map[string]any) (*neo4j.Record, error)
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	params, err := parameters(r)
	if err != nil {
		http.Error(w, "give the statement's parameters as a JSON object: "+err.Error(), http.StatusBadRequest)
		return
	}
	record, err := h.run(r.Context(), h.driver, h.statement, params)
	if err != nil {
		log.Printf("%s: %v", r.URL.Path, err)
		http.Error(w, "the database did not answer", http.StatusInternalServerError)
		return
	}
	body, err := json.Marshal(map[string]any{"data": record.AsMap()})
	if err != nil {
		log.Printf("%s: %v", r.URL.Path, err)
		http.Error(w, "the answer cannot be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body)
}

// read runs a statement in one round trip.
func read(
	ctx context.Context, driver neo4j.DriverWithContext, statement string, params map[string]any,
) (*neo4j.Record, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	return result.Single(ctx)
}

// write runs a statement in a transaction that is tried again where two changes meet.
func write(
	ctx context.Context, driver neo4j.DriverWithContext, statement string, params map[string]any,
) (*neo4j.Record, error) {
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite})
	defer func() { _ = session.Close(ctx) }()
	return neo4j.ExecuteWrite(ctx, session, func(tx neo4j.ManagedTransaction) (*neo4j.Record, error) {
		result, err := tx.Run(ctx, statement, params)
		if err != nil {
			return nil, err
		}
		return result.Single(ctx)
	})
}

// parameters reads a statement's parameters; JSON's whole numbers become Cypher's.
func parameters(r *http.Request) (map[string]any, error) {
	decoder := json.NewDecoder(r.Body)
	decoder.UseNumber()
	params := map[string]any{}
	if err := decoder.Decode(&params); err != nil {
		return nil, err
	}
	for name, v := range params {
		params[name] = value(v)
	}
	return params, nil
}

func value(v any) any {
	switch v := v.(type) {
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			f, _ := v.Float64()
			return f
		}
		i, _ := v.Int64()
		return i
	case map[string]any:
		for name, inner := range v {
			v[name] = value(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = value(inner)
		}
	}
	return v
}
