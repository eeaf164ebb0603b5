package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
)

// maxMutationID bounds a clientMutationId, in bytes.
const maxMutationID = 128

// outcome is what came of a mutation: the row its payload is completed from, or problems.
type outcome = graph.Outcome[row]

// request is a mutation that the client named, so that it can be sent again.
type request struct {
	key   string // of the node that keeps its result
	id    string // the client's
	print string // of its input
}

// requested is a change and the request for it; nil where the client gave no name.
type requested[T any] struct {
	request *request
	change  T
}

// newRequest reads a clientMutationId; nil where there is none.
func newRequest(ctx context.Context, id *string, input any) (*request, error) {
	if id == nil {
		return nil, nil //nolint:nilnil // no request is what the absence of an id means
	}
	if len(*id) == 0 || len(*id) > maxMutationID {
		return nil, problems{{[]string{"input", "clientMutationId"}, graph.Invalid,
			fmt.Sprintf("it has %d bytes; give 1 to %d", len(*id), maxMutationID)}}
	}
	print, err := fingerprint(input)
	return &request{key: graphql.GetFieldContext(ctx).Field.Name + ":" + *id, id: *id, print: print}, err
}

func fingerprint(input any) (string, error) {
	raw, err := json.Marshal(input)
	if err != nil {
		return "", fmt.Errorf("fingerprint of the input: %w", err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

// checkLimit is what a request gave when it was carried out.
type storedOutcome struct {
	print   string
	outcome outcome
}

// repeat gives what a request gave before, unless it now asks for something else.
func (k storedOutcome) repeat(again *request) outcome {
	if k.print == again.print {
		return k.outcome
	}
	return outcome{Err: problems{{[]string{"input", "clientMutationId"}, graph.Conflict,
		fmt.Sprintf("%q was used for another input; give a new one", again.id)}}}
}

// once carries out, in one transaction, the changes that were not carried out before, and keeps what named ones
// gave. Of those sent twice at this moment the first is carried out. An error of work undoes everything, a change's
// own problems must come before it has written anything.
func once[T any](
	ctx context.Context, tx graph.Tx, all []requested[T], work func([]T) ([]outcome, error),
) ([]outcome, error) {
	known, err := begin(ctx, tx, all)
	if err != nil {
		return nil, err
	}
	var changes []T
	var places []int // in all, of the changes to carry out
	for i, one := range all {
		if one.request != nil {
			if _, isKnown := known[one.request.key]; isKnown {
				continue
			}
			known[one.request.key] = storedOutcome{} // whoever says it again at once has its outcome
		}
		changes, places = append(changes, one.change), append(places, i)
	}
	outcomes := make([]outcome, len(all))
	if len(changes) > 0 {
		done, err := work(changes)
		if err != nil {
			return nil, err
		}
		for at, i := range places {
			outcomes[i] = done[at]
			if r := all[i].request; r != nil {
				known[r.key] = storedOutcome{r.print, done[at]}
			}
		}
	}
	for i, one := range all {
		if one.request != nil && !slices.Contains(places, i) {
			outcomes[i] = known[one.request.key].repeat(one.request)
		}
	}
	return outcomes, finish(ctx, tx, all, places, outcomes)
}

// begin reads what requests gave that were carried out before, and makes others wait that ask for the same.
func begin[T any](ctx context.Context, tx graph.Tx, all []requested[T]) (map[string]storedOutcome, error) {
	known := map[string]storedOutcome{}
	keys := map[string]bool{}
	for _, one := range all {
		if one.request != nil {
			keys[one.request.key] = true
		}
	}
	if len(keys) == 0 {
		return known, nil
	}
	rows, err := tx.Run(ctx, statement("request/begin", row{"keys": slices.Sorted(maps.Keys(keys))}))
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		key, _ := r["key"].(string)
		print, _ := r["input"].(string)
		stored, ok := r["result"].(string)
		if !ok {
			continue
		}
		var result row
		if err := json.Unmarshal([]byte(stored), &result); err != nil {
			return nil, fmt.Errorf("what %s gave before: %w", key, err)
		}
		known[key] = storedOutcome{print, outcome{Value: result}}
	}
	return known, nil
}

// finish keeps what named changes gave that were carried out; those with problems are forgotten.
func finish[T any](
	ctx context.Context, tx graph.Tx, all []requested[T], places []int, outcomes []outcome,
) error {
	var requests []any
	for _, i := range places {
		r := all[i].request
		if r == nil {
			continue
		}
		var result any
		if outcomes[i].Err == nil {
			raw, err := json.Marshal(outcomes[i].Value)
			if err != nil {
				return fmt.Errorf("keeping what %s gave: %w", r.key, err)
			}
			result = string(raw)
		}
		requests = append(requests, row{"key": r.key, "input": r.print, "result": result})
	}
	if len(requests) == 0 {
		return nil
	}
	_, err := tx.Run(ctx, statement("request/finish", row{"requests": requests}))
	return err
}
