package resolvers

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/creatorgraph/creatorgraph/export/table"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/queries"
)

// completeValues completes the values that a saved query is asked with: ids become keys where it takes keys and keys ids where
// it takes ids, and a day that was left out becomes the last one of the data, which it says.
func (r *Resolver) completeValues(ctx context.Context, q queries.Query, values map[string]any) (said []string, err error) {
	for _, p := range q.Parameters {
		switch {
		case p.Of != "":
			values[p.Name] = convertIDs(p, values[p.Name])
		case p.LastDay && values[p.Name] == nil:
			day, err := r.lastDay(ctx)
			if err != nil {
				return nil, err
			}
			values[p.Name] = day
			if day != r.today() {
				said = append(said, fmt.Sprintf("%s is %s, the last day of the data; give another one if another counts", p.Name, day))
			}
		}
	}
	return said, nil
}

// convertIDs gives what a parameter takes, keys or ids, for either of the two.
func convertIDs(p queries.Parameter, value any) any {
	switch v := value.(type) {
	case []any:
		all := make([]any, len(v))
		for i, one := range v {
			all[i] = convertIDs(p, one)
		}
		return all
	case string:
		typ, key, isID := compile.ParseID(v)
		isID = isID && typ == p.Of
		takesIDs := strings.Trim(p.Type, "[]!") == "ID"
		if takesIDs == isID {
			return v
		}
		if takesIDs {
			return compile.ID(p.Of, v)
		}
		return key
	}
	return value
}

// lastDayTTL is how long a day that was found is taken to be the last one.
const lastDayTTL = 5 * time.Minute

// lastDays remembers the last day of the data.
type lastDays struct {
	mu    sync.Mutex
	day   string
	until time.Time
}

// lastDay is the last day of which the graph tells anything, today at the latest: that of the latest content or of the
// last count of followers, whichever is later; where there are neither, the day on which the latest campaign began;
// else today.
func (r *Resolver) lastDay(ctx context.Context) (string, error) {
	r.last.mu.Lock()
	defer r.last.mu.Unlock()
	if r.now().Before(r.last.until) {
		return r.last.day, nil
	}
	rows, err := r.store.Read(ctx, statement("graph/last_day", row{"today": graph.DayOf(r.today())}))
	if err != nil {
		return "", err
	}
	day := ""
	for _, found := range rows {
		day = max(column.Text(found["published"]), column.Text(found["counted"]))
		if day == "" {
			day = column.Text(found["began"])
		}
	}
	if day == "" || day > r.today() {
		day = r.today()
	}
	r.last.day, r.last.until = day, r.now().Add(lastDayTTL)
	return day, nil
}

// noMatchNote is said of an empty answer for which nothing is missing.
const noMatchNote = "nothing fits what was asked with; the graph has what the question needs, so take wider bounds or other keys"

// missingRequirements says what an empty answer lacks: of all that the query requires, what does not hold.
func (r *Resolver) missingRequirements(ctx context.Context, q queries.Query, values map[string]any) ([]string, error) {
	if len(q.Requires) == 0 {
		return nil, nil
	}
	got, err := r.Cypher(ctx, requirementsStatement(q, values), 1)
	if err != nil || len(got.Rows) == 0 {
		return nil, err
	}
	var lacks []string
	for i, holds := range got.Rows[0] {
		if holds != true {
			lacks = append(lacks, q.Requires[i].Lack)
		}
	}
	if len(lacks) == 0 {
		lacks = []string{noMatchNote}
	}
	return lacks, nil
}

// requirementsStatement asks for each thing that a query requires whether it holds.
func requirementsStatement(q queries.Query, values map[string]any) graph.Statement {
	conditions := make([]string, len(q.Requires))
	for i, required := range q.Requires {
		conditions[i] = fmt.Sprintf("(%s) AS r%d", required.Condition, i)
	}
	params := map[string]any{}
	for _, p := range q.Parameters {
		params[p.Name] = values[p.Name]
	}
	return graph.Statement{Text: "RETURN " + strings.Join(conditions, ",\n  "), Params: params}
}

// withDeclaredTypes gives a table's columns the types that a query declares.
func withDeclaredTypes(t table.Table, q queries.Query) table.Table {
	for i, c := range t.Columns {
		for _, declared := range q.Columns {
			if declared.Name == c.Name {
				t.Columns[i].Type = table.Named(declared.Type)
			}
		}
	}
	return t
}
