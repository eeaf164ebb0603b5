package server

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What was asked before a stop is asked again, before the first client can, with the variables it had; of mutations what
// they read, without their variables. What was refused and what is long is not.
func TestQueriesAskedLastAreAskedAtTheNextStart(t *testing.T) {
	t.Parallel()

	file := filepath.Join(t.TempDir(), "recent.json")
	run := func(ask func(site *site)) (warmed int) {
		s := New(Config{API: newTiny(), Database: &switchable{}, Listen: "127.0.0.1:0", Recent: file, WarmUp: time.Minute})
		ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
		listener, err := Listen(ctx, "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- s.Serve(ctx, listener) }()
		eventually(t, "ready", func() bool { return s.startup.state() == nil })
		warmed = s.documents.count()
		ask(hand(t, s))
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		return warmed
	}
	long := "{" + strings.Repeat("name ", maxRecentBytes/5) + "}"
	if n := run(func(site *site) {
		for _, text := range []string{"{name}", "{name}", "query A{name} query B{n:name}", "mutation{touch}", "{nothing}", long} {
			site.ask(text)
		}
		site.post(`{"query":"mutation M($how:String){touch(how:$how)}","variables":{"how":"secretly"}}`)
		site.post(`{"query":"query C($n:Int!){things(first:$n){totalCount}}","variables":{"n":1}}`)
		site.post(`{"query":"query A{name} query B{n:name}","operationName":"B"}`)
	}); n != 0 {
		t.Errorf("%d documents are known at the first start", n)
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"query": "{name}"`, `"operationName": "B"`, `"n": 1`, "mutation{touch}", "mutation M"} {
		if strings.Count(string(kept), want) != 1 {
			t.Errorf("%s is not there once: %s", want, kept)
		}
	}
	for _, not := range []string{"secretly", "nothing", "name name"} {
		if strings.Contains(string(kept), not) {
			t.Errorf("%s is there: %s", not, kept)
		}
	}
	if n := run(func(*site) {}); n != 5 {
		t.Errorf("%d documents are known at the second start, want 5", n)
	}
	if n := run(func(*site) {}); n != 5 {
		t.Errorf("%d documents are known when nothing was asked since, want 5", n)
	}
	if err := os.WriteFile(file, []byte("not JSON"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n := run(func(*site) {}); n != 0 {
		t.Errorf("%d documents are known from a file that cannot be read", n)
	}
}

// Only so many are kept: those asked last.
func TestRecentQueriesAreBounded(t *testing.T) {
	t.Parallel()

	r := &recent{file: filepath.Join(t.TempDir(), "recent.json")}
	for i := range 3 * maxRecent {
		r.queries = append(r.queries, recentQuery{Query: strings.Repeat("x", i)})
		r.changed = true
	}
	if err := r.write(); err != nil {
		t.Fatal(err)
	}
	again := &recent{file: r.file}
	if _, err := again.read(); err != nil {
		t.Fatal(err)
	}
	if n := len(again.queries); n != maxRecent || len(again.queries[n-1].Query) != 3*maxRecent-1 {
		t.Errorf("%d are taken in, want the last %d", n, maxRecent)
	}
}
