package evaluation

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// Data is a data set as matching sees it, with all that is known to have come.
type Data struct {
	Book        *match.Book
	Ends        []int32 // last days of campaigns
	creators    map[string]int32
	campaigns   map[string]int32
	words       [5]map[string]int32 // categories, segments, platforms, agencies, brands
	recommended map[[2]int32]bool   // by campaign and creator: how the invitation came
	posts       []post
}

type post struct {
	creator, campaign, day int32
	format                 match.Format
	words                  string
}

const (
	categories = iota
	segments
	platforms
	agencies
	brands
)

// Read reads a data set.
func Read(set *dataset.Set) (*Data, error) {
	d := &Data{Book: &match.Book{}, creators: map[string]int32{}, campaigns: map[string]int32{}, recommended: map[[2]int32]bool{}}
	for k := range d.words {
		d.words[k] = map[string]int32{}
	}
	take := map[string]func(row map[string]any){"categories": d.category, "segments": d.segment, "platforms": d.platform,
		"brands": d.brand, "creators": d.creator, "campaigns": d.campaign, "participations": d.participation,
		"invitations": d.invitation, "audiences": d.audience, "contents": d.content}
	for _, file := range set.Files {
		if row := take[file.Table.Name]; row != nil {
			if _, err := file.Each(row); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func textOf(row map[string]any, column string) string {
	s, _ := row[column].(string)
	return s
}

func integerOf(row map[string]any, column string) int64 {
	if n, ok := row[column].(int64); ok {
		return n
	}
	return insight.Unknown
}

func dayOf(row map[string]any, column string) int32 {
	if t, ok := row[column].(time.Time); ok {
		return int32(math.Floor(float64(t.Unix()) / 86400))
	}
	return insight.Unknown
}

func (d *Data) indexOf(table int, key string) int32 {
	if n, known := d.words[table][key]; known {
		return n
	}
	return insight.Unknown
}

func (d *Data) indexesOf(table int, value any) []int32 {
	keys, _ := value.([]string)
	var all []int32
	for _, key := range keys {
		if n := d.indexOf(table, key); n != insight.Unknown {
			all = append(all, n)
		}
	}
	return all
}

func (d *Data) category(row map[string]any) {
	d.words[categories][textOf(row, "key")] = int32(len(d.Book.Categories))
	d.Book.Categories = append(d.Book.Categories, match.Word{Key: textOf(row, "key"), Name: textOf(row, "name"), Of: d.indexOf(categories, textOf(row, "parent"))})
}

func (d *Data) segment(row map[string]any) {
	d.words[segments][textOf(row, "key")] = int32(len(d.Book.Segments))
	d.Book.Segments = append(d.Book.Segments, match.Word{Key: textOf(row, "key"), Of: insight.Unknown, Dimension: textOf(row, "dimension")})
}

func (d *Data) platform(row map[string]any) {
	d.words[platforms][textOf(row, "key")] = int32(len(d.Book.Platforms))
	d.Book.Platforms = append(d.Book.Platforms, match.Word{Key: textOf(row, "key"), Of: insight.Unknown})
}

func (d *Data) brand(row map[string]any) {
	d.words[brands][textOf(row, "key")] = int32(len(d.Book.Brands))
	d.Book.Brands = append(d.Book.Brands, match.Brand{Key: textOf(row, "key"), Industry: textOf(row, "industry"), Categories: d.indexesOf(categories, row["categories"])})
}

func (d *Data) creator(row map[string]any) {
	d.creators[textOf(row, "key")] = int32(len(d.Book.Creators))
	c := match.Creator{Key: textOf(row, "key"), Region: textOf(row, "region"), Followers: integerOf(row, "followers"), Agency: insight.Unknown,
		Categories: d.indexesOf(categories, row["categories"]), Platforms: d.indexesOf(platforms, row["platforms"])}
	for f, column := range []string{"price_short_video", "price_mid_video", "price_image_text", "price_live"} {
		c.Prices[f] = max(0, integerOf(row, column))
	}
	d.Book.Creators = append(d.Book.Creators, c)
}

func (d *Data) campaign(row map[string]any) {
	d.campaigns[textOf(row, "key")] = int32(len(d.Book.Campaigns))
	c := match.Campaign{Key: textOf(row, "key"), Brand: d.indexOf(brands, textOf(row, "brand")), Objective: match.ObjectiveOf(textOf(row, "objective")),
		Categories: d.indexesOf(categories, row["categories"]), Segments: d.indexesOf(segments, row["target_segments"]), Day: dayOf(row, "starts")}
	formats, _ := row["formats"].([]string)
	for _, f := range formats {
		c.Formats = append(c.Formats, match.FormatOf(f))
	}
	d.Book.Campaigns, d.Ends = append(d.Book.Campaigns, c), append(d.Ends, dayOf(row, "ends"))
}

// pair finds the campaign and creator of a row.
func (d *Data) pair(row map[string]any) (campaign, creator int32, ok bool) {
	campaign, known := d.campaigns[textOf(row, "campaign")]
	creator, also := d.creators[textOf(row, "creator")]
	return campaign, creator, known && also
}

func (d *Data) participation(row map[string]any) {
	if campaign, creator, ok := d.pair(row); ok {
		c := &d.Book.Creators[creator]
		c.Works = append(c.Works, match.Work{Campaign: campaign, Format: insight.Unknown, Fee: integerOf(row, "fee"),
			Impressions: integerOf(row, "impressions"), Clicks: integerOf(row, "clicks"), Conversions: integerOf(row, "conversions"), GMV: integerOf(row, "gmv")})
	}
}

func (d *Data) invitation(row map[string]any) {
	campaign, creator, ok := d.pair(row)
	if !ok {
		return
	}
	said := map[string]match.Said{"ACCEPTED": match.Accepted, "DECLINED": match.Declined, "EXPIRED": match.Expired}[textOf(row, "answer")]
	c := &d.Book.Creators[creator]
	c.Answers = append(c.Answers, match.Answer{Campaign: campaign, Day: dayOf(row, "invited"), Offer: integerOf(row, "offer"), Said: said})
	d.recommended[[2]int32{campaign, creator}] = textOf(row, "source") == "RECOMMENDED"
}

func (d *Data) audience(row map[string]any) {
	creator, known := d.creators[textOf(row, "creator")]
	share, ok := row["share"].(float64)
	if n := d.indexOf(segments, textOf(row, "segment")); known && ok && n != insight.Unknown {
		c := &d.Book.Creators[creator]
		c.Audience = append(c.Audience, insight.Share{Segment: n, Part: float32(share)})
	}
}

func (d *Data) content(row map[string]any) {
	creator, known := d.creators[textOf(row, "creator")]
	if !known {
		return
	}
	campaign, isPaid := d.campaigns[textOf(row, "campaign")]
	if !isPaid {
		campaign = insight.Unknown
	}
	tags, _ := row["tags"].([]string)
	d.posts = append(d.posts, post{creator, campaign, dayOf(row, "published"), match.FormatOf(textOf(row, "format")),
		textOf(row, "title") + "\n" + strings.Join(tags, "\n")})
}

// Cut is the day by which a share of the campaigns had begun.
func (d *Data) Cut(share float64) int32 {
	var days []int32
	for _, c := range d.Book.Campaigns {
		if c.Day != insight.Unknown {
			days = append(days, c.Day)
		}
	}
	if len(days) == 0 {
		return 0
	}
	slices.SortFunc(days, cmp.Compare[int32])
	return days[int(share*float64(len(days)-1))]
}

// Before is the book as it was when a day began: results of campaigns that were over, answers that were given, contents
// that were published.
func (d *Data) Before(cut int32) *match.Book {
	b := *d.Book
	b.Day, b.Creators = cut, slices.Clone(b.Creators)
	b.Campaigns = slices.Clone(b.Campaigns)
	made := map[[2]int32]match.Format{}
	for _, p := range d.posts {
		if p.day < cut {
			c := &b.Creators[p.creator]
			c.Words = insight.AddWords(c.Words, p.words)
			if p.campaign != insight.Unknown {
				made[[2]int32{p.campaign, p.creator}] = p.format
			}
		}
	}
	for p := range b.Creators {
		c := &b.Creators[p]
		c.Works = slices.DeleteFunc(slices.Clone(c.Works), func(w match.Work) bool { return d.Ends[w.Campaign] >= cut })
		for k := range c.Works {
			if f, known := made[[2]int32{c.Works[k].Campaign, int32(p)}]; known {
				c.Works[k].Format = f
			}
		}
		c.Answers = slices.DeleteFunc(slices.Clone(c.Answers), func(a match.Answer) bool { return a.Day >= cut-7 })
	}
	return &b
}
