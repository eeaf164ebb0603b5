package collaborator

import (
	"fmt"
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
		return fmt.Sprintf("都与 %d 位相同的达人合作过:%s · both have worked with %d of the same creators", n, listed, n)
	case insight.GraphPosition:
		return fmt.Sprintf("合作网络中位置相近度 %s,已有 %d 位合作者 · %s alike in their place in the network, %d partners so far",
			say.Percent(row[direction]), a.v.network.degree[c], say.Percent(row[direction]), a.v.network.degree[c])
	case insight.SameCategory:
		return categoryText(row, listed)
	case insight.SharedAgency:
		return fmt.Sprintf("同属机构 %s · both with the agency %s", listed, listed)
	case insight.SharedBrands:
		return fmt.Sprintf("都为 %s 做过推广 · both have worked for %s", listed, listed)
	case insight.SimilarAudience:
		return fmt.Sprintf("%s 的受众画像相同 · audiences %s alike", say.Percent(row[audience]), say.Percent(row[audience]))
	case insight.SameRegion:
		return regionText(row)
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

func regionText(row [featureCount]float64) string {
	var zh, en []string
	if row[region] == 1 {
		zh, en = append(zh, "同一地区"), append(en, "the same region")
	}
	if row[language] == 1 {
		zh, en = append(zh, "同一语言"), append(en, "the same language")
	}
	return strings.Join(zh, ",") + " · " + strings.Join(en, ", ")
}
