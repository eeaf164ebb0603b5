package main

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// translationRaw is what `go test ./graph/compile -run '^$' -bench . -benchtime 5000x` printed.
//
//go:embed translation.txt
var translationRaw string

// translation is how long one kind of translation takes, in microseconds.
type translation struct {
	Title         string
	P50, P99      float64 // over all operations in turn
	Slowest       float64 // the median of the slowest operation
	SlowestName   string
	Bytes, Allocs float64
	Bounded       bool // by what must be reached
	benchmark     string
	operations    int
}

// The bounds of a new shape's translation, in microseconds.
const (
	translationMedian = 200
	translationP99    = 1000
)

// Met tells whether the bounds hold.
func (t translation) Met() bool { return t.P50 < translationMedian && t.P99 < translationP99 }

// translations reads the figures of a benchmark's output.
func translations(raw string) ([]translation, error) {
	all := []translation{
		{Title: "a new shape: parse, validate, compile, bind", benchmark: "BenchmarkNewShape", Bounded: true},
		{Title: "compile alone", benchmark: "BenchmarkCompile", Bounded: true},
		{Title: "a known shape: find and bind", benchmark: "BenchmarkKnownShape"},
	}
	for i := range all {
		if err := all[i].read(raw); err != nil {
			return nil, fmt.Errorf("bench/translation.txt: %s: %w", all[i].benchmark, err)
		}
	}
	return all, nil
}

// read takes in the lines of one benchmark: Name/operation-2, runs, then values each before its unit.
func (t *translation) read(raw string) error {
	whole := false
	for line := range strings.Lines(raw) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !strings.HasPrefix(fields[0], t.benchmark+"/") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(fields[0], t.benchmark+"/"), "-")
		got := map[string]float64{}
		for i := 2; i+1 < len(fields); i += 2 {
			v, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			got[fields[i+1]] = v
		}
		if name == "all" {
			whole = true
			t.P50, t.P99, t.Bytes, t.Allocs = got["p50-µs"], got["p99-µs"], got["B/op"], got["allocs/op"]
			continue
		}
		t.operations++
		if got["p50-µs"] > t.Slowest {
			t.Slowest, t.SlowestName = got["p50-µs"], name
		}
	}
	if !whole || t.operations == 0 {
		return fmt.Errorf("there are no lines of it; run go test ./graph/compile -run '^$' -bench . -benchtime 5000x")
	}
	return nil
}

// Operations is how many were translated.
func (t translation) Operations() int { return t.operations }
