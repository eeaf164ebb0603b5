package market

// A list is kept for the first of each listEvery campaigns, at most maxLists of them: a market has many campaigns, and
// somebody who tries lists out wants a few.
const (
	listEvery = 12
	maxLists  = 40
)

// listNotes and listReasons are what people note of lists and of creators on them.
var (
	listNotes   = []string{"优先合作过的达人", "预算有余量可再加两位", "客户要求避开竞品合作", ""}
	listReasons = []string{"受众与品牌目标人群匹配", "近30天播放稳定", "同价位里互动率更高", "转化效果好"}
)

// writeList writes who was considered for a campaign, and what became of them.
func (s *simulation) writeList(c *campaign, invitations []invitation) error {
	if c.number%listEvery != 0 || c.number/listEvery >= maxLists {
		return nil
	}
	number := c.number / listEvery
	key := numbered("l-", number+1, 4)
	if err := s.out.write("lists", key, c.name+" 达人清单", orNil(listNotes[number%len(listNotes)]), campaignKey(c.number)); err != nil {
		return err
	}
	refused := -1 // who said no and has not been replaced yet
	for i := range invitations {
		one := &invitations[i]
		status, price, replaces := one.listStatus(), any(nil), any(nil)
		switch {
		case status == "CONFIRMED":
			price = one.offer
			if refused >= 0 {
				replaces, refused = creatorKey(refused), -1
			}
		case status == "DECLINED":
			refused = one.creator
		}
		err := s.out.write("list_items", key, creatorKey(one.creator), status, int64(i), one.grade(), one.tags(), nil,
			listReasons[(number+i)%len(listReasons)], formatNames()[one.format], price, replaces)
		if err != nil {
			return err
		}
	}
	return nil
}

// listStatus is how far the decision on an invited creator has come.
func (one *invitation) listStatus() string {
	switch one.answer {
	case "ACCEPTED":
		return "CONFIRMED"
	case "DECLINED":
		return "DECLINED"
	case "EXPIRED":
		return "REJECTED"
	}
	return "NEGOTIATING"
}

// grade is what somebody who looks closely would give.
func (one *invitation) grade() string {
	switch fit := one.expected.fit; {
	case fit > 1:
		return "S"
	case fit > 0:
		return "A"
	}
	return "B"
}

func (one *invitation) tags() []string {
	var tags []string
	if one.regular {
		tags = append(tags, "老合作")
	}
	if one.recommended {
		tags = append(tags, "系统推荐")
	}
	return tags
}

func orNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}
