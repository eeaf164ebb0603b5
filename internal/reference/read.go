package reference

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// record is a row by the names of its columns.
type record map[string]any

// Read reads a data set's folder. A row that is refused, or that names a key no row has, is an error: the
// sets that tests use have none.
func Read(dir string) (*Market, error) {
	set, err := dataset.Open(dir, dataset.Options{})
	if err != nil {
		return nil, err
	}
	m := &Market{Categories: map[string]*Category{}, Segments: map[string]*Segment{}, Agencies: map[string]*Agency{},
		Creators: map[string]*Creator{}, Brands: map[string]*Brand{}, Campaigns: map[string]*Campaign{},
		Contents: map[string]*Content{}}
	for _, file := range set.Files {
		add, wanted := m.tables()[file.Table.Name]
		if !wanted {
			continue
		}
		if err := rows(file, add); err != nil {
			return nil, err
		}
	}
	return m, m.joinParents(set)
}

func (m *Market) tables() map[string]func(record) error {
	return map[string]func(record) error{
		"categories": m.category, "segments": m.segment, "agencies": m.agency, "creators": m.creator,
		"brands": m.brand, "campaigns": m.campaign, "contracts": m.contract, "invitations": m.invitation,
		"participations": m.participation, "contents": m.content, "audiences": m.audience}
}

func rows(file dataset.File, add func(record) error) error {
	r, err := file.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		row, refused, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if len(refused) > 0 {
			return fmt.Errorf("%s line %d: %s", refused[0].File, refused[0].Line, refused[0].Reason)
		}
		fields := record{}
		for i, column := range file.Table.Columns {
			fields[column.Name] = row.Values[i]
		}
		if err := add(fields); err != nil {
			return fmt.Errorf("%s line %d: %w", file.Name, row.Line, err)
		}
	}
}

func (m *Market) category(r record) error {
	m.Categories[r.text("key")] = &Category{Key: r.text("key"), Name: r.text("name")}
	return nil
}

// joinParents reads the categories again, since a parent may stand below its child.
func (m *Market) joinParents(set *dataset.Set) error {
	for _, file := range set.Files {
		if file.Table.Name != "categories" {
			continue
		}
		return rows(file, func(r record) (err error) {
			if r["parent"] != nil {
				m.Categories[r.text("key")].Parent, err = one(m.Categories, r.text("parent"))
			}
			return err
		})
	}
	return nil
}

func (m *Market) segment(r record) error {
	m.Segments[r.text("key")] = &Segment{r.text("key"), r.text("name"), r.text("dimension")}
	return nil
}

func (m *Market) agency(r record) error {
	m.Agencies[r.text("key")] = &Agency{Key: r.text("key"), Name: r.text("name")}
	return nil
}

func (m *Market) creator(r record) error {
	categories, err := all(m.Categories, r["categories"])
	m.Creators[r.text("key")] = &Creator{Key: r.text("key"), Name: r.text("name"), Categories: categories,
		Followers: r.number("followers"), Audience: map[*Segment]float64{}}
	return err
}

func (m *Market) brand(r record) error {
	categories, err := all(m.Categories, r["categories"])
	m.Brands[r.text("key")] = &Brand{Key: r.text("key"), Name: r.text("name"), Categories: categories}
	return err
}

func (m *Market) campaign(r record) error {
	brand, errBrand := one(m.Brands, r.text("brand"))
	categories, err := all(m.Categories, r["categories"])
	if err := errors.Join(errBrand, err); err != nil {
		return err
	}
	c := &Campaign{Key: r.text("key"), Name: r.text("name"), Brand: brand, Categories: categories,
		Starts: r.time("starts"), Ends: r.time("ends")}
	m.Campaigns[c.Key] = c
	brand.Campaigns = append(brand.Campaigns, c)
	return nil
}

func (m *Market) contract(r record) error {
	creator, errCreator := one(m.Creators, r.text("creator"))
	agency, err := one(m.Agencies, r.text("agency"))
	if err := errors.Join(errCreator, err); err != nil {
		return err
	}
	c := &Contract{creator, agency, r.time("since"), r.time("until")}
	m.Contracts = append(m.Contracts, c)
	creator.Contracts = append(creator.Contracts, c)
	agency.Contracts = append(agency.Contracts, c)
	return nil
}

func (m *Market) invitation(r record) error {
	campaign, errCampaign := one(m.Campaigns, r.text("campaign"))
	creator, err := one(m.Creators, r.text("creator"))
	if err := errors.Join(errCampaign, err); err != nil {
		return err
	}
	i := &Invitation{campaign, creator, r.time("invited"), r.text("source"), r.text("answer")}
	m.Invitations = append(m.Invitations, i)
	campaign.Invitations = append(campaign.Invitations, i)
	return nil
}

func (m *Market) participation(r record) error {
	campaign, errCampaign := one(m.Campaigns, r.text("campaign"))
	creator, err := one(m.Creators, r.text("creator"))
	if err := errors.Join(errCampaign, err); err != nil {
		return err
	}
	p := &Participation{campaign, creator, r.text("source"), r.number("fee"), r.number("impressions"),
		r.number("engagements"), r.number("clicks"), r.number("conversions"), r.number("gmv")}
	m.Participations = append(m.Participations, p)
	campaign.Participations = append(campaign.Participations, p)
	creator.Participations = append(creator.Participations, p)
	return nil
}

func (m *Market) content(r record) error {
	creator, errCreator := one(m.Creators, r.text("creator"))
	others, err := all(m.Creators, r["co_creators"])
	if err := errors.Join(errCreator, err); err != nil {
		return err
	}
	c := &Content{Key: r.text("key"), Name: r.text("title"), Creator: creator, Published: r.time("published"),
		CoCreators: others}
	if c.Name == "" {
		c.Name = c.Key
	}
	if r["campaign"] != nil {
		if c.Campaign, err = one(m.Campaigns, r.text("campaign")); err != nil {
			return err
		}
		c.Campaign.Contents = append(c.Campaign.Contents, c)
	}
	m.Contents[c.Key] = c
	creator.Posted = append(creator.Posted, c)
	for _, other := range others {
		other.Appears = append(other.Appears, c)
	}
	return nil
}

func (m *Market) audience(r record) error {
	creator, errCreator := one(m.Creators, r.text("creator"))
	segment, err := one(m.Segments, r.text("segment"))
	if err := errors.Join(errCreator, err); err != nil {
		return err
	}
	creator.Audience[segment], _ = r["share"].(float64)
	return nil
}

func (r record) text(column string) string {
	text, _ := r[column].(string)
	return text
}

func (r record) number(column string) Number {
	value, known := r[column].(int64)
	return Number{value, known}
}

func (r record) time(column string) time.Time {
	value, _ := r[column].(time.Time)
	return value
}

// one gives the row of a key.
func one[T any](rows map[string]*T, key string) (*T, error) {
	row, ok := rows[key]
	if !ok {
		return nil, fmt.Errorf("%T: no row has the key %q", row, key)
	}
	return row, nil
}

// all gives the rows of a cell's keys.
func all[T any](rows map[string]*T, cell any) ([]*T, error) {
	keys, _ := cell.([]string)
	var found []*T
	for _, key := range keys {
		row, err := one(rows, key)
		if err != nil {
			return nil, err
		}
		found = append(found, row)
	}
	return found, nil
}
