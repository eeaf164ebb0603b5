package columns

import (
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// subjects are what the rows of a sheet may be about, with the tables that such a row may tell of. Of
// equals the first wins.
var subjects = []struct {
	table  string
	family []string
}{
	{"creators", []string{"agencies", "contracts", "platforms", "categories", "audiences", "segments", "follower_history", "rate_cards"}},
	{"participations", []string{"creators", "campaigns", "brands", "agencies", "contracts", "contents", "content_metrics", "platforms", "categories"}},
	{"campaigns", []string{"brands", "categories", "segments"}},
	{"brands", []string{"categories"}},
	{"agencies", nil},
	{"contracts", []string{"creators", "agencies"}},
	{"audiences", []string{"creators", "segments"}},
	{"contents", []string{"creators", "campaigns", "brands", "content_metrics", "platforms"}},
	{"content_metrics", []string{"contents"}},
	{"invitations", []string{"creators", "campaigns", "brands"}},
	{"follower_history", []string{"creators"}},
	{"programme_members", []string{"programmes"}},
	{"programmes", nil},
	{"segments", nil},
	{"categories", nil},
	{"platforms", nil},
	{"rate_cards", []string{"creators"}},
	{"availability", []string{"creators", "campaigns"}},
	{"list_items", []string{"creators", "lists"}},
	{"lists", []string{"campaigns"}},
}

func relatedTables(subject string) []string {
	for _, s := range subjects {
		if s.table == subject {
			return append([]string{subject}, s.family...)
		}
	}
	return []string{subject}
}

// What a column of the subject's own adds to its score, and of a table that the row may tell of as well;
// what lacks takes off.
const (
	ownWeight       = 1.0
	relatedWeight   = 0.8
	missingColumn   = 0.7
	missingEndpoint = 1.6 // an end of a relationship that no column names, or its day
	hintWeight      = 1.5 // the sheet's or file's name speaks of it
)

// hints are the words of file and sheet names.
var hints = map[string][]string{
	"creators": {"达人列表", "达人库", "达人广场", "博主列表", "博主库", "红人库", "达人信息", "达人资源", "creator", "influencer", "kol", "talent", "主播列表", "名单"},
	"agencies": {"机构列表", "机构库", "mcn列表", "agenc"}, "brands": {"品牌列表", "品牌库", "客户列表", "brand"},
	"campaigns":      {"项目列表", "活动列表", "campaign", "排期"},
	"participations": {"参与", "合作明细", "投放明细", "结算", "执行", "投放数据", "合作记录", "订单", "participation", "collaboration", "settlement", "结案", "复盘", "abrechnung"},
	"contracts":      {"签约", "合同", "contract"}, "audiences": {"画像", "受众", "audience", "demographic"},
	"contents": {"作品", "笔记列表", "视频列表", "内容列表", "content", "post", "发布明细"}, "follower_history": {"粉丝趋势", "涨粉", "follower history", "粉丝历史", "follower_history"},
	"invitations": {"邀约", "invitation", "建联", "outreach"},
}

// findSubject decides what the rows are about.
func (p *proposal) findSubject() {
	if table, ok := templateTable(p.headings); ok {
		p.subject = table
		return
	}
	best := -1e9
	for _, s := range subjects {
		t, ok := tableOf(s.table)
		if !ok {
			continue
		}
		if score := p.subjectScore(t); score > best {
			best, p.subject = score, s.table
		}
	}
	if p.subject == "contents" && p.namesParticipations() {
		p.subject = "participations" // the pieces of a campaign with what was paid for them
	}
}

// namesParticipations says whether columns clearly name a creator, a campaign and a fee.
func (p *proposal) namesParticipations() bool {
	return p.hasColumnFor("participations.fee") && p.hasColumnFor("creators.name", "creators.key") &&
		p.hasColumnFor("campaigns.name", "campaigns.key")
}

// hasColumnFor says whether a column is clearly one of some targets.
func (p *proposal) hasColumnFor(targets ...string) bool {
	for i := range p.columns {
		for _, o := range p.options(i, "participations") {
			if o.score > fitPart*0.9 && slices.Contains(targets, o.target) {
				return true
			}
		}
	}
	return false
}

// subjectScore says how well the columns fit rows about a table.
func (p *proposal) subjectScore(t dataset.Table) float64 {
	score, found := p.scoreTargets(t.Name)
	if t.Columns[0].Kind == dataset.Key && p.repeatsItself(t.Name) {
		score -= missingEndpoint
	}
	for _, c := range t.Columns {
		score -= p.missingPenalty(t.Name, c, found)
	}
	return score + p.hint(t.Name)
}

// scoreTargets adds up how well the columns fit targets of a subject, each target once, and gives these targets.
func (p *proposal) scoreTargets(subject string) (score float64, found map[string]bool) {
	found = map[string]bool{}
	for i := range p.columns {
		target, fit := p.best(i, subject)
		if fit > 0.4 && !found[target] {
			found[target] = true
			score += fit
		}
	}
	return score, found
}

// best gives what a column is likeliest to be in a sheet about a subject; 0 for nothing.
func (p *proposal) best(i int, subject string) (target string, fit float64) {
	for _, o := range p.options(i, subject) {
		weight := relatedWeight
		if o.table() == subject {
			weight = ownWeight
		}
		if o.target != Ignore && o.score*weight > fit {
			target, fit = o.target, o.score*weight
		}
	}
	return target, fit
}

// missingPenalty is what a required column takes off that none of the targets found tells of.
func (p *proposal) missingPenalty(table string, c dataset.Column, found map[string]bool) float64 {
	if !c.Required || c.Kind == dataset.Key || p.isTold(table, c, found) {
		return 0
	}
	if c.Kind == dataset.Ref || c.Kind == dataset.MemberOf || c.Kind == dataset.Date || c.Kind == dataset.Instant {
		return missingEndpoint
	}
	return missingColumn
}

// isTold says whether a column is among the targets found, or known without it: by a constant, by headings that are
// values, or by the entity that it refers to.
func (p *proposal) isTold(table string, c dataset.Column, found map[string]bool) bool {
	target := table + "." + c.Name
	if constantDefaults[target] || found[target] || p.hasWide(impliedBy[target]) {
		return true
	}
	if c.NotBefore != "" && found[table+"."+c.NotBefore] && p.hasPeriods() {
		return true // a column of periods tells both
	}
	return c.Kind == dataset.Ref && (found[c.Of+".name"] || found[c.Of+".key"])
}

// hasPeriods says whether a column is of periods.
func (p *proposal) hasPeriods() bool {
	if p.periods == nil {
		has := slices.ContainsFunc(p.columns, func(c candidate) bool { return c.profile.periods() })
		p.periods = &has
	}
	return *p.periods
}

// hasWide says whether headings are values beside a target.
func (p *proposal) hasWide(target string) bool {
	return target != "" && slices.ContainsFunc(p.columns, func(c candidate) bool { return c.wide == target })
}

// repeatsItself says whether the rows name few of a noun's entities again and again, so that they are
// about something else.
func (p *proposal) repeatsItself(table string) bool {
	for i := range p.columns {
		e := p.columns[i].profile
		if e.rounded() {
			continue // different identifiers have become the same
		}
		for _, o := range p.options(i, table) {
			if o.identifies(table) && e.distinct*10 < e.filled*8 {
				return true
			}
		}
	}
	return false
}

// identifies says whether an option is a table's key or, but for contents, clearly its name.
func (o option) identifies(table string) bool {
	return o.target == table+".key" || table != "contents" && o.target == table+".name" && o.score > 0.8
}

func (p *proposal) hint(table string) float64 {
	file := strings.ToLower(p.sheet.File)
	base, _, _ := strings.Cut(file, ".")
	words := strings.FieldsFunc(strings.ToLower(p.sheet.Name)+" "+base, func(r rune) bool { return strings.ContainsRune(" -（）()", r) })
	if slices.Contains(words, table) {
		return 4 * hintWeight
	}
	text := file + " " + strings.ToLower(p.sheet.Name) + " " + strings.ToLower(p.title())
	for _, w := range hints[table] {
		if strings.Contains(text, w) {
			return hintWeight
		}
	}
	return 0
}

// constantDefaults are required columns that a constant can stand in for: the day of the sheet.
var constantDefaults = map[string]bool{"contracts.since": true, "content_metrics.at": true}

// impliedBy are targets whose columns say in their headings what a required column would: a segment, a day.
var impliedBy = map[string]string{"audiences.segment": shareTarget, "follower_history.date": followersTarget}
