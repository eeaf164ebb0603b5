package resolvers

import (
	"context"
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph/answer"
)

// apply carries out a mutation that is one named statement, which may run twice, and answers it: all in
// one round trip. done is false where the statement found nothing to change.
func (r *Resolver) apply(
	ctx context.Context, name string, params row,
) (object answer.Object, done bool, err error) {
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field.Field
	plan, err := r.applied(op, field, name)
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
	explain(ctx, bound.Statement, 1)
	payload, _ := record[0].([]any)
	data, faults, ok, err := r.write(ctx, plan, bound, payload)
	if err != nil {
		return nil, false, err
	}
	for _, fault := range faults {
		graphql.AddError(ctx, &gqlerror.Error{Message: fault.Message,
			Path:       append(ast.Path{ast.PathName(field.Alias)}, fault.Path...),
			Extensions: map[string]any{"code": "NULL_VALUE"}})
	}
	if !ok {
		return nil, true, nil
	}
	return data, true, nil
}

// applied is the plan of a mutation and its payload in one statement, beside that of its payload alone.
func (r *Resolver) applied(
	op *graphql.OperationContext, field *ast.Field, name string,
) (*plan, error) {
	key := planKey{operation: op.Operation, field: field,
		form: name + " " + r.compiler.Form(op.Operation, op.Variables)}
	if known, ok := r.plans.Get(key); ok {
		return known, nil
	}
	compiled, err := r.cutting.Load().Change(name, field,
		r.compiler.Mapping().Types[field.Definition.Type.Name()], op.Variables)
	if err != nil {
		return nil, err
	}
	made := &plan{Plan: compiled}
	r.plans.Add(key, made)
	return made, nil
}
