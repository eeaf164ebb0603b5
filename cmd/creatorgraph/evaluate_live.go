package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

const (
	liveFirst   = 100 // recommendations that each creator asks for
	liveClients = 8   // that ask at once
	liveHeapMB  = 1500
)

// liveFlags say which served graph is asked besides.
type liveFlags struct {
	live   bool
	server string
}

func (f *liveFlags) register(on *pflag.FlagSet) {
	on.BoolVar(&f.live, "live", false, "also ask a served graph over the API: one that is made of the part that is learned from, "+
		"imported, analysed and served for it (needs --data), or that of --server")
	on.StringVar(&f.server, "server", "", "with --live: ask the server at this address, such as http://127.0.0.1:8080, "+
		"which must hold the part that is learned from and nothing else")
}

func (f liveFlags) check(data string, nested bool) error {
	switch {
	case f.server != "" && !f.live:
		return fmt.Errorf("--server is asked with --live only; %w", errUsage)
	case f.live && nested:
		return fmt.Errorf("--live asks about the held-out part and --nested leaves it alone; give one of them; %w", errUsage)
	case f.live && f.server == "" && data == "":
		return fmt.Errorf("--live needs --data, a data set's folder, or --server, where its learned part is served; %w", errUsage)
	}
	return nil
}

// methods is what the API answers; nothing where it was not asked for.
func (f liveFlags) methods(ctx context.Context, env *environment, data, cut string) []evaluate.Method {
	if !f.live {
		return nil
	}
	return []evaluate.Method{{Name: "live, over the API", Own: true, Listed: true,
		Prepare: func(q evaluate.Question) (_ func() evaluate.Ranker, err error) {
			address := f.server
			if address == "" {
				served, closeAll, err := serveLearned(ctx, env, data, cut)
				if err != nil {
					return nil, err
				}
				defer func() { err = errors.Join(err, closeAll()) }()
				address = served
			}
			answers, err := askLive(ctx, env, address, q)
			if err != nil {
				return nil, err
			}
			return func() evaluate.Ranker { return answers }, nil
		}}}
}

// liveAnswers are what was answered to each who asked: numbers of creators, the best first.
type liveAnswers map[int32][]int32

// Rank gives those named the order they were named in; the rest are all after them.
func (a liveAnswers) Rank(of int32, into []float64) {
	clear(into)
	for i, c := range a[of] {
		into[c] = float64(liveFirst - i)
	}
}

// Scores scores candidates as Rank does.
func (a liveAnswers) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = 0
		if at := slices.Index(a[of], c); at >= 0 {
			into[i] = float64(liveFirst - at)
		}
	}
}

// askLive asks a server for the recommendations of each who asks.
func askLive(ctx context.Context, env *environment, address string, q evaluate.Question) (liveAnswers, error) {
	number := make(map[string]int32, len(q.Past.Creators))
	for p, c := range q.Past.Creators {
		number[c.Key] = int32(p)
	}
	answers, took := liveAnswers{}, make([]time.Duration, len(q.Askers))
	var mu sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(liveClients)
	for i, p := range q.Askers {
		group.Go(func() error {
			began := time.Now()
			keys, err := recommendedBy(ctx, address, q.Past.Creators[p].Key)
			took[i] = time.Since(began)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			for _, key := range keys {
				c, known := number[key]
				if !known {
					return fmt.Errorf("%s recommends %q, who is not in what is learned from; name a server that holds just that", address, key)
				}
				answers[p] = append(answers[p], c)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	slices.Sort(took)
	if n := len(took); n > 0 {
		env.log.Info("the API answered", "questions", n, "clients", liveClients, "p50", took[n/2], "p95", took[n*95/100])
	}
	return answers, nil
}

// recommendedBy asks for the recommendations of one creator and gives their keys.
func recommendedBy(ctx context.Context, address, key string) ([]string, error) {
	body, err := json.Marshal(map[string]any{
		"query": `query Recommended($key: String!, $first: Int!) {
			creator(key: $key) { recommendedCollaborators(first: $first) { entity { key } } } }`,
		"variables": map[string]any{"key": key, "first": liveFirst}})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(address, "/")+"/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("--server %s: %w", address, err)
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("asking for creator %q: %w", key, err)
	}
	defer func() { _ = response.Body.Close() }() // it has been read, or nobody wants the rest
	var answer struct {
		Data struct {
			Creator *struct {
				RecommendedCollaborators []struct{ Entity struct{ Key string } }
			}
		}
		Errors []struct{ Message string }
	}
	err = json.NewDecoder(response.Body).Decode(&answer)
	switch {
	case err != nil:
		return nil, fmt.Errorf("asking for creator %q: %s, %w", key, response.Status, err)
	case len(answer.Errors) > 0:
		return nil, fmt.Errorf("asking for creator %q: %s", key, answer.Errors[0].Message)
	case answer.Data.Creator == nil:
		return nil, fmt.Errorf("%s has no creator %q; name a server that holds what is learned from", address, key)
	}
	var keys []string
	for _, one := range answer.Data.Creator.RecommendedCollaborators {
		keys = append(keys, one.Entity.Key)
	}
	return keys, nil
}

var _ evaluate.Lister = liveAnswers{}
