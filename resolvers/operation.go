package resolvers

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
)

// Intercept answers queries past gqlgen's executor: their found fields in one statement, their computed
// ones by Go functions; it is meant for handler.Server.AroundOperations. Operations that also ask for the
// schema go on to the executor, which finds the others' answers in its context.
func (r *Resolver) Intercept(
	ctx context.Context, next graphql.OperationHandler,
) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	op.Variables = compile.Variables(op.Variables)
	if op.Operation.Operation != ast.Query {
		if err := r.checkExecutable(op); err != nil {
			return graphql.OneShot(&graphql.Response{Data: orNull(nil), Errors: gqlerror.List{Present(ctx, r.log, err)}})
		}
		return withEventNumbers(ctx, op, next)
	}
	ctx, said := computed.WithWarnings(ctx)
	data, errs := r.answer(ctx, op)
	if data == nil || !asksSchema(op.Operation.SelectionSet) {
		return graphql.OneShot(withExtension(&graphql.Response{Data: orNull(data), Errors: errs}, said))
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{Present(ctx, r.log, err)}})
	}
	handle := next(withPrecomputed(ctx, fields))
	return func(ctx context.Context) *graphql.Response {
		response := handle(withPrecomputed(ctx, fields))
		if response != nil {
			response.Errors = append(errs, response.Errors...)
			errs = nil
		}
		return withExtension(response, said)
	}
}

// withEventNumbers runs a mutation or subscription; the events of the latter bear numbers.
func withEventNumbers(ctx context.Context, op *graphql.OperationContext, next graphql.OperationHandler) graphql.ResponseHandler {
	if op.Operation.Operation != ast.Subscription {
		return next(ctx)
	}
	ctx, numbers := withEventNumbering(ctx)
	handle := next(ctx)
	return func(ctx context.Context) *graphql.Response { return numbers.on(handle(ctx)) }
}

// withExtension adds to a response what was said of its fields.
func withExtension(response *graphql.Response, said *computed.Warnings) *graphql.Response {
	list := said.List()
	if response == nil || len(list) == 0 {
		return response
	}
	if response.Extensions == nil {
		response.Extensions = map[string]any{}
	}
	response.Extensions["warnings"] = list
	return response
}

// checkExecutable looks at a mutation or subscription before the executor changes or sends anything: its
// arguments' values, and what is selected of its payloads, which are read only after the change.
func (r *Resolver) checkExecutable(op *graphql.OperationContext) error {
	if err := r.compiler.CheckArguments(op.Operation, op.Variables); err != nil {
		return err
	}
	root := r.compiler.Mapping().Schema.Types[rootNames[op.Operation.Operation]]
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{root.Name})
	if op.Operation.Operation != ast.Subscription {
		return r.checkPayloads(op, fields)
	}
	if len(fields) != 1 {
		return graph.Errorf(graph.Invalid, "subscribe once for each", "a subscription takes one field")
	}
	return nil
}

// checkPayloads compiles what is selected of a mutation's payloads, and binds its values.
func (r *Resolver) checkPayloads(op *graphql.OperationContext, fields []graphql.CollectedField) error {
	for _, f := range fields {
		if f.Field.Definition.Type.Name() == "String" { // __typename
			continue
		}
		plan, err := r.payloadPlan(op, f.Field)
		if err != nil {
			return err
		}
		if _, err := plan.Bind(op.Variables, r.today()); err != nil {
			return err
		}
	}
	return nil
}

var rootNames = map[ast.Operation]string{ast.Mutation: "Mutation", ast.Subscription: "Subscription"}

// answer runs an operation; no data means that the whole answer is null.
func (r *Resolver) answer(ctx context.Context, op *graphql.OperationContext) ([]byte, gqlerror.List) {
	plan, err := r.plan(planKey{operation: op.Operation}, op.Variables, func() (*compile.Plan, error) {
		return r.splitting.Load().Compile(op.Operation, op.Variables)
	})
	if err != nil {
		return nil, gqlerror.List{Present(ctx, r.log, err)}
	}
	return r.run(ctx, plan, op.Variables, nil)
}

// run binds a plan, reads its one record and writes the answer. Parameters that are not the
// client's come in extra.
func (r *Resolver) run(
	ctx context.Context, plan *cachedPlan, vars, extra map[string]any,
) ([]byte, gqlerror.List) {
	boundPlan, record, err := r.read(ctx, plan, vars, extra)
	if err != nil {
		return nil, gqlerror.List{Present(ctx, r.log, err)}
	}
	data, faults, ok, err := r.write(ctx, plan, boundPlan, record)
	if err != nil {
		return nil, gqlerror.List{Present(ctx, r.log, err)}
	}
	var errs gqlerror.List
	for _, fault := range faults {
		errs = append(errs, nullValue(fault))
	}
	if !ok {
		return nil, errs
	}
	return data, errs
}

// read binds a plan and reads its one record, and what is read apart from it.
func (r *Resolver) read(
	ctx context.Context, plan *cachedPlan, vars, extra map[string]any,
) (boundPlan *compile.BoundPlan, record []any, err error) {
	if boundPlan, err = plan.Bind(vars, r.today()); err != nil {
		return nil, nil, err
	}
	maps.Copy(boundPlan.Statement.Params, extra)
	if plan.Text != "" {
		if record, err = r.store.Row(ctx, boundPlan.Statement); err != nil {
			return nil, nil, err
		}
	}
	if err := r.readSeparate(ctx, boundPlan); err != nil {
		return nil, nil, err
	}
	if extra != nil && len(record) > 0 { // what completes a row is one column
		record, _ = record[0].([]any)
	}
	return boundPlan, record, nil
}

// nullValue is the error of a field that has no value and must have one.
func nullValue(fault answer.Error) *gqlerror.Error {
	return errorWithCode(fault.Message, fault.Path, graph.NullValue)
}

func orNull(data []byte) json.RawMessage {
	if data == nil {
		return json.RawMessage("null")
	}
	return data
}

// asksSchema says whether a selection asks, at its root, for the schema itself.
func asksSchema(set ast.SelectionSet) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return s.Name == "__schema" || s.Name == "__type"
		case *ast.InlineFragment:
			return asksSchema(s.SelectionSet)
		case *ast.FragmentSpread:
			return asksSchema(s.Definition.SelectionSet)
		}
		return false
	})
}

// complete fills in what the client selected below a computed field whose Go function gave a row
// of scalars and keys.
func (r *Resolver) complete(ctx context.Context, row map[string]any) (answer.Object, error) {
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field.Field
	plan, err := r.payloadPlan(op, field)
	if err != nil {
		return nil, err
	}
	data, errs := r.run(ctx, plan, op.Variables, map[string]any{"rows": []any{row}})
	for _, err := range errs {
		if len(err.Path) == 0 || !strings.HasPrefix(err.Path.String(), field.Alias) {
			err.Path = append(ast.Path{ast.PathName(field.Alias)}, err.Path...)
		}
		graphql.AddError(ctx, err)
	}
	return data, nil
}

// payloadPlan gives the plan of what a client selected below a computed field.
func (r *Resolver) payloadPlan(op *graphql.OperationContext, field *ast.Field) (*cachedPlan, error) {
	typ := r.compiler.Mapping().Types[field.Definition.Type.Name()]
	return r.plan(planKey{operation: op.Operation, field: field}, op.Variables, func() (*compile.Plan, error) {
		return r.splitting.Load().Rows(field, typ, op.Variables)
	})
}
