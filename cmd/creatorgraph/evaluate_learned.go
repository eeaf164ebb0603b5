package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/pflag"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/load"
	"github.com/creatorgraph/creatorgraph/server"
)

// serveLearned imports what is learned from of a data set into a database of its own, analyses and serves it; it is to
// be closed.
func serveLearned(ctx context.Context, env *environment, data, cut string) (address string, _ func() error, err error) {
	dir, err := os.MkdirTemp("", "creatorgraph-live-")
	if err != nil {
		return "", nil, err
	}
	closes := []func() error{func() error { return os.RemoveAll(dir) }}
	closeAll := func() error {
		var all error
		for _, one := range slices.Backward(closes) {
			all = errors.Join(all, one())
		}
		return all
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, closeAll())
		}
	}()
	if cut != "" {
		learned := filepath.Join(dir, "learned")
		if err := writeLearned(data, learned, cut); err != nil {
			return "", nil, err
		}
		data = learned
	}
	own := &environment{dataDir: filepath.Join(dir, "data"), heapMB: liveHeapMB, log: env.log}
	db, err := own.openReady(ctx)
	if err != nil {
		return "", nil, err
	}
	closes = append(closes, func() error { db.close(env.log); return nil })
	set, err := dataset.Open(data, dataset.Options{IgnoreUnknown: true})
	if err != nil {
		return "", nil, err
	}
	if _, err := load.Import(ctx, db.Store.Patient(evaluateTimeout), set, load.Options{}); err != nil {
		return "", nil, err
	}
	if _, err := analyzed(ctx, db.Store, analyze.Options{}); err != nil {
		return "", nil, err
	}
	var flags serveFlags
	flags.define(pflag.NewFlagSet("", pflag.ContinueOnError)) // the defaults
	listener, err := server.Listen(ctx, "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	flags.listen, flags.analyzeEvery = listener.Addr().String(), 0
	flags.warmUp = 0 // one kind of question is asked, thousands of times
	s, err := flags.server(own, db.Store)
	if err != nil {
		return "", nil, errors.Join(err, listener.Close())
	}
	serving, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- flags.serve(serving, s, db.Store, listener, env.log) }()
	closes = append(closes, func() error { stop(); return <-ended })
	address = "http://" + flags.listen
	for !answersReady(ctx, address) {
		select {
		case <-time.After(readyPollInterval):
		case err := <-ended:
			ended <- nil
			return "", nil, errors.Join(errors.New("the server ended before it was ready"), err)
		}
	}
	return address, closeAll, nil
}

// readyPollInterval is how often a server that starts is asked whether it is ready.
const readyPollInterval = 100 * time.Millisecond

func answersReady(ctx context.Context, address string) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/readyz", nil)
	if err != nil {
		return false
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false
	}
	return response.Body.Close() == nil && response.StatusCode == http.StatusOK
}

// writeLearned writes what of a data set is learned from when what happened from a day on is held out: all but the
// later campaigns with what belongs to them and the later contents. Contracts in force that day are without an end.
func writeLearned(data, dir, cut string) (err error) {
	day, err := time.Parse(time.DateOnly, cut)
	if err != nil {
		return err
	}
	set, err := dataset.Open(data, dataset.Options{IgnoreUnknown: true})
	if err != nil {
		return err
	}
	w, err := dataset.Create(dir, dataset.WriterOptions{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	later := laterThan{day: day, campaigns: map[any]bool{}}
	for _, file := range set.Files {
		keep := later.keeps(file.Table)
		if keep == nil {
			continue
		}
		if err := copyRows(w, file, keep); err != nil {
			return err
		}
	}
	return nil
}

// copyRows writes the rows of a file that are kept.
func copyRows(w *dataset.Writer, file dataset.File, keep func(row map[string]any) bool) error {
	_, err := file.Each(func(row map[string]any) {
		if !keep(row) {
			return
		}
		values := make([]any, len(file.Table.Columns))
		for i, c := range file.Table.Columns {
			values[i] = row[c.Name]
		}
		_ = w.Write(file.Table.Name, values...) // Close gives the first error
	})
	return err
}

// laterThan tells what happened from a day on.
type laterThan struct {
	day       time.Time
	campaigns map[any]bool // by key: those later
}

// keeps gives what tells which rows of a table are learned from, and mends them; nil for a table that does not count.
func (l laterThan) keeps(t dataset.Table) func(row map[string]any) bool {
	all := func(map[string]any) bool { return true }
	return map[string]func(row map[string]any) bool{
		"platforms": all, "categories": all, "agencies": all, "creators": all, "brands": all, "segments": all, "audiences": all,
		"campaigns": func(row map[string]any) bool {
			last := row["ends"]
			if last == nil {
				last = row["starts"]
			}
			day, dated := last.(time.Time)
			l.campaigns[row["key"]] = dated && !day.Before(l.day)
			return !l.campaigns[row["key"]]
		},
		"participations": func(row map[string]any) bool { return !l.campaigns[row["campaign"]] },
		"contents": func(row map[string]any) bool {
			if l.campaigns[row["campaign"]] {
				row["campaign"] = nil
			}
			day, dated := row["published"].(time.Time)
			return !dated || day.Before(l.day)
		},
		"contracts": func(row map[string]any) bool {
			since, _ := row["since"].(time.Time)
			until, ends := row["until"].(time.Time)
			row["until"] = nil
			return !since.After(l.day) && (!ends || until.After(l.day))
		},
	}[t.Name]
}
