package lookalike

import (
	"fmt"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/format"
)

// maxNames bounds the names in a text, maxEvidence the evidence of a reason.
const (
	maxNames    = 3
	maxEvidence = 10
)

// texts give the sentences of each kind of reason, in Chinese and English, with the figures and the evidence; alike is the kind's
// term of the score as a share of the most it could add.
var texts = map[insight.Kind]func(seeds, found Profile, alike float64) (string, []insight.Entity){
	insight.GraphPosition:   positionText,
	insight.SharedBrands:    brandsText,
	insight.SharedCampaigns: positionText,
	insight.SharedAgency:    positionText,
	insight.SimilarAudience: audienceText,
	insight.SameRegion:      regionText,
	insight.SameCategory:    categoryText,
	insight.SimilarContent:  contentText,
	insight.SimilarSize:     sizeText,
	insight.SimilarPrice:    priceText,
	insight.PastPerformance: resultsText,
}

func otherText(_, _ Profile, alike float64) (string, []insight.Entity) {
	return fmt.Sprintf("相近度 %s · %s alike", format.Percent(alike), format.Percent(alike)), nil
}

func positionText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	brands, campaigns := shared(seeds.Brands, found.Brands), shared(seeds.Campaigns, found.Campaigns)
	agencies, creators := shared(seeds.Agencies, found.Agencies), shared(seeds.Creators, found.Creators)
	var zh, en []string
	if n := len(campaigns); n > 0 {
		zh = append(zh, fmt.Sprintf("参加过 %d 个相同的营销活动", n))
		en = append(en, fmt.Sprintf("both worked on %d of the same campaigns", n))
	}
	if n := len(brands); n > 0 {
		zh = append(zh, fmt.Sprintf("为 %d 个相同的品牌工作过:%s", n, list(brands, "、")))
		en = append(en, fmt.Sprintf("both worked for %d of the same brands: %s", n, list(brands, ", ")))
	}
	if n := len(creators); n > 0 {
		zh = append(zh, fmt.Sprintf("合作过 %d 位相同的达人:%s", n, list(creators, "、")))
		en = append(en, fmt.Sprintf("both worked with %d of the same creators: %s", n, list(creators, ", ")))
	}
	if len(agencies) > 0 {
		zh = append(zh, "同属机构 "+list(agencies, "、"))
		en = append(en, "both with the agency "+list(agencies, ", "))
	}
	if len(zh) == 0 {
		return fmt.Sprintf("合作网络中位置相近度 %s · %s alike in their place in the network", format.Percent(alike), format.Percent(alike)), nil
	}
	var evidence []insight.Entity
	for _, of := range []struct {
		typ   string
		named []Named
	}{{"Brand", brands}, {"Campaign", campaigns}, {"Creator", creators}, {"Agency", agencies}} {
		evidence = append(evidence, entities(of.typ, of.named)...)
	}
	return strings.Join(zh, ",") + " · " + strings.Join(en, ", "), evidence[:min(len(evidence), maxEvidence)]
}

func brandsText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	zh := fmt.Sprintf("合作品牌的相近度 %s", format.Percent(alike))
	en := fmt.Sprintf("the brands worked for are %s alike", format.Percent(alike))
	both := shared(seeds.Brands, found.Brands)
	if len(both) > 0 {
		zh, en = zh+":"+list(both, "、"), en+": "+list(both, ", ")
	}
	return zh + " · " + en, entities("Brand", both)
}

func audienceText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	part, most := overlap(seeds.Audience, found.Audience)
	if len(most) == 0 {
		return fmt.Sprintf("受众相近度 %s · audiences %s alike", format.Percent(alike), format.Percent(alike)), nil
	}
	top := make([]Named, 0, maxNames)
	for _, r := range most[:min(len(most), maxNames)] {
		top = append(top, r.Named)
	}
	return fmt.Sprintf("%s 的受众画像相同:%s · audiences %s the same: %s", format.Percent(part), list(top, "、"), format.Percent(part),
		list(top, ", ")), entities("Segment", top)
}

