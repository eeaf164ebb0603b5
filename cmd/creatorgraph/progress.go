package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/creatorgraph/creatorgraph/graph/load"
)

// renderers is the ways to show the progress of something: JSON lines, a bar on a terminal, lines elsewhere.
type renderers[T any] struct{ json, bar, lines func(io.Writer) func(T) }

// choose gives what shows progress as --progress asks for it; nil shows none.
func (d renderers[T]) choose(kind string, out io.Writer) (func(T), error) {
	switch kind {
	case "none":
		return nil, nil
	case "json":
		return d.json(out), nil
	case "bar":
		if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
			return d.bar(out), nil
		}
		return d.lines(out), nil
	}
	return nil, fmt.Errorf("--progress %q; give bar, json or none; %w", kind, errUsage)
}

// importProgress gives what draws an import's progress: a bar for each file on a terminal and a line
// for each elsewhere, JSON lines, or nothing.
func importProgress(kind string, out io.Writer) (func(load.Progress), error) {
	return renderers[load.Progress]{jsonProgress, barProgress, lineProgress}.choose(kind, out)
}

// progressLine is one line of --progress json; the rows to do and the time left are estimated from
// the bytes of the file that are.
type progressLine struct {
	File          string  `json:"file"`
	Rows          int     `json:"rows"`
	RowsToDo      int     `json:"rowsToDo"`
	RowsPerSecond float64 `json:"rowsPerSecond"`
	SecondsLeft   float64 `json:"secondsLeft"`
	Done          bool    `json:"done"`
}

func jsonProgress(out io.Writer) func(load.Progress) {
	encoder := json.NewEncoder(out)
	return func(p load.Progress) {
		_ = encoder.Encode(progressLine{p.File, p.Rows, p.ToDo(), float64(int(p.Rate())),
			p.Left().Round(100 * time.Millisecond).Seconds(), p.Done})
	}
}

func lineProgress(out io.Writer) func(load.Progress) {
	return func(p load.Progress) {
		if p.Done {
			fmt.Fprintf(out, "%s: %d rows, %.0f rows/s\n", p.File, p.Rows, p.Rate())
		}
	}
}

// barSteps is how finely a bar is drawn.
const barSteps = 1000

func barProgress(out io.Writer) func(load.Progress) {
	b := &bar{out: out}
	return func(p load.Progress) {
		b.set(p.Share, fmt.Sprintf("%s: %d of about %d rows, %.0f rows/s, %s left", p.File, p.Rows,
			p.Rows+p.ToDo(), p.Rate(), p.Left().Round(time.Second)))
		if p.Done {
			b.end()
			lineProgress(out)(p)
		}
	}
}

// bar is a bar on a terminal, one after the other.
type bar struct {
	out  io.Writer
	open *progressbar.ProgressBar
}

// set draws the bar, beginning one when there is none.
func (b *bar) set(share float64, text string) {
	if b.open == nil {
		b.open = progressbar.NewOptions(barSteps, progressbar.OptionSetWriter(b.out),
			progressbar.OptionSetPredictTime(false), progressbar.OptionClearOnFinish())
	}
	b.open.Describe(text)
	_ = b.open.Set(int(share * barSteps)) // a bar that cannot be drawn is no reason to stop
}

// end takes the bar away.
func (b *bar) end() {
	if b.open != nil {
		_ = b.open.Finish()
		b.open = nil
	}
}
