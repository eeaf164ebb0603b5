package columns

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
	"github.com/creatorgraph/creatorgraph/dataset/sheet"
)

// Targets of columns whose heading is a value: one column a segment, one column a day, one column a length of videos.
const (
	shareTarget     = "audiences.share"
	followersTarget = "follower_history.followers"
	rateTarget      = "rate_cards.price"
)

// findWide marks the columns whose headings are segments of audiences or days.
func (p *proposal) findWide() {
	var segments, days []int
	last := ""
	for i := range p.columns {
		c := &p.columns[i]
		if c.profile.filled == 0 && len(p.rows) > 0 {
			continue
		}
		if s, sure, ok := p.parseSegmentHeading(c, last); ok && c.profile.fit(p.reader(shareTarget, Column{})) > 0.8 {
			segments, last = append(segments, i), s.dimension
			c.wideTarget, c.certain = shareTarget, sure
			c.with = map[string]string{"segments.key": s.key, "segments.name": s.name, "segments.dimension": s.dimension}
			continue
		}
		last = ""
		if with := lengthOfPrice(c.text); with != nil && c.profile.fit(p.reader(rateTarget, Column{})) > 0.5 {
			c.wide, c.with = rateTarget, with
			continue
		}
		if p.findDayColumn(c) && c.profile.fit(p.reader(c.wideTarget, Column{})) > 0.8 {
			days = append(days, i)
		}
	}
	p.markWide(segments)
	p.markWide(days)
	for i := range p.columns {
		if c := &p.columns[i]; c.wide == "" {
			c.with = nil
		}
	}
}

// videoLength is the form of headings with the price of a length of videos: 21-60s视频报价.
var videoLength = regexp.MustCompile(`^(?:抖音|星图)?(?:短?视频)?(?:报价|价格)?(\d{1,3})(?:s|秒)?[-~–—至到](\d{1,3})(?:s|秒|sec)(?:短?视频)?(?:报价|价格|刊例价?|price|rate)?$`)

// lengthOfPrice gives the rate that a heading names by its length; nil without one, and for the shortest videos, whose
// price is the creator's own.
func lengthOfPrice(text string) map[string]string {
	h := parseHeading(text)
	outside := strings.ToLower(convert.Narrow(brackets.ReplaceAllString(text, "")))
	m := videoLength.FindStringSubmatch(strings.NewReplacer(" ", "", "_", "", "\n", "").Replace(outside))
	if m == nil || m[1] == "0" || m[1] == "1" || len(names().exact(h.bare, fitExact)) > 0 {
		return nil
	}
	return map[string]string{"rate_cards.format": "SHORT_VIDEO", "rate_cards.min_seconds": m[1], "rate_cards.max_seconds": m[2]}
}

// markWide takes the columns as wide if there are several, or the heading of one is clear.
func (p *proposal) markWide(at []int) {
	for _, i := range at {
		if c := &p.columns[i]; len(at) > 1 || c.certain {
			c.wide = c.wideTarget
		}
	}
}

// findDayColumn finds out whether a heading is a day, with the name of a content's figure or without: 2026-03-05, or
// 播放量 below 2026-03-05. A day alone is that of followers, or of a figure of the contents that the rows name.
func (p *proposal) findDayColumn(c *candidate) bool {
	if day, figure, ok := dayAndFigure(c.text); ok {
		c.wideTarget, c.certain, c.with = figure, true, map[string]string{metricsDay: day}
		return true
	}
	day, sure, ok := p.parseDayHeading(c.text)
	switch {
	case !ok:
		return false
	case p.namesContents():
		c.wideTarget, c.certain, c.with = p.contentFigure(), false, map[string]string{metricsDay: day}
	default:
		c.wideTarget, c.certain, c.with = followersTarget, sure, map[string]string{"follower_history.date": day}
	}
	return true
}

// metricsDay is the target of the days of contents' figures.
const metricsDay = "content_metrics.at"

