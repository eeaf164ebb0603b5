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

// importProgress gives what draws an import's progress: a bar for each file on a terminal and a line
// for each elsewhere, JSON lines, or nothing.
func importProgress(kind string, out io.Writer) (func(load.Progress), error) {
	switch kind {
	case "none":
		return nil, nil
	case "json":
		return jsonProgress(out), nil
	case "bar":
		if file, ok := out.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
			return barProgress(out), nil
		}
		return lineProgress(out), nil
	}
	return nil, fmt.Errorf("--progress %q; give bar, json or none; %w", kind, errUsage)
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
	var bar *progressbar.ProgressBar
	return func(p load.Progress) {
		if bar == nil {
			bar = progressbar.NewOptions(barSteps, progressbar.OptionSetWriter(out),
				progressbar.OptionSetPredictTime(false), progressbar.OptionClearOnFinish())
		}
		bar.Describe(fmt.Sprintf("%s: %d of about %d rows, %.0f rows/s, %s left", p.File, p.Rows,
			p.Rows+p.ToDo(), p.Rate(), p.Left().Round(time.Second)))
		_ = bar.Set(int(p.Share * barSteps)) // a bar that cannot be drawn is no reason to stop
		if p.Done {
			_ = bar.Finish()
			bar = nil
			lineProgress(out)(p)
		}
	}
}
