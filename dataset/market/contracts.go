package market

import "math"

// contract binds a creator to an agency from a day until the day before another; open says that no end
// was agreed.
type contract struct {
	agency       int32
	since, until day
	open         bool
	exclusive    bool
}

// maxContracts is how many contracts follow one another at most.
const maxContracts = 4

// drawContracts gives the contracts of creator number i, one after the other. The greater the name, the
// likelier there is one.
func drawContracts(d *rng, c *creator, i int, a *agencies, field int, today day) []contract {
	d.take(forContracts, i)
	if !d.chance(math.Min(0.12+0.2*math.Log10(float64(c.followers)/minFollowers), 0.85)) {
		return nil
	}
	var contracts []contract
	since := c.joined + 1 + day(d.ExpFloat64()*150)
	with := a.sign(d, field)
	for len(contracts) < maxContracts && since <= today {
		next := drawContract(d, with, max(since, a.all[with].founded))
		if next.since > today {
			break
		}
		contracts = append(contracts, next)
		if next.open || d.chance(0.25) {
			break
		}
		since = next.until + 1
		if d.chance(0.5) {
			with, since = a.sign(d, field), since+day(d.ExpFloat64()*90)
		}
	}
	return contracts
}

// drawContract gives one contract of one to three years; some end early, some are open.
func drawContract(d *rng, agency int32, since day) contract {
	length := day(365 * d.between(1, 3))
	if d.chance(0.15) {
		length = day(30 + d.IntN(int(length)-30))
	}
	return contract{agency, since, since + length, d.chance(0.25), d.chance(0.6)}
}

// runsOn is true from since up to until, both included.
func (c contract) runsOn(d day) bool { return c.since <= d && (c.open || d <= c.until) }

func (c contract) write(out *sheets, creator string) error {
	var until any
	if !c.open {
		until = c.until.date()
	}
	return out.write("contracts", creator, agencyKey(int(c.agency)), c.since.date(), until, c.exclusive)
}
