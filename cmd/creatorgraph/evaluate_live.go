package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"github.com/creatorgraph/creatorgraph/insight/evaluate"
)

const (
	liveFirst   = 100 // creators on a page
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

// liveQuestion is what a served graph is asked for each creator.
type liveQuestion struct {
	document string // its variables are key, first and after
	pages    int    // at most so many are turned
	// page reads one answer's list: whom it names, and the cursor to go on from, empty at the end.
	page func(list json.RawMessage) (keys []string, after string, err error)
}

// named is a creator in an answer.
type named struct{ Key string }

// liveRecommended asks whom a creator could work with; whom it has met is not among them.
var liveRecommended = liveQuestion{pages: 1,
	document: `query Recommended($key: String!, $first: Int!) {
		creator(key: $key) { list: recommendedCollaborators(first: $first) { entity { key } } } }`,
	page: func(list json.RawMessage) ([]string, string, error) {
		var all []struct{ Entity named }
		err := json.Unmarshal(list, &all)
		var keys []string
		for _, one := range all {
			keys = append(keys, one.Entity.Key)
		}
		return keys, "", err
	}}

// liveLookalikes asks who is like a creator; whom it has met is among them and counts for nothing, hence more pages.
var liveLookalikes = liveQuestion{pages: 3,
	document: `query Lookalikes($key: String!, $first: Int!, $after: String) {
		creator(key: $key) { list: lookalikes(first: $first, after: $after) {
			edges { node { key } } pageInfo { hasNextPage endCursor } } } }`,
	page: func(list json.RawMessage) ([]string, string, error) {
		var all struct {
			Edges    []struct{ Node named }
			PageInfo struct {
				HasNextPage bool
				EndCursor   string
			}
		}
		err := json.Unmarshal(list, &all)
		var keys []string
		for _, one := range all.Edges {
			keys = append(keys, one.Node.Key)
		}
		if !all.PageInfo.HasNextPage {
			return keys, "", err
		}
		return keys, all.PageInfo.EndCursor, err
	}}

// methods is what the API answers to a question; nothing where it was not asked for.
func (f liveFlags) methods(ctx context.Context, env *environment, data, cut string, question liveQuestion) []evaluate.Method {
	if !f.live {
		return nil
	}
	return []evaluate.Method{{Name: "live, over the API", Own: true, Listed: true,
		Prepare: func(q evaluate.Question) (_ func() evaluate.Ranker, err error) {
			address, closeAll, err := f.address(ctx, env, data, cut)
			if err != nil {
				return nil, err
			}
			defer func() { err = errors.Join(err, closeAll()) }()
			answers, err := question.ask(ctx, env, strings.TrimRight(address, "/"), q)
			if err != nil {
				return nil, err
			}
			return func() evaluate.Ranker { return answers }, nil
		}}}
}

// address is where to ask: the server that was named, or one that is made for it; it is to be closed.
func (f liveFlags) address(ctx context.Context, env *environment, data, cut string) (string, func() error, error) {
	if f.server != "" {
		return f.server, func() error { return nil }, nil
	}
	return serveLearned(ctx, env, data, cut)
}

// liveAnswers are what was answered to each who asked: numbers of creators, the best first.
type liveAnswers map[int32][]int32

// Rank gives those named the order they were named in; the rest are all after them.
func (a liveAnswers) Rank(of int32, into []float64) {
	clear(into)
	for i, c := range a[of] {
		into[c] = float64(len(a[of]) - i)
	}
}

// Scores scores candidates as Rank does.
func (a liveAnswers) Scores(of int32, candidates []int32, into []float64) {
	for i, c := range candidates {
		into[i] = 0
		if at := slices.Index(a[of], c); at >= 0 {
			into[i] = float64(len(a[of]) - at)
		}
	}
}

// ask asks a server for each who asks.
func (l liveQuestion) ask(ctx context.Context, env *environment, address string, q evaluate.Question) (liveAnswers, error) {
	number := make(map[string]int32, len(q.Past.Creators))
	for p, c := range q.Past.Creators {
		number[c.Key] = int32(p)
	}
	answers, took := liveAnswers{}, make([]time.Duration, len(q.Sources))
	var mu sync.Mutex
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(liveClients)
	for i, p := range q.Sources {
		group.Go(func() error {
			keys, first, err := l.list(ctx, address, q.Past.Creators[p].Key)
			if err != nil {
				return fmt.Errorf("asking %s for creator %q: %w", address, q.Past.Creators[p].Key, err)
			}
			took[i] = first
			mu.Lock()
			defer mu.Unlock()
			for _, key := range keys {
				c, known := number[key]
				if !known {
					return fmt.Errorf("%s names %q, who is not in what is learned from; name a server that holds just that", address, key)
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

// list turns the pages of one creator's list; first is how long the first of them took.
func (l liveQuestion) list(ctx context.Context, address, key string) (keys []string, first time.Duration, err error) {
	variables := map[string]any{"key": key, "first": liveFirst}
	for page := range l.pages {
		began := time.Now()
		list, err := l.answer(ctx, address, variables)
		if err != nil {
			return nil, 0, err
		}
		if page == 0 {
			first = time.Since(began)
		}
		more, after, err := l.page(list)
		if err != nil {
			return nil, 0, err
		}
		keys = append(keys, more...)
		if after == "" {
			break
		}
		variables["after"] = after
	}
	return keys, first, nil
}

// answer asks once and gives the list as it came.
func (l liveQuestion) answer(ctx context.Context, address string, variables map[string]any) (json.RawMessage, error) {
	raw, err := post(ctx, address+"/graphql", l.document, variables)
	if err != nil {
		return nil, err
	}
	var answer struct {
		Data struct {
			Creator *struct{ List json.RawMessage }
		}
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return nil, err
	}
	if answer.Data.Creator == nil {
		return nil, errors.New("there is none; name a server that holds what is learned from")
	}
	return answer.Data.Creator.List, nil
}

var _ evaluate.Lister = liveAnswers{}