// dayAndFigure takes a heading apart that names a day and, below it, a figure of a content.
func dayAndFigure(text string) (day, target string, ok bool) {
	at := strings.LastIndexByte(text, '/')
	if at < 0 {
		return "", "", false
	}
	for _, half := range [][2]string{{text[:at], text[at+1:]}, {text[at+1:], text[:at]}} {
		for _, m := range names().exact(normalize(half[1]), fitExact) {
			day, err := convert.Date(half[0], convert.Undecided, time.UTC)
			if err == nil && !day.NoMonth && m.table == "content_metrics" {
				return day.End().Format(time.DateOnly), m.table + "." + m.column, true
			}
		}
	}
	return "", "", false
}

// namesContents says whether a column identifies contents by its heading, and none creators.
func (p *proposal) namesContents() bool {
	contents := false
	for _, c := range p.columns {
		for _, m := range names().exact(c.bare, fitExact) {
			switch {
			case m.table == "creators" && (m.column == "name" || m.column == "key"):
				return false
			case m.table == "contents" && (m.column == "key" || m.column == "title"):
				contents = true
			}
		}
	}
	return contents
}

// figureWords are the words of titles and names of sheets for figures of contents; without any they are views.
var figureWords = []struct{ word, target string }{
	{"点赞", "content_metrics.likes"}, {"likes", "content_metrics.likes"}, {"评论", "content_metrics.comments"},
	{"comments", "content_metrics.comments"}, {"分享", "content_metrics.shares"}, {"转发", "content_metrics.shares"},
	{"shares", "content_metrics.shares"}, {"完播", "content_metrics.completed"}, {"点击", "content_metrics.clicks"},
	{"clicks", "content_metrics.clicks"},
}

// contentFigure is the figure of contents that the sheet is about.
func (p *proposal) contentFigure() string {
	text := strings.ToLower(p.title() + " " + p.sheet.File + " " + p.sheet.Name)
	for _, f := range figureWords {
		if strings.Contains(text, f.word) {
			return f.target
		}
	}
	return "content_metrics.views"
}

// hasWideDays says whether headings are the days of contents' figures.
func (p *proposal) hasWideDays() bool {
	return slices.ContainsFunc(p.columns, func(c candidate) bool { return c.with[metricsDay] != "" })
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
	if m := monthAlone.FindStringSubmatch(rest); m != nil {
		return p.endOfMonth(m[1]), true, true
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

// monthAlone is a month without a year.
var monthAlone = regexp.MustCompile(`^(1[0-2]|0?[1-9])月份?$`)

// endOfMonth gives the last day of a month that names no year: the last such before the end of the month of the sheet's day.
func (p *proposal) endOfMonth(month string) string {
	day, _ := p.day()
	m, _ := strconv.Atoi(month)
	year := day.Year()
	if time.Month(m) > day.Month() {
		year--
	}
	return time.Date(year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
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

// fractionCells gives the cells of a column of shares in percent that stand in a row of fractions: with all other shares of
// the row they are plain numbers up to 1, which as percentages would be next to nobody.
func (p *proposal) fractionCells(column int) (cells []string) {
	if p.fractionRows == nil {
		p.fractionRows = []sheet.Row{}
		for _, row := range p.rows[:min(len(p.rows), sampleSize)] {
			if p.isFractionRow(row) {
				p.fractionRows = append(p.fractionRows, row)
			}
		}
	}
	for _, row := range p.fractionRows {
		if text := convert.Clean(row.Cell(column)); !convert.IsMissing(text) && !slices.Contains(cells, text) {
			cells = append(cells, text)
		}
	}
	return cells
}

// isFractionRow says whether a row has several shares, and all are plain numbers up to 1.
func (p *proposal) isFractionRow(row sheet.Row) bool {
	found, sum := 0, 0.0
	for _, c := range p.columns {
		if c.wide != shareTarget || convert.IsMissing(row.Cell(c.index)) {
			continue
		}
		a, err := convert.Number(row.Cell(c.index), p.decimal())
		if err != nil || a.Percent || a.Float() > 1 {
			return false
		}
		found, sum = found+1, sum+a.Float()
	}
	return found >= 2 && sum >= 0.5
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
