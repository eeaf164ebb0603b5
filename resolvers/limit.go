package resolvers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
)

// What a mutation writes is held to the limits that an import is held to.

// checkLimit adds a problem for a value that may not be kept.
func (p *problems) checkLimit(value string, fault limit.Fault, path ...string) {
	if fault.Found() {
		p.add(graph.Invalid, fmt.Sprintf("%.100q cannot be kept; %s", value, fault.Reason), path...)
	}
}

// checkElements adds a problem for each text that a list of an export cannot hold.
func (p *problems) checkElements(all []string, path ...string) {
	for i, one := range all {
		p.checkLimit(one, limit.Element(one), append(slices.Clone(path), strconv.Itoa(i))...)
	}
}

// checkKey adds a problem for a key that a client may not give a new thing.
func (p *problems) checkKey(key string, path ...string) {
	if key == "" {
		p.add(graph.Invalid, fmt.Sprintf("the key is empty; give 1 to %d bytes, or leave it out", limit.KeyBytes), path...)
		return
	}
	p.checkLimit(key, limit.Key(key), path...)
}

// checkName adds a problem for a name that is empty or may not be kept.
func (p *problems) checkName(name, field string) {
	name = strings.TrimSpace(name)
	if name == "" {
		p.add(graph.Invalid, fmt.Sprintf("the %s is empty; give 1 to %d characters", field, limit.NameCharacters), field)
		return
	}
	p.checkLimit(name, limit.Name(name), field)
}

// checkDay adds a problem for a day that is outside of the calendar that is kept.
func (p *problems) checkDay(date *string, path ...string) {
	if date == nil {
		return
	}
	at, err := time.Parse(time.DateOnly, *date)
	if err != nil {
		p.add(graph.Invalid, fmt.Sprintf("%.100q is no day; write it as YYYY-MM-DD", *date), path...)
		return
	}
	p.checkLimit(*date, limit.Time(at), path...)
}

// checkInstant adds a problem for an instant that is outside of the calendar that is kept.
func (p *problems) checkInstant(at time.Time, path ...string) {
	p.checkLimit(at.Format(time.RFC3339), limit.Time(at), path...)
}

// openEndToNil gives nil for the last day there is, which stands for no end.
func openEndToNil(date *string) *string {
	if date == nil {
		return nil
	}
	if day, err := time.Parse(time.DateOnly, *date); err == nil && limit.IsOpenEnd(day) {
		return nil
	}
	return date
}
