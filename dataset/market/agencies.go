package market

import "slices"

// agency is an MCN: it signs creators of a few fields.
type agency struct {
	fields  [2]int
	region  int
	founded day
	name    string
}

// One agency stands for a hundred creators; their sizes fall off as a power of their rank.
const (
	creatorsPerAgency = 100
	agencyExponent    = 0.7
)

// agencies are all agencies, and who is under contract with them.
type agencies struct {
	all    []agency
	bySize weightedChoice
	roster grouping // creators by the agency they are with today
}

func drawAgencies(d *rng, t *taxonomy, p *pools, creators int, today day) agencies {
	all := make([]agency, max(2, creators/creatorsPerAgency))
	for i := range all {
		d.take(forAgency, i)
		all[i] = agency{
			fields:  [2]int{t.byField.draw(d), t.byField.draw(d)},
			region:  t.byRegion.draw(d),
			founded: launch - 900 + day(d.IntN(int(today-launch)+500)),
			name: pick(d, p.agencies["first"]) + pick(d, p.agencies["second"]) +
				pick(d, p.agencies["ending"]),
		}
	}
	return agencies{all: all, bySize: newWeightedChoice(len(all), zipf(agencyExponent))}
}

// sign draws an agency that works in the field, or any if it meets none.
func (a *agencies) sign(d *rng, field int) int32 {
	chosen := 0
	for range 6 {
		chosen = a.bySize.draw(d)
		if slices.Contains(a.all[chosen].fields[:], field) {
			break
		}
	}
	return int32(chosen)
}

func (a *agencies) write(out *sheets, t *taxonomy) error {
	for i, agency := range a.all {
		err := out.write("agencies", agencyKey(i), agency.name, t.provinces[agency.region].name, agency.founded.date())
		if err != nil {
			return err
		}
	}
	return nil
}
