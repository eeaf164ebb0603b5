package market

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// MaxCreators is the largest market that can be asked for.
const MaxCreators = 30_000_000

// Params says which market to generate and where to.
type Params struct {
	// Creators is how many creators there are, 1 to MaxCreators.
	Creators int
	// Seed chooses one of the possible markets; the same seed gives the same bytes.
	Seed uint64
	// Today is the day on which the market is seen; nothing in it is later but planned campaigns and
	// the ends of contracts. The zero value means DefaultToday.
	Today time.Time
	// Dir is the folder the data set is written to: absent, or empty.
	Dir string
	// TruthDir is the folder for what the market hides, absent or empty and not inside Dir; "" for none.
	TruthDir string
	// Gzip writes each file of the data set as .csv.gz.
	Gzip bool
	// Keep thins out a file: the share of creators, campaigns or contents that get rows in it, from 0
	// for none to 1. Files that are not named are written in full. See Thinnable for the names.
	Keep map[string]float64
}

// DefaultToday is the day on which a market is seen when none is named. It is fixed, not the clock's,
// so that the bytes can be reproduced.
func DefaultToday() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }

// Thinnable names the files that Params.Keep may thin out. Campaigns take their invitations,
// participations and contents with them, contents take their metrics.
func Thinnable() []string {
	return []string{"audiences", "campaigns", "content_metrics", "contents", "contracts",
		"follower_history", "programme_members"}
}

// The years whose festivals are known, with room for the two years a market looks back.
const firstYear, lastYear = 2018, 2035

func (p Params) check() error {
	if p.Creators < 1 || p.Creators > MaxCreators {
		return fmt.Errorf("creators: %d: give a number from 1 to %d", p.Creators, MaxCreators)
	}
	if y := p.Today.Year(); y < firstYear || y > lastYear {
		return fmt.Errorf("today: %s: give a day from %d-01-01 to %d-12-31",
			p.Today.Format(time.DateOnly), firstYear, lastYear)
	}
	if p.Dir == "" {
		return fmt.Errorf(`folder: "": name the folder to write the market to`)
	}
	if err := p.checkKeep(); err != nil {
		return err
	}
	return p.checkTruth()
}

func (p Params) checkKeep() error {
	for _, name := range slices.Sorted(maps.Keys(p.Keep)) {
		if !slices.Contains(Thinnable(), name) {
			return fmt.Errorf("keep: %q cannot be thinned out: name one of %s",
				name, strings.Join(Thinnable(), ", "))
		}
		if share := p.Keep[name]; !(share >= 0 && share <= 1) {
			return fmt.Errorf("keep: %s: %v: give a share from 0 to 1", name, share)
		}
	}
	return nil
}

// checkTruth keeps the truth out of the data set, where it might be imported or learnt from.
func (p Params) checkTruth() error {
	if p.TruthDir == "" {
		return nil
	}
	dir, err := filepath.Abs(p.Dir)
	if err != nil {
		return fmt.Errorf("folder %q: %w", p.Dir, err)
	}
	truth, err := filepath.Abs(p.TruthDir)
	if err != nil {
		return fmt.Errorf("truth folder %q: %w", p.TruthDir, err)
	}
	inside, err := filepath.Rel(dir, truth)
	if err == nil && inside != ".." && !strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return fmt.Errorf("truth folder %q is inside the data set's folder %q: name a folder outside it",
			p.TruthDir, p.Dir)
	}
	return nil
}

func (p Params) keep(table string) float64 {
	if share, named := p.Keep[table]; named {
		return share
	}
	return 1
}
