package resolvers

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strconv"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

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

// change carries out one mutation in one transaction of its own. The same clientMutationId with the same input
// gives the first answer again; work that finds problems changes nothing.
func (r *Resolver) change(
	ctx context.Context, id *string, input any,
	work func(ctx context.Context, tx graph.Tx) (row, error),
) (answer.Object, error) {
	request, err := newRequest(ctx, id, input)
	if err != nil {
		return r.payload(ctx, id, nil, err)
	}
	var done []outcome
	err = r.store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		var err error
		done, err = executeOnce(ctx, tx, []namedChange[struct{}]{{request: request}}, func([]struct{}) ([]outcome, error) {
			result, err := work(ctx, tx)
			return []outcome{{Value: result}}, err
		})
		return err
	})
	if err != nil {
		return r.payload(ctx, id, nil, err)
	}
	return r.payload(ctx, id, done[0].Value, done[0].Err)
}

// payload is what a mutation answers: what came of it, completed as the client selected, or problems.
func (r *Resolver) payload(ctx context.Context, id *string, result row, err error) (answer.Object, error) {
	var found problems
	var against conflict
	switch {
	case errors.As(err, &against):
		found, result = against.problems, against.current
	case err != nil && !errors.As(err, &found):
		return nil, err
	}
	given := row{"clientMutationId": id, "userErrors": found.rows()}
	if err == nil || against.current != nil {
		maps.Copy(given, result)
	}
	return r.complete(ctx, given)
}

// maxProblemsShown is how many problems of one input are told; a longer list helps nobody.
const maxProblemsShown = 20

func (p problems) rows() []any {
	rows := []any{}
	for i, one := range p {
		if i == maxProblemsShown {
			rest := fmt.Sprintf("%d more problems are not listed; mend these first", len(p)-i)
			return append(rows, row{"path": []any{"input"}, "code": one.kind.Code(), "message": rest})
		}
		path := make([]any, len(one.path))
		for i, step := range one.path {
			path[i] = step
		}
		rows = append(rows, row{"path": path, "code": one.kind.Code(), "message": graph.Brief(one.message)})
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

// checkNotNegative adds a problem for a number below zero.
func (p *problems) checkNotNegative(n *int64, path ...string) {
	if n != nil && *n < 0 {
		p.add(graph.Invalid, strconv.FormatInt(*n, 10)+" is below zero; give 0 or more", path...)
	}
}
