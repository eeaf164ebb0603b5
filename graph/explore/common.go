package explore

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// Bounds of what is asked to have something in common, and of how much of it is told.
const (
	minCommon, maxCommon = 2, 50
	maxInCommon          = 1000
)

// InCommon answers Query.inCommon.
func (e Explorer) InCommon(ctx context.Context, q computed.Request) ([]any, error) {
	of, err := e.commonOf(q.Arguments)
	if err != nil {
		return nil, err
	}
	first, err := q.Arguments.Count("first", 1, maxInCommon)
	if err != nil {
		return nil, err
	}
	given := make([]any, len(of))
	for i, one := range of {
		given[i] = computed.Row{"place": i, "type": one.Type, "key": one.Key}
	}
	if err := e.mustExist(ctx, of, given); err != nil {
		return nil, err
	}
	found, err := e.Graph.Read(ctx, graph.Statement{Text: statements.Text("common/shared"),
		Params: map[string]any{"of": given, "labels": e.labelsOf(q.Arguments.Texts("kinds")), "most": first}})
	if err != nil {
		return nil, err
	}
	all := make([]any, len(found))
	for i, one := range found {
		all[i] = commonRow(of, one)
	}
	return all, nil
}

// mustExist refuses entities of which there is none.
func (e Explorer) mustExist(ctx context.Context, of []compile.Ref, given []any) error {
	existing, err := e.Graph.Read(ctx, graph.Statement{Text: statements.Text("common/entities"), Params: map[string]any{"of": given}})
	if err != nil {
		return err
	}
	there := map[int64]bool{}
	for _, one := range existing {
		there[column.Long(one["place"])] = true
	}
	for i, one := range of {
		if !there[int64(i)] {
			return computed.NotFound(fmt.Sprintf("of[%d]", i), one)
		}
	}
	return nil
}

// commonRow is an entity with those that share it.
func commonRow(of []compile.Ref, found graph.Record) computed.Row {
	shared := []any{}
	for place, ref := range of {
		if slices.Contains(column.List(found["shared"]), any(int64(place))) {
			shared = append(shared, ref)
		}
	}
	return computed.Row{"entity": compile.Ref{Type: column.Text(found["type"]), Key: column.Text(found["key"])},
		"count": int64(len(shared)), "shared": shared}
}

// commonOf reads the entities asked about, each of which may come once.
func (e Explorer) commonOf(args computed.Arguments) ([]compile.Ref, error) {
	if n := len(args.Texts("of")); n < minCommon || n > maxCommon {
		return nil, args.Wrong("of", fmt.Sprintf("%d entities", n), fmt.Sprintf("give %d to %d", minCommon, maxCommon))
	}
	of, err := args.Refs("of", e.Entities...)
	if err != nil {
		return nil, err
	}
	for i, ref := range of {
		if before := slices.Index(of, ref); before < i {
			return nil, &compile.Error{Path: ast.Path{ast.PathName("of"), ast.PathIndex(i)},
				What: fmt.Sprintf("%s %q is of[%d] already", ref.Type, ref.Key, before), Remedy: "give each one once"}
		}
	}
	return of, nil
}

// labelsOf gives the labels of kinds of entities; of none those of all.
func (e Explorer) labelsOf(kinds []string) []string {
	labels := slices.Clone(e.Entities)
	if kinds == nil {
		return labels
	}
	return slices.DeleteFunc(labels, func(label string) bool { return !slices.Contains(kinds, strings.ToUpper(label)) })
}
