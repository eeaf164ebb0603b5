package compile

import (
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/mapping"
)

// checked makes a parameter of an input that may have bounds or begin a period; beside gives another input that stands
// beside it.
func (u *compilation) checked(
	in input, bounds map[string]mapping.Bounds, periods map[string]mapping.Period, beside func(name string) (input, bool),
) cypher.Expr {
	if b, isBounded := bounds[in.name]; isBounded {
		return u.bounded(in, b)
	}
	if p, begins := periods[in.name]; begins {
		if last, ok := beside(p.Until); ok {
			return u.first(in, last, p)
		}
	}
	return u.value(in)
}

// bounded makes a parameter of a number that must be within bounds.
func (u *compilation) bounded(in input, b mapping.Bounds) cypher.Expr {
	path := append(slices.Clone(u.path), in.argumentPath()...)
	return u.add(path, func(r *binding) (any, error) {
		n, err := Long(in.at(r))
		if err == nil && (n < b.Least || n > b.Most) {
			return nil, &Error{What: fmt.Sprintf("%s of %d", in.name, n), TooBig: n > b.Most,
				Remedy: fmt.Sprintf("give %s to %s", thousands(b.Least), thousands(b.Most))}
		}
		return n, err
	})
}

// thousands writes a number of up to six digits as people do.
func thousands(n int64) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// first makes a parameter of the first day of a period, whose last day must fit it.
func (u *compilation) first(in, last input, p mapping.Period) cypher.Expr {
	path := append(slices.Clone(u.path), in.argumentPath()...)
	return u.add(path, func(r *binding) (any, error) {
		from, err := Date(in.at(r))
		if err != nil {
			return nil, err
		}
		to, err := Date(last.at(r))
		if err != nil {
			return nil, placed(err, append(slices.Clone(path[:len(path)-1]), ast.PathName(last.name)))
		}
		return from, fits(in.name, from, last.name, to, p)
	})
}

// fits refuses a period that ends before it begins, or that has too many days.
func fits(first string, from dbtype.Date, last string, to dbtype.Date, p mapping.Period) error {
	begin, end := from.Time(), to.Time()
	if end.Before(begin) {
		return wrong(fmt.Sprintf("give a %s on or after %s", last, first), "%s %s is before %s %s", last, to, first, from)
	}
	if days := int64(end.Sub(begin).Hours()/24) + 1; days > p.Most {
		return &Error{What: fmt.Sprintf("%s %s to %s %s is a period of %d days", first, from, last, to, days), TooBig: true,
			Remedy: fmt.Sprintf("ask for %d days at most, and for longer periods in parts", p.Most)}
	}
	return nil
}
