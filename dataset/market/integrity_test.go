package market

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Every cell is what its column asks for, and every reference finds its row.
func TestEveryRowCanBeImported(t *testing.T) {
	t.Parallel()
	dir, summary := generated(t, Params{Creators: 2000, Seed: 11})
	keys := map[string]map[string]bool{}
	for _, table := range dataset.Tables() {
		rows := rowsOf(t, filepath.Join(dir, table.Name+".csv"))
		if got := rowCount(summary, table.Name); int64(len(rows)) != got || got == 0 {
			t.Errorf("%s: %d rows in the file, %d in the summary", table.Name, len(rows), got)
		}
		keys[table.Name] = map[string]bool{}
		seen := map[string]bool{}
		for i, r := range rows {
			for _, column := range table.Columns {
				if problem := wrong(column, r, keys); problem != "" {
					t.Fatalf("%s row %d: %s = %q: %s", table.Name, i+1, column.Name, r[column.Name], problem)
				}
			}
			if identity := identityOf(table, r); seen[identity] {
				t.Fatalf("%s row %d: %s is there twice", table.Name, i+1, identity)
			} else {
				seen[identity] = true
			}
			keys[table.Name][r["key"]] = true
		}
	}
}

func identityOf(table dataset.Table, r row) string {
	var parts []string
	for _, column := range table.Identity {
		parts = append(parts, r[column])
	}
	return strings.Join(parts, " ")
}

// wrong says what is wrong with a cell, "" if nothing is.
func wrong(c dataset.Column, r row, keys map[string]map[string]bool) string {
	cell := r[c.Name]
	if cell == "" {
		if c.Required {
			return "required, but empty"
		}
		return ""
	}
	if c.NotBefore != "" && cell < r[c.NotBefore] {
		return "before " + c.NotBefore + " " + r[c.NotBefore]
	}
	switch c.Kind {
	case dataset.Ref, dataset.Refs:
		for _, key := range strings.Split(cell, "|") {
			if !keys[c.Of][key] {
				return "no such row in " + c.Of
			}
		}
	case dataset.MemberOf:
		if of := map[string]string{"CREATOR": "creators", "AGENCY": "agencies"}[r["kind"]]; !keys[of][cell] {
			return "no such row in " + of
		}
	case dataset.Choice, dataset.Choices:
		for _, word := range strings.Split(cell, "|") {
			if !slices.Contains(c.Choices, word) {
				return "not one of the choices"
			}
		}
	case dataset.Count, dataset.Money:
		if n, err := strconv.ParseInt(cell, 10, 64); err != nil || n < 0 {
			return fmt.Sprint("not a number of 0 or more: ", err)
		}
	case dataset.Share:
		if x, err := strconv.ParseFloat(cell, 64); err != nil || x < 0 || x > 1 {
			return "not a share"
		}
	}
	return ""
}

func TestAudiencesSumToOne(t *testing.T) {
	t.Parallel()
	dir, _ := generated(t, Params{Creators: 500, Seed: 12})
	dimension := map[string]string{}
	for _, r := range rowsOf(t, filepath.Join(dir, "segments.csv")) {
		dimension[r["key"]] = r["dimension"]
	}
	sum := map[string]float64{}
	for _, r := range rowsOf(t, filepath.Join(dir, "audiences.csv")) {
		share, err := strconv.ParseFloat(r["share"], 64)
		if err != nil {
			t.Fatal(err)
		}
		sum[r["creator"]+" "+dimension[r["segment"]]] += share
	}
	for of, total := range sum {
		if math.Abs(total-1) > 1e-9 {
			t.Errorf("shares of %s sum to %v", of, total)
		}
	}
	if people := float64(len(sum)) / 5; people < 350 || people > 450 {
		t.Errorf("%v of 500 creators have audiences, want about 400", people)
	}
}

