// Package resolve answers Query.resolveCreators: whom pasted lines of names, handles, keys and links mean. Package paste
// reads the lines; what has to be looked up stands here.
package resolve

import (
	"context"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/paste"
)

// Bounds of what is resolved at once, and of what is offered where it is not clear who is meant.
const (
	maxLines      = 500
	maxCandidates = 5
)

// Reader runs a statement that reads, such as graph.Store.Read.
type Reader interface {
	Read(ctx context.Context, st graph.Statement) ([]graph.Record, error)
}

// Resolver looks lines up in one graph.
type Resolver struct{ Graph Reader }

// Creators answers Query.resolveCreators.
func (r Resolver) Creators(ctx context.Context, q computed.Request) ([]any, error) {
	given := q.Arguments.Texts("lines")
	if n := len(given); n > maxLines {
		return nil, q.Arguments.Wrong("lines", fmt.Sprintf("%d lines", n), fmt.Sprintf("give at most %d at once", maxLines))
	}
	lines := make([]paste.Line, len(given))
	for i, text := range given {
		lines[i] = paste.Read(text)
	}
	found, err := r.wholeMatches(ctx, lines)
	if err != nil {
		return nil, err
	}
	var unclear []int
	all := make([]any, len(given))
	for i, text := range given {
		row := rowOf(text, narrowed(lines[i], found[i]))
		if all[i] = row; row["state"] == "MISSING" && lines[i].Guess != "" {
			unclear = append(unclear, i)
		}
	}
	return all, r.offer(ctx, lines, unclear, all)
}

// rowOf is a line with whom it means.
func rowOf(line string, meant []string) computed.Row {
	row := computed.Row{"line": line, "state": "MISSING", "candidates": []any{}}
	switch len(meant) {
	case 0:
	case 1:
		row["state"], row["creator"] = "FOUND", meant[0]
	default:
		row["state"], row["candidates"] = "DOUBTFUL", candidates(meant)
	}
	return row
}

// pastedCreator is a creator whom a line may mean.
type pastedCreator struct{ key, name, handle string }

// wholeMatches reads, for each line, the creators that have one of its texts as key, handle or name.
func (r Resolver) wholeMatches(ctx context.Context, lines []paste.Line) ([][]pastedCreator, error) {
	found := make([][]pastedCreator, len(lines))
	var asked []any
	for i, line := range lines {
		if len(line.Texts) > 0 {
			asked = append(asked, computed.Row{"at": i, "texts": line.Texts, "query": line.Whole()})
		}
	}
	if len(asked) == 0 {
		return found, nil
	}
	rows, err := r.Graph.Read(ctx, graph.Statement{Text: statements.Text("resolve/whole"), Params: computed.Row{"lines": asked}})
	for _, one := range rows {
		i := column.Long(one["at"])
		found[i] = append(found[i], pastedCreator{column.Text(one["key"]), column.Text(one["name"]), column.Text(one["handle"])})
	}
	return found, err
}

// narrowed gives those whom a line means: who has the surest of its texts that anybody has, and of several those who
// have its other texts as well.
func narrowed(line paste.Line, found []pastedCreator) []string {
	var meant []pastedCreator
	for _, text := range line.Texts {
		var fit []pastedCreator
		for _, one := range found {
			if one.key == text {
				return []string{one.key}
			}
			if paste.Is(text, one.name) || paste.Is(text, one.handle) || paste.Is(text, one.key) {
				fit = append(fit, one)
			}
		}
		switch {
		case len(meant) == 0:
			meant = fit
		case len(meant) > 1 && len(both(meant, fit)) > 0:
			meant = both(meant, fit)
		}
	}
	keys := make([]string, len(meant))
	for i, one := range meant {
		keys[i] = one.key
	}
	return keys
}

func both(some, others []pastedCreator) []pastedCreator {
	var all []pastedCreator
	for _, one := range some {
		for _, other := range others {
			if one.key == other.key {
				all = append(all, one)
			}
		}
	}
	return all
}

// offer looks for names like what is said in lines that nobody fits.
func (r Resolver) offer(ctx context.Context, lines []paste.Line, unclear []int, all []any) error {
	if len(unclear) == 0 {
		return nil
	}
	asked := make([]any, len(unclear))
	for at, i := range unclear {
		asked[at] = computed.Row{"at": i, "names": lines[i].Names(), "near": lines[i].OneTypo(), "far": lines[i].TwoTypos()}
	}
	rows, err := r.Graph.Read(ctx, graph.Statement{Text: statements.Text("resolve/like"), Params: computed.Row{"lines": asked, "most": maxCandidates}})
	for _, found := range rows {
		one, _ := all[column.Long(found["at"])].(computed.Row)
		one["candidates"] = column.List(found["far"])
		if near := column.List(found["near"]); len(near) > 0 {
			one["state"], one["candidates"] = "DOUBTFUL", near
		}
	}
	return err
}

func candidates(keys []string) []any {
	all := make([]any, 0, maxCandidates)
	for _, key := range keys[:min(len(keys), maxCandidates)] {
		all = append(all, key)
	}
	return all
}
