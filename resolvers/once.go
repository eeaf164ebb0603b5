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

// outcome is the result of a mutation: the row its payload is completed from, or problems.
type outcome = graph.Outcome[row]

// idempotentRequest identifies a mutation by its clientMutationId, so that a retry is carried out once.
type idempotentRequest struct {
	key         string // of the node that stores its outcome
	id          string // the client's
	fingerprint string // of the input
}

// namedChange is a change with its request; nil where the client gave no clientMutationId.
type namedChange[T any] struct {
	request *idempotentRequest
	change  T
}

// newRequest reads a clientMutationId; nil where there is none.
func newRequest(ctx context.Context, id *string, input any) (*idempotentRequest, error) {
	if id == nil {
		return nil, nil //nolint:nilnil // no request is what the absence of an id means
	}
	if len(*id) == 0 || len(*id) > maxMutationID {
		return nil, problems{{[]string{"input", "clientMutationId"}, graph.Invalid,
			fmt.Sprintf("it has %d bytes; give 1 to %d", len(*id), maxMutationID)}}
	}
	print, err := fingerprint(input)
	return &idempotentRequest{key: graphql.GetFieldContext(ctx).Field.Name + ":" + *id, id: *id, fingerprint: print}, err
}

func fingerprint(input any) (string, error) {
	raw, err := json.Marshal(input)
	if err != nil {
		return "", fmt.Errorf("fingerprint of the input: %w", err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

// storedOutcome is the outcome of a request that was carried out.
type storedOutcome struct {
	fingerprint string
	outcome     outcome
}

// replay gives the stored outcome, or a conflict where the same id comes with another input.
func (k storedOutcome) replay(again *idempotentRequest) outcome {
	if k.fingerprint == again.fingerprint {
		return k.outcome
	}
	return outcome{Err: problems{{[]string{"input", "clientMutationId"}, graph.Conflict,
		fmt.Sprintf("%q was used for another input; give a new one", again.id)}}}
}

// executeOnce carries out, in one transaction, the changes that were not carried out before, and stores the outcomes of those
// with a request. Of the same request twice among them it carries out the first. An error of work rolls everything back; a
// change must find its own problems before it writes anything.
func executeOnce[T any](
	ctx context.Context, tx graph.Tx, all []namedChange[T], work func([]T) ([]outcome, error),
) ([]outcome, error) {
	known, err := lockRequests(ctx, tx, all)
	if err != nil {
		return nil, err
	}
	changes, places := newChangesOf(all, known)
	outcomes := make([]outcome, len(all))
	if len(changes) > 0 {
		done, err := work(changes)
		if err != nil {
			return nil, err
		}
		for at, i := range places {
			outcomes[i] = done[at]
			if r := all[i].request; r != nil {
				known[r.key] = storedOutcome{r.fingerprint, done[at]}
			}
		}
	}
	for i, one := range all {
		if one.request != nil && !slices.Contains(places, i) {
			outcomes[i] = known[one.request.key].replay(one.request)
		}
	}
	return outcomes, storeOutcomes(ctx, tx, all, places, outcomes)
}

// newChangesOf gives the changes to carry out and their places among all. It marks their requests as known, so that
// whoever sends one again at this moment has its outcome.
func newChangesOf[T any](all []namedChange[T], known map[string]storedOutcome) (changes []T, places []int) {
	for i, one := range all {
		if one.request != nil {
			if _, isKnown := known[one.request.key]; isKnown {
				continue
			}
			known[one.request.key] = storedOutcome{}
		}
		changes, places = append(changes, one.change), append(places, i)
	}
	return changes, places
}

// lockRequests reads the stored outcomes of requests, and locks them against concurrent ones of the same keys.
func lockRequests[T any](ctx context.Context, tx graph.Tx, all []namedChange[T]) (map[string]storedOutcome, error) {
	known := map[string]storedOutcome{}
	keys := requestKeys(all)
	if len(keys) == 0 {
		return known, nil
	}
	rows, err := tx.Run(ctx, statement("request/begin", row{"keys": keys}))
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

// requestKeys are the keys of the requests among some changes, sorted, each once.
func requestKeys[T any](all []namedChange[T]) []string {
	keys := map[string]bool{}
	for _, one := range all {
		if one.request != nil {
			keys[one.request.key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

// storeOutcomes stores the outcomes of requests that were carried out, and forgets those with problems.
func storeOutcomes[T any](
	ctx context.Context, tx graph.Tx, all []namedChange[T], places []int, outcomes []outcome,
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
		requests = append(requests, row{"key": r.key, "input": r.fingerprint, "result": result})
	}
	if len(requests) == 0 {
		return nil
	}
	_, err := tx.Run(ctx, statement("request/finish", row{"requests": requests}))
	return err
}