// regionText tells where creators live and what they speak, as far as it is known of both.
func regionText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	var zh, en []string
	switch {
	case seeds.Region == "" || found.Region == "":
	case seeds.Region == found.Region:
		zh, en = append(zh, "同在"+seeds.Region), append(en, "both in "+seeds.Region)
	default:
		zh, en = append(zh, "分别在"+seeds.Region+"与"+found.Region), append(en, "in "+seeds.Region+" and in "+found.Region)
	}
	switch {
	case seeds.Language == "" || found.Language == "":
	case seeds.Language == found.Language:
		zh, en = append(zh, "语言同为 "+seeds.Language), append(en, "both speak "+seeds.Language)
	default:
		zh, en = append(zh, "语言为 "+seeds.Language+" 与 "+found.Language), append(en, "one speaks "+seeds.Language+", one "+found.Language)
	}
	if len(zh) == 0 {
		return fmt.Sprintf("地区与语言相近度 %s · regions and languages %s alike", format.Percent(alike), format.Percent(alike)), nil
	}
	return strings.Join(zh, ",") + " · " + strings.Join(en, ", "), nil
}

func categoryText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	if both := shared(seeds.Categories, found.Categories); len(both) > 0 {
		return "同做 " + list(both, "、") + " · both about " + list(both, ", "), entities("Category", both)
	}
	if len(seeds.Categories) == 0 || len(found.Categories) == 0 {
		return fmt.Sprintf("类目相近度 %s · categories %s alike", format.Percent(alike), format.Percent(alike)), nil
	}
	mine, theirs := seeds.Categories[:1], found.Categories[:1]
	return fmt.Sprintf("类目相近:%s与%s · categories that go together: %s and %s", mine[0].Name, theirs[0].Name,
		mine[0].Name, theirs[0].Name), entities("Category", theirs)
}

func contentText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	zh := fmt.Sprintf("标题和标签的用词相近度 %s", format.Percent(alike))
	en := fmt.Sprintf("the words of titles and tags are %s alike", format.Percent(alike))
	if both := shared(seeds.Tags, found.Tags); len(both) > 0 {
		zh += ",都用标签 " + list(both, "、")
		en += ", both use the tags " + list(both, ", ")
	}
	return zh + " · " + en, nil
}

func sizeText(seeds, found Profile, _ float64) (string, []insight.Entity) {
	return fmt.Sprintf("粉丝 %s 与 %s · %s and %s followers", format.TenThousands(seeds.Followers), format.TenThousands(found.Followers),
		format.Number(seeds.Followers), format.Number(found.Followers)), nil
}

func priceText(seeds, found Profile, _ float64) (string, []insight.Entity) {
	return fmt.Sprintf("报价 %s 元与 %s 元 · asking prices of %s and %s yuan", format.Yuan(seeds.Price), format.Yuan(found.Price),
		format.Yuan(seeds.Price), format.Yuan(found.Price)), nil
}

func resultsText(seeds, found Profile, alike float64) (string, []insight.Entity) {
	var zh, en []string
	for _, of := range []struct {
		name   string
		ratio  func(insight.Results) (float64, bool)
		format string
		unit   string
	}{
		{"CPM", func(r insight.Results) (float64, bool) { return ratio(10*r.Fee, r.Impressions) }, "%.1f", " 元"},
		{"CTR", func(r insight.Results) (float64, bool) { return ratio(100*r.Clicks, r.Impressions) }, "%.2f", " %"},
		{"CVR", func(r insight.Results) (float64, bool) { return ratio(100*r.Conversions, r.Clicks) }, "%.2f", " %"},
	} {
		mine, known := of.ratio(seeds.Results)
		theirs, too := of.ratio(found.Results)
		if known && too {
			zh = append(zh, fmt.Sprintf("%s "+of.format+" 与 "+of.format+"%s", of.name, mine, theirs, of.unit))
			en = append(en, fmt.Sprintf("%s "+of.format+" and "+of.format, of.name, mine, theirs)+strings.Replace(of.unit, "元", "yuan", 1))
		}
	}
	if len(zh) == 0 {
		return fmt.Sprintf("投放效果相近度 %s · results of campaigns %s alike", format.Percent(alike), format.Percent(alike)), nil
	}
	return "投放效果相近:" + strings.Join(zh, ",") + " · results alike: " + strings.Join(en, ", "), nil
}

// ratio is known where both numbers are above 0.
func ratio(of, per int64) (float64, bool) {
	if of <= 0 || per <= 0 {
		return 0, false
	}
	return float64(of) / float64(per), true
}

func entities(typ string, named []Named) []insight.Entity {
	var all []insight.Entity
	for _, n := range named[:min(len(named), maxEvidence)] {
		all = append(all, insight.Entity{Type: typ, Key: n.Key})
	}
	return all
}

// list names the first few.
func list(named []Named, between string) string {
	words := make([]string, 0, maxNames)
	for _, n := range named[:min(len(named), maxNames)] {
		words = append(words, n.Name)
	}
	return strings.Join(words, between)
}
