package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"strings"
	"text/template"
	"time"
)

//go:embed report.md.tmpl
var page string

//go:embed notes.md
var notes string

// report is what docs/benchmarks.md says.
type report struct {
	Machine   machine
	Begun     time.Time
	Took      time.Duration
	Config    config
	Questions []question
	Refusals  refusals
	Large     []memoryGrowth // none where no larger market was given
	// LargeCreators is how many creators the larger market has.
	LargeCreators int
	Failures      []error // of cases that could not be measured

	samples []sample
}

// writeReport writes the whole page; nothing of what stood there before stays.
func writeReport(c config, r report) error {
	var all []figures
	for _, q := range r.Questions {
		all = append(all, figuresOf(q, r.samples))
	}
	crowded := crowdRows(r.Questions, r.samples)
	must := goals(all, crowded)
	translated, err := translations(translationRaw)
	if err != nil {
		return err
	}
	t, err := template.New("report").Funcs(template.FuncMap{
		"rate": rate, "cell": cell, "share": func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) },
		"ratio": ratio,
	}).Parse(page)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"R": r, "Command": c.command, "Servers": names, "All": all, "Goals": must, "Pages": depthsOf(r.samples), "Crowds": crowded,
		"Memory": memoryOf(all), "Seconds": c.run.Seconds(), "Notes": strings.TrimSpace(notes),
		"Translation": translated, "Client": clientShare(all, r.Machine.Cores),
	})
	if err != nil {
		return err
	}
	for _, g := range must {
		if !g.Met {
			fmt.Fprintf(os.Stderr, "not met: %s must be %s and is %s\n", g.What, g.Must, g.Is)
		}
	}
	fmt.Fprintf(os.Stderr, "%s in %s\n", c.out, r.Took)
	return os.WriteFile(c.out, out.Bytes(), 0o644)
}

func memoryOf(all []figures) *figures {
	for i := range all {
		if all[i].Name == memoryCase {
			return &all[i]
		}
	}
	return nil
}

// clientShare gives the greatest share of the machine that asking took in any case, against any server.
func clientShare(all []figures, cores int) float64 {
	most := 0.0
	for _, f := range all {
		for _, s := range servers {
			most = max(most, f.Cores[s][2]/float64(cores))
		}
	}
	return most
}

// rate writes requests per second with their spread, in as many digits as they deserve; nothing of a server
// that was not asked.
func rate(s spread) string {
	if s == (spread{}) {
		return ""
	}
	return fmt.Sprintf("%s (%s–%s)", number(s.Median), number(s.Least), number(s.Most))
}

// cell writes a figure; nothing of one that was not had.
func cell(v float64) string {
	if v == 0 {
		return ""
	}
	return number(v)
}

func ratio(s spread) string {
	if s == (spread{}) {
		return ""
	}
	return fmt.Sprintf("%.2f (%.2f–%.2f)", s.Median, s.Least, s.Most)
}

// number writes at least three digits, thousands set apart.
func number(v float64) string {
	switch {
	case v < 10:
		return fmt.Sprintf("%.2f", v)
	case v < 100:
		return fmt.Sprintf("%.1f", v)
	case v < 999.5:
		return fmt.Sprintf("%.0f", v)
	}
	whole := int64(v + 0.5)
	text := fmt.Sprintf("%03d", whole%1000)
	for whole /= 1000; whole > 0; whole /= 1000 {
		digits := "%03d,%s"
		if whole < 1000 {
			digits = "%d,%s"
		}
		text = fmt.Sprintf(digits, whole%1000, text)
	}
	return text
}
