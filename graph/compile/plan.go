package compile

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Plan is a compiled operation: one statement's text and how its values are bound.
type Plan struct {
	Text   string // empty when nothing is asked of the graph
	Shape  *Shape
	Splits []Split // where the statement leaves off
	// Separate are the statements of what is asked apart from the operation.
	Separate []SeparateStatement

	args    []*ast.Value
	params  []param
	pages   []page
	idLists []idList
	today   bool
	company *Company
}

// SeparateStatement is a statement of its own for a value that depends on little of the operation, so that it can be kept from
// one operation to the next: what a whole label's nodes come to.
type SeparateStatement struct {
	Text   string
	params []param
	today  bool
	query  cypher.Query // the text is printed when all is compiled
}

// BoundPlan is a plan with the values of one run.
type BoundPlan struct {
	Statement Statement
	Separate  []Statement
	Values    []any // what the separate statements gave; for the caller to fill in before the answer is written
	Pages     []PageRun
	IDs       [][]Ref // for each field of ids: what was asked for, in order
	// Arguments are those of each call, by name, defaults put in; absent and null ones are left out.
	Arguments map[*Call]map[string]any
	Inner     map[*Call][]Inner // of each call, in the order of the selection
}

// Ref names an object by type and key.
type Ref struct{ Type, Key string }

// Known is an object of which some properties are known already: where no more is asked for, it is not looked for.
type Known struct {
	Ref
	Properties map[string]any
}

// param is one parameter of the statement and where its value comes from.
type param struct {
	name string
	path ast.Path // of the value, for errors
	make func(r *binding) (any, error)
}

// page is what a connection's values come from.
type page struct {
	path     ast.Path
	limit    input
	backward bool
	after    bool
	before   bool
}

type idList struct {
	path ast.Path
	ids  input
}

// binding holds arguments' values under the operation's variables.
type binding struct {
	args  []any
	today string
}

// plan prints what was compiled.
func (u *compilation) plan(query cypher.Query, shape *Shape) (*Plan, error) {
	if err := u.checkSize(query); err != nil {
		return nil, err
	}
	today := readsToday(query)
	for i := range u.separate {
		separate := &u.separate[i]
		separate.Text, separate.today = cypher.Print(separate.query), readsToday(separate.query)
	}
	for i := range u.splits {
		split := &u.splits[i]
		split.Text = cypher.Print(split.query)
		isToday := readsToday(split.query)
		if split.Call != nil {
			for _, f := range split.Call.Filters {
				isToday = isToday || readsToday(f.head())
			}
		}
		if split.Separate > 0 {
			u.separate[split.Separate-1].today = u.separate[split.Separate-1].today || isToday
			continue
		}
		today = today || isToday
	}
	return &Plan{Text: cypher.Print(query), Shape: shape, Splits: u.splits, Separate: u.separate, args: u.args, params: u.params,
		pages: u.pages, idLists: u.idLists, today: today, company: u.company(query)}, nil
}

func readsToday(query cypher.Query) bool { return cypher.Reads(query, string(today)) }

// checkSize refuses what takes too long to plan.
func (u *compilation) checkSize(query cypher.Query) error {
	parts := cypher.Patterns(query)
	for _, c := range u.splits {
		if c.Call == nil {
			continue
		}
		for _, f := range c.Call.Filters {
			parts += cypher.Patterns(f.head())
		}
	}
	for _, separate := range u.separate {
		parts += cypher.Patterns(separate.query)
	}
	if parts > MaxParts {
		return &Error{TooBig: true,
			What: fmt.Sprintf("the operation has %d lists, objects and conditions on what is related, more than %d",
				parts, MaxParts),
			Remedy: "ask in several requests, or with fewer conditions"}
	}
	if u.conditions > MaxConditions {
		return &Error{TooBig: true,
			What:   fmt.Sprintf("the operation's filters have %d conditions, more than %d", u.conditions, MaxConditions),
			Remedy: "ask in several requests; give values of one field as a list with in"}
	}
	return nil
}

// Bind puts in the values of one run; today is the day, YYYY-MM-DD, that contracts are looked at on.
// It fails with an *Error for a value that cannot be used.
func (p *Plan) Bind(vars map[string]any, today string) (*BoundPlan, error) {
	r := &binding{args: make([]any, len(p.args)), today: today}
	for i, arg := range p.args {
		r.args[i] = valueOf(arg, vars)
	}
	values, err := bind(p.params, p.today, r)
	if err != nil {
		return nil, err
	}
	b := &BoundPlan{Statement: Statement{Text: p.Text, Params: values, Company: p.company}}
	if err := b.bindSeparate(p.Separate, r); err != nil {
		return nil, err
	}
	if err := b.bindPages(p.pages, r); err != nil {
		return nil, err
	}
	if err := b.bindIDs(p.idLists, r); err != nil {
		return nil, err
	}
	for _, split := range p.Splits {
		if split.Call == nil {
			continue
		}
		if err := b.bindCall(split.Call, r); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *BoundPlan) bindSeparate(statements []SeparateStatement, r *binding) error {
	for _, separate := range statements {
		values, err := bind(separate.params, separate.today, r)
		if err != nil {
			return err
		}
		b.Separate = append(b.Separate, Statement{Text: separate.Text, Params: values})
	}
	return nil
}

func (b *BoundPlan) bindPages(pages []page, r *binding) error {
	for _, page := range pages {
		limit, err := pageLimit(page.limit.at(r))
		if err != nil {
			return placed(err, page.path)
		}
		b.Pages = append(b.Pages, PageRun{
			Limit: limit, Backward: page.backward, After: page.after, Before: page.before,
		})
	}
	return nil
}

func (b *BoundPlan) bindIDs(lists []idList, r *binding) error {
	for _, list := range lists {
		refs, err := refs(list.ids.at(r))
		if err != nil {
			return placed(err, list.path)
		}
		b.IDs = append(b.IDs, refs)
	}
	return nil
}

// ParamsOf gives the parameters of the separate statement of a number, from 1; those of its statement for 0.
func (b *BoundPlan) ParamsOf(separate int) map[string]any {
	if separate == 0 {
		return b.Statement.Params
	}
	return b.Separate[separate-1].Params
}

// bind gives the values of a statement's parameters.
func bind(params []param, today bool, r *binding) (map[string]any, error) {
	values := make(map[string]any, len(params)+1)
	for _, param := range params {
		v, err := param.make(r)
		if err != nil {
			return nil, placed(err, param.path)
		}
		values[param.name] = v
	}
	if today {
		day, err := Date(r.today)
		if err != nil {
			return nil, err
		}
		values["today"] = day
	}
	return values, nil
}