// Who takes part was invited by the same way of choosing and accepted, and is paid what was offered.
func TestParticipationsFollowFromInvitations(t *testing.T) {
	t.Parallel()
	dir, _ := generated(t, Params{Creators: 1000, Seed: 13})
	accepted := map[string]row{}
	for _, r := range rowsOf(t, filepath.Join(dir, "invitations.csv")) {
		if r["answer"] == "ACCEPTED" {
			accepted[r["campaign"]+" "+r["creator"]] = r
		}
		if (r["answer"] == "") != (r["answered"] == "") {
			t.Errorf("invitation %v: an answer without its time, or a time without its answer", r)
		}
	}
	participations := rowsOf(t, filepath.Join(dir, "participations.csv"))
	for _, r := range participations {
		invited := accepted[r["campaign"]+" "+r["creator"]]
		if invited["source"] != r["source"] || invited["offer"] != r["fee"] {
			t.Errorf("participation %v of invitation %v", r, invited)
		}
	}
	if len(participations) != len(accepted) {
		t.Errorf("%d participations of %d accepted invitations", len(participations), len(accepted))
	}
}

// Cumulative figures never fall, and nothing seen is later than the day the market is seen on.
func TestMetricsOnlyRise(t *testing.T) {
	t.Parallel()
	dir, _ := generated(t, Params{Creators: 1000, Seed: 14})
	today := DefaultToday().Format("2006-01-02")
	last := map[string]row{}
	for _, r := range rowsOf(t, filepath.Join(dir, "content_metrics.csv")) {
		if r["at"] >= today {
			t.Fatalf("metric %v is from after %s", r, today)
		}
		before := last[r["content"]]
		for _, column := range []string{"views", "likes", "comments", "shares", "clicks", "conversions"} {
			if before != nil && number(t, r[column]) < number(t, before[column]) {
				t.Fatalf("%s falls from %v to %v", column, before, r)
			}
		}
		last[r["content"]] = r
	}
	if len(last) == 0 {
		t.Error("no content has metrics")
	}
}

func number(t *testing.T, cell string) int64 {
	t.Helper()
	if cell == "" {
		return 0
	}
	n, err := strconv.ParseInt(cell, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A creator's history ends today with the followers the creator has, and never begins before joining.
func TestHistoriesEndWithTheFollowersOfToday(t *testing.T) {
	t.Parallel()
	dir, _ := generated(t, Params{Creators: 500, Seed: 15})
	first, last := map[string]row{}, map[string]row{}
	for _, r := range rowsOf(t, filepath.Join(dir, "follower_history.csv")) {
		if first[r["creator"]] == nil {
			first[r["creator"]] = r
		}
		last[r["creator"]] = r
	}
	for _, r := range rowsOf(t, filepath.Join(dir, "creators.csv")) {
		from, to := first[r["key"]], last[r["key"]]
		if to["followers"] != r["followers"] || to["date"] != "2026-11-23" {
			t.Errorf("history of %s ends with %v, the creator has %s", r["key"], to, r["followers"])
		}
		if from["date"] < r["joined"] {
			t.Errorf("history of %s begins on %s, before %s", r["key"], from["date"], r["joined"])
		}
	}
}

// Contracts of one creator follow one another.
func TestContractsDoNotOverlap(t *testing.T) {
	t.Parallel()
	dir, _ := generated(t, Params{Creators: 2000, Seed: 16})
	founded := map[string]string{}
	for _, r := range rowsOf(t, filepath.Join(dir, "agencies.csv")) {
		founded[r["key"]] = r["founded"]
	}
	before, open := map[string]row{}, 0
	for _, r := range rowsOf(t, filepath.Join(dir, "contracts.csv")) {
		if earlier := before[r["creator"]]; earlier != nil &&
			(earlier["until"] == "" || earlier["until"] >= r["since"]) {
			t.Errorf("contract %v begins while %v runs", r, earlier)
		}
		if r["since"] < founded[r["agency"]] {
			t.Errorf("contract %v begins before the agency does, on %s", r, founded[r["agency"]])
		}
		if r["until"] == "" {
			open++
		}
		before[r["creator"]] = r
	}
	if open == 0 {
		t.Error("no contract is open")
	}
}
