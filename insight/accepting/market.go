package accepting

import (
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

const (
	secondsADay = 24 * 60 * 60
	// answerDays is after how many days an invitation is taken to have been answered, where only the answer is known: by
	// then it would have lapsed.
	answerDays = 7
)

// Market gives what acceptance is learned from: the results' creators, campaigns and answers.
func Market(b *match.Book) *acceptance.Market {
	m := &acceptance.Market{}
	words(m, b)
	campaigns(m, b)
	for i := range b.Creators {
		m.Creators = append(m.Creators, creatorOf(&b.Creators[i]))
		m.Invitations = invitationsOf(m.Invitations, int32(i), &b.Creators[i])
	}
	return m
}

// MarketOf gives one creator with its answers, and no campaigns but those that it answered: a curve rests on no more.
func MarketOf(b *match.Book, creator int32) *acceptance.Market {
	c := &b.Creators[creator]
	m := &acceptance.Market{Creators: []acceptance.Creator{creatorOf(c)}, Invitations: invitationsOf(nil, 0, c)}
	words(m, b)
	numbers := map[int32]int32{}
	for i := range m.Invitations {
		of := m.Invitations[i].Campaign
		n, known := numbers[of]
		if !known {
			n = int32(len(m.Campaigns))
			numbers[of] = n
			m.Campaigns = append(m.Campaigns, campaignOf(&b.Campaigns[of]))
		}
		m.Invitations[i].Campaign = n
	}
	return m
}

// words brings in the categories and segments of a book that a market does not have yet.
func words(m *acceptance.Market, b *match.Book) {
	for _, c := range b.Categories[len(m.Parents):] {
		m.Parents = append(m.Parents, c.Of)
	}
	for _, s := range b.Segments[len(m.Segments):] {
		m.Segments, m.Dimensions = append(m.Segments, s.Key), append(m.Dimensions, s.Dimension)
	}
}

// campaigns brings in those of a book that a market does not have yet.
func campaigns(m *acceptance.Market, b *match.Book) {
	for i := len(m.Campaigns); i < len(b.Campaigns); i++ {
		m.Campaigns = append(m.Campaigns, campaignOf(&b.Campaigns[i]))
	}
}

func campaignOf(c *match.Campaign) acceptance.Campaign {
	return Campaign(c.Brand, c.Day, c.Categories, c.Segments, c.Formats)
}

// Campaign gives a campaign, or a brief, as acceptance reads it.
func Campaign(brand, starts int32, categories, segments []int32, formats []match.Format) acceptance.Campaign {
	c := acceptance.Campaign{Brand: brand, Starts: starts, Categories: categories, Segments: segments}
	for _, f := range formats {
		c.Formats = append(c.Formats, int(f))
	}
	return c
}

func creatorOf(c *match.Creator) acceptance.Creator {
	one := acceptance.Creator{Key: c.Key, Followers: c.Followers, Categories: c.Categories, Audience: c.Audience,
		Signed: c.Agency != insight.Unknown}
	for f, price := range c.Prices {
		one.Prices[f] = max(0, price)
	}
	return one
}

func invitationsOf(all []acceptance.Invitation, creator int32, c *match.Creator) []acceptance.Invitation {
	for _, a := range c.Answers {
		one := acceptance.Invitation{Creator: creator, Campaign: a.Campaign, At: int64(a.Day) * secondsADay, Offer: max(0, a.Offer),
			Accepted: a.Said == match.Accepted}
		if a.Said != match.Pending {
			one.Answered = one.At + answerDays*secondsADay
		}
		all = append(all, one)
	}
	return all
}
