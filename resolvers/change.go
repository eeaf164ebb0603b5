package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// maxMutationID bounds a clientMutationId, in bytes.
const maxMutationID = 128

// problem is a reason why a change cannot be made: an entry of userErrors.
type problem struct {
	path    []string
	kind    graph.Kind
	message string
}

// problems are returned by a change's work to undo all of it.
type problems []problem

// Error tells how many there are; clients read them one by one.
func (p problems) Error() string { return fmt.Sprintf("%d problems", len(p)) }

func (p *problems) add(kind graph.Kind, message string, path ...string) {
	*p = append(*p, problem{path: append([]string{"input"}, path...), kind: kind, message: message})
}

// orNil gives the problems as an error, if there are any.
func (p problems) orNil() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// row is what a payload is completed from: scalars, and keys in place of objects.
type row = map[string]any

// change carries out one mutation in one transaction. The same clientMutationId with the same input
// gives the first answer again; work that finds problems changes nothing.
func (r *Resolver) change(
	ctx context.Context, id *string, input any,
	work func(ctx context.Context, tx graph.Tx) (row, error),
) (answer.Object, error) {
	var result row
	err := r.store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		var err error
		result, err = once(ctx, tx, id, input, work)
		return err
	})
	var found problems
	switch {
	case errors.As(err, &found):
		result = row{}
	case err != nil:
		return nil, err
	}
	result["clientMutationId"], result["userErrors"] = id, found.rows()
	return r.complete(ctx, result)
}

// once looks whether the request was carried out before, and otherwise carries it out and keeps its
// result in the same transaction.
func once(
	ctx context.Context, tx graph.Tx, id *string, input any,
	work func(ctx context.Context, tx graph.Tx) (row, error),
) (row, error) {
	if id == nil {
		return work(ctx, tx)
	}
	if len(*id) == 0 || len(*id) > maxMutationID {
		return nil, problems{{[]string{"input", "clientMutationId"}, graph.Invalid,
			fmt.Sprintf("it has %d bytes; give 1 to %d", len(*id), maxMutationID)}}
	}
	key := graphql.GetFieldContext(ctx).Field.Name + ":" + *id
	print, err := fingerprint(input)
	if err != nil {
		return nil, err
	}
	before, err := tx.Run(ctx, statement("request/begin", row{"key": key}))
	if err != nil {
		return nil, err
	}
	if stored, ok := before[0]["result"].(string); ok {
		if before[0]["input"] != print {
			return nil, problems{{[]string{"input", "clientMutationId"}, graph.Conflict,
				fmt.Sprintf("%q was used for another input; give a new one", *id)}}
		}
		var result row
		return result, json.Unmarshal([]byte(stored), &result)
	}
	result, err := work(ctx, tx)
	if err != nil {
		return nil, err
	}
	kept, err := json.Marshal(result)
	if err != nil {
		return nil, fmt.Errorf("keeping the result of %s: %w", key, err)
	}
	_, err = tx.Run(ctx, statement("request/finish",
		row{"key": key, "input": print, "result": string(kept)}))
	return result, err
}

func fingerprint(input any) (string, error) {
	raw, err := json.Marshal(input)
	if err != nil {
		return "", fmt.Errorf("fingerprint of the input: %w", err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

func (p problems) rows() []any {
	rows := []any{}
	for _, one := range p {
		path := make([]any, len(one.path))
		for i, step := range one.path {
			path[i] = step
		}
		rows = append(rows, row{"path": path, "code": one.kind.Code(), "message": one.message})
	}
	return rows
}

func statement(name string, params row) graph.Statement {
	return graph.Statement{Text: statements.Text(name), Params: params}
}

// keyOf reads the key out of an id that must be of a type; otherwise it adds a problem.
func (p *problems) keyOf(id, typ string, path ...string) string {
	got, key, ok := compile.ParseID(id)
	switch {
	case !ok:
		p.add(graph.Invalid, fmt.Sprintf("%.200q is no id; use one as the API gave it", id), path...)
	case got != typ:
		p.add(graph.Invalid, fmt.Sprintf("the id is not that of a %s; give the id of a %s", typ, typ), path...)
	default:
		return key
	}
	return ""
}

// notNegative adds a problem for a number below zero.
func (p *problems) notNegative(n *int64, path ...string) {
	if n != nil && *n < 0 {
		p.add(graph.Invalid, strconv.FormatInt(*n, 10)+" is below zero; give 0 or more", path...)
	}
}
