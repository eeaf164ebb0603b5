package resolvers

import (
	"context"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// apply carries out a mutation that is one named statement, which may run twice, and answers it: all in
// one round trip. done is false where the statement found nothing to change.
func (r *Resolver) apply(
	ctx context.Context, name string, params row,
) (object answer.Object, done bool, err error) {
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field.Field
	key := planKey{operation: op.Operation, field: field, statement: name}
	plan, err := r.plan(key, op.Variables, func() (*compile.Plan, error) {
		typ := r.compiler.Mapping().Types[field.Definition.Type.Name()]
		return r.cutting.Load().Change(name, field, typ, op.Variables)
	})
	if err != nil {
		return nil, false, err
	}
	bound, err := plan.Bind(op.Variables, r.today())
	if err != nil {
		return nil, false, err
	}
	maps.Copy(bound.Statement.Params, params)
	record, err := r.store.Change(ctx, bound.Statement)
	if err != nil || len(record) == 0 {
		return nil, false, err
	}
	payload, _ := record[0].([]any)
	data, faults, ok, err := r.write(ctx, plan, bound, payload)
	if err != nil {
		return nil, false, err
	}
	for _, fault := range faults {
		fault.Path = append(ast.Path{ast.PathName(field.Alias)}, fault.Path...)
		graphql.AddError(ctx, nullValue(fault))
	}
	if !ok {
		return nil, true, nil
	}
	return data, true, nil
}
