package collaborator

import (
	"fmt"
	"math"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/say"
)

// Names gives the name of what a key stands for; the key itself where nobody knows one.
type Names func(kind insight.Kind, key string) string

// text says a reason in Chinese and in English, with the figures it rests on.
func (a *asker) text(kind insight.Kind, c int32, row [featureCount]float64, evidence []string, names Names) string {
	me, other := &a.v.market.Creators[a.of], &a.v.market.Creators[c]
	listed := list(kind, evidence, names)
	switch kind {
	case insight.CommonNeighbours:
		n := a.commonPartners(c)
		if n == 0 {
			return "没有共同的合作者 · no partner in common"
		}
		return fmt.Sprintf("都与 %d 位相同的达人合作过:%s · both have worked with %d of the same creators", n, listed, n)
	case insight.GraphPosition:
		return fmt.Sprintf("合作网络中位置相近度 %s,已有 %d 位合作者 · %s alike in their place in the network, %d partners so far",
			say.Percent(row[direction]), a.v.network.degree[c], say.Percent(row[direction]), a.v.network.degree[c])
	case insight.SameCategory:
		return categoryText(row, listed)
	case insight.SharedAgency:
		if listed == "" {
			return "不在同一机构 · not with the same agency"
		}
		return fmt.Sprintf("同属机构 %s · both with the agency %s", listed, listed)
	case insight.SharedBrands:
		if listed == "" {
			return "没有相同的合作品牌 · no brand in common"
		}
		return fmt.Sprintf("都为 %s 做过推广 · both have worked for %s", listed, listed)
	case insight.SimilarAudience:
		return a.audienceText(row)
	case insight.SimilarSize:
		return fmt.Sprintf("粉丝 %s 与 %s · %s and %s followers", say.TenThousands(me.Followers),
			say.TenThousands(other.Followers), say.Number(me.Followers), say.Number(other.Followers))
	}
	return fmt.Sprintf("报价 %s 元与 %s 元 · asking prices of %s and %s yuan", say.Yuan(me.Price), say.Yuan(other.Price),
		say.Yuan(me.Price), say.Yuan(other.Price))
}

func (a *asker) commonPartners(c int32) int {
	n := 0
	to, _ := a.v.network.partners(c)
	for _, p := range to {
		if a.step[p] > 0 {
			n++
		}
	}
	return n
}

func list(kind insight.Kind, keys []string, names Names) string {
	words := make([]string, len(keys))
	for i, key := range keys {
		words[i] = names(kind, key)
	}
	return strings.Join(words, "、")
}

func categoryText(row [featureCount]float64, listed string) string {
	var zh, en []string
	if listed != "" {
		zh, en = append(zh, "同做 "+listed), append(en, "both about "+listed)
	} else {
		zh, en = append(zh, "没有相同类目"), append(en, "no category in common")
	}
	if row[circle] > 0 {
		zh = append(zh, "与其合作者的类目相近度 "+say.Percent(row[circle]))
		en = append(en, say.Percent(row[circle])+" like the categories of partners so far")
	}
	return strings.Join(zh, ",") + " · " + strings.Join(en, ", ")
}

func (a *asker) audienceText(row [featureCount]float64) string {
	var zh, en []string
	if !math.IsNaN(row[audience]) {
		zh = append(zh, say.Percent(row[audience])+" 的受众画像相同")
		en = append(en, "audiences "+say.Percent(row[audience])+" alike")
	}
	for _, same := range []struct {
		value              float64
		zh, en, zhNo, enNo string
	}{
		{row[region], "同一地区", "the same region", "地区不同", "different regions"},
		{row[language], "同一语言", "the same language", "语言不同", "different languages"},
	} {
		switch same.value {
		case 1:
			zh, en = append(zh, same.zh), append(en, same.en)
		case 0:
			zh, en = append(zh, same.zhNo), append(en, same.enNo)
		}
	}
	return strings.Join(zh, ",") + " · " + strings.Join(en, ", ")
}
