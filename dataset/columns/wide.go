package columns

import (
	"regexp"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// Targets of columns whose heading is a value: one column a segment, one column a day.
const (
	shareTarget     = "audiences.share"
	followersTarget = "follower_history.followers"
)

// findWide marks the columns whose headings are segments of audiences or days.
func (p *proposal) findWide() {
	var segments, days []int
	with := make([]map[string]string, len(p.columns))
	last := ""
	for i := range p.columns {
		c := &p.columns[i]
		if c.profile.filled == 0 && len(p.rows) > 0 {
			continue
		}
		if s, sure, ok := p.parseSegmentHeading(c, last); ok && c.profile.fit(p.reader(shareTarget, Column{})) > 0.8 {
			segments, last = append(segments, i), s.dimension
			c.certain = sure
			with[i] = map[string]string{"segments.key": s.key, "segments.name": s.name, "segments.dimension": s.dimension}
			continue
		}
		last = ""
		if day, sure, ok := p.parseDayHeading(c.text); ok && c.profile.fit(p.reader(followersTarget, Column{})) > 0.8 {
			days, c.certain = append(days, i), sure
			with[i] = map[string]string{"follower_history.date": day}
		}
	}
	p.markWide(segments, shareTarget, with)
	p.markWide(days, followersTarget, with)
}

// markWide takes the columns as wide if there are several, or the heading of one is clear.
func (p *proposal) markWide(at []int, target string, with []map[string]string) {
	for _, i := range at {
		if c := &p.columns[i]; len(at) > 1 || c.certain {
			c.wide, c.with = target, with[i]
		}
	}
}

// parseSegmentHeading gives the segment that a heading names, alone or below the name of a group.
func (p *proposal) parseSegmentHeading(c *candidate, last string) (s segment, sure, ok bool) {
	_, lower, grouped := strings.Cut(c.text, "/")
	for _, text := range []string{c.text, lower} {
		if s, sure, ok := parseSegment(text); ok && text != "" {
			return s, sure || grouped || strings.Contains(text, "岁"), true
		}
		bare := parseHeading(text).bare
		for _, w := range shareWords {
			bare = strings.ReplaceAll(bare, w, "")
		}
		if last != "" && isOther(bare) {
			return otherSegment(last), false, true
		}
	}
	return segment{}, false, false
}

// followerWords are what may stand beside a day in a heading.
var followerWords = regexp.MustCompile(`(?i)粉丝数量|粉丝总数|粉丝数|粉丝量|粉丝|followers?|fans|末|底|截至|截止|as of|at|on|[()（）:：]`)

// parseDayHeading gives the day that a heading names; that of a month is its last.
func (p *proposal) parseDayHeading(text string) (day string, sure, ok bool) {
	rest := strings.TrimSpace(strings.ReplaceAll(followerWords.ReplaceAllString(convert.Narrow(text), " "), "\n", " "))
	if _, lower, grouped := strings.Cut(rest, "/"); grouped && !strings.ContainsAny(rest[:1], "0123456789") {
		rest = lower
	}
	if len(rest) < 4 || onlyDigits(rest) && len(rest) != 8 && len(rest) != 6 {
		return "", false, false
	}
	at, err := convert.Date(rest, convert.Undecided, time.UTC)
	if err != nil || at.NoMonth {
		return "", false, false
	}
	return at.End().Format(time.DateOnly), followerWords.MatchString(text), true
}

// sharesArePercent says whether the numbers of all audience columns are percentages: some are above 1.
func (p *proposal) sharesArePercent() bool {
	for _, c := range p.columns {
		if c.wide != shareTarget {
			continue
		}
		if aboveOne(c.profile, p.decimal()) {
			return true
		}
	}
	return false
}

// aboveOne says whether a number without a percent sign is above 1.
func aboveOne(e profile, decimal convert.Decimal) bool {
	for _, text := range e.cells {
		if a, err := convert.Number(text, decimal); err == nil && !a.Percent && a.Float() > 1 {
			return true
		}
	}
	return false
}
