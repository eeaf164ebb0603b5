package collaborator

import (
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/format"
)

// Names gives the name of what a key stands for; the key itself where nobody knows one.
type Names func(kind insight.Kind, key string) string

// text says a reason in Chinese and in English, with the figures it rests on.
func (s *source) text(kind insight.Kind, c int32, row [featureCount]float64, evidence []string, names Names) string {
	me, other := &s.v.market.Creators[s.creator], &s.v.market.Creators[c]
	listed := list(kind, evidence, names)
	switch kind {
	case insight.CommonNeighbours:
		n := strconv.Itoa(s.commonPartners(c))
		return "都与 " + n + " 位相同的达人合作过:" + listed + " · both have worked with " + n + " of the same creators"
	case insight.GraphPosition:
		alike, partners := format.Percent(row[positionCosine]), strconv.Itoa(int(s.v.network.degree[c]))
		return "合作网络中位置相近度 " + alike + ",已有 " + partners + " 位合作者 · " + alike +
			" alike in their place in the network, " + partners + " partners so far"
	case insight.SameCategory:
		return categoryText(row, listed)
	case insight.SharedAgency:
		return "同属机构 " + listed + " · both with the agency " + listed
	case insight.SharedBrands:
		return "都为 " + listed + " 做过推广 · both have worked for " + listed
	case insight.SimilarAudience:
		alike := format.Percent(row[audience])
		return alike + " 的受众画像相同 · audiences " + alike + " alike"
	case insight.SameRegion:
		return regionText(row)
	case insight.SimilarSize:
		return "粉丝 " + format.TenThousands(me.Followers) + " 与 " + format.TenThousands(other.Followers) + " · " +
			format.Number(me.Followers) + " and " + format.Number(other.Followers) + " followers"
	}
	mine, theirs := format.Yuan(me.Price), format.Yuan(other.Price)
	return "报价 " + mine + " 元与 " + theirs + " 元 · asking prices of " + mine + " and " + theirs + " yuan"
}

func (s *source) commonPartners(c int32) int {
	n := 0
	to, _ := s.v.network.partners(c)
	for _, p := range to {
		if s.pageRank.visits[p].oneStep > 0 {
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
	if row[partnerCategory] > 0 {
		zh = append(zh, "与其合作者的类目相近度 "+format.Percent(row[partnerCategory]))
		en = append(en, format.Percent(row[partnerCategory])+" like the categories of partners so far")
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
