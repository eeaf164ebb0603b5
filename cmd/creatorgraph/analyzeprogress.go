package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/analyze"
)

// analyzeProgress gives what draws the progress of an analysis: a bar for each step on a terminal and a
// line for each elsewhere, JSON lines, or nothing.
func analyzeProgress(kind string, out io.Writer) (func(analyze.Progress), error) {
	return renderers[analyze.Progress]{stepsAsJSON, stepsAsBars, stepsAsLines}.choose(kind, out)
}

// stepLine is one line of --progress json; total and secondsLeft are 0 where they cannot be told.
type stepLine struct {
	Step        string  `json:"step"`
	Number      int     `json:"number"`
	Of          int     `json:"of"`
	Done        int64   `json:"done"`
	Total       int64   `json:"total"`
	PerSecond   float64 `json:"perSecond"`
	Seconds     float64 `json:"seconds"`
	SecondsLeft float64 `json:"secondsLeft"`
	Ended       bool    `json:"ended"`
}

func stepsAsJSON(out io.Writer) func(analyze.Progress) {
	encoder := json.NewEncoder(out)
	return func(p analyze.Progress) {
		_ = encoder.Encode(stepLine{p.Step, p.Number, p.Of, p.Done, p.Total, float64(int(p.Rate())),
			tenths(p.Took), tenths(p.Left()), p.Ended})
	}
}

func tenths(d time.Duration) float64 { return d.Round(100 * time.Millisecond).Seconds() }

func stepsAsLines(out io.Writer) func(analyze.Progress) {
	return func(p analyze.Progress) {
		if p.Ended {
			fmt.Fprintf(out, "%d of %d: %s in %s\n", p.Number, p.Of, p.Does, p.Took.Round(100*time.Millisecond))
		}
	}
}

func stepsAsBars(out io.Writer) func(analyze.Progress) {
	b := &bar{out: out}
	return func(p analyze.Progress) {
		text := fmt.Sprintf("%d of %d: %s", p.Number, p.Of, p.Does)
		if p.Total > 0 {
			text += fmt.Sprintf(", %d of %d, %.0f/s, %s left", p.Done, p.Total, p.Rate(), p.Left().Round(time.Second))
		}
		b.set(p.Share(), text)
		if p.Ended {
			b.end()
			stepsAsLines(out)(p)
		}
	}
}
