package market

import (
	"context"
	"errors"
	"fmt"
	"math"

	"golang.org/x/sync/errgroup"
)

// generator holds a market while it is made: after newGenerator it is only read.
type generator struct {
	params    Params
	today     day
	taxonomy  *taxonomy
	responses responses
	pools     *pools
	calendar  calendar
	creators  []creator
	agencies  agencies
	out       *sheets // the files about creators, agencies and what they are listed by
	truth     *truth
	meter     *progressMeter
}

// Generate simulates a market and writes it to params.Dir as a data set, and what the market hides to
// params.TruthDir.
//
// Progress, if not nil, is told steps of work done and in all, from one goroutine at a time. If ctx ends
// or something fails, nothing that could pass for a data set is left behind; if the process is killed,
// what is left is a sub-folder that no import reads and the next Generate removes. Bad parameters and
// folders give an error that names the place, the value and the remedy.
func Generate(ctx context.Context, params Params, progress func(done, total int64)) (Summary, error) {
	if params.Today.IsZero() {
		params.Today = DefaultToday()
	}
	if err := params.check(); err != nil {
		return Summary{}, err
	}
	m, err := newGenerator(ctx, params)
	if err != nil {
		return Summary{}, err
	}
	m.meter = &progressMeter{ctx: ctx, progress: progress,
		total: int64(params.Creators)*(profileSteps+ownContentSteps) + int64(m.campaignCount())*campaignSteps}
	return m.writeFolders()
}

// newGenerator draws all that both halves of the work read.
func newGenerator(ctx context.Context, params Params) (*generator, error) {
	m := &generator{params: params, today: dayOf(params.Today), creators: make([]creator, params.Creators)}
	d := newRNG(params.Seed)
	var err error
	if m.pools, err = loadPools(); err != nil {
		return nil, err
	}
	if m.taxonomy, err = newTaxonomy(d); err != nil {
		return nil, err
	}
	m.responses = drawResponses(d, m.taxonomy)
	if m.calendar, err = newCalendar(m.today-lookBackDays, m.today+lookAheadDays); err != nil {
		return nil, err
	}
	m.agencies = drawAgencies(d, m.taxonomy, m.pools, params.Creators, m.today)
	for i := range m.creators {
		if i%metered == 0 && ctx.Err() != nil {
			return nil, fmt.Errorf("generate: %w", ctx.Err())
		}
		m.creators[i] = drawCreator(d, m.taxonomy, i, m.today)
		for _, contract := range m.contracts(d, i) {
			if contract.runsOn(m.today) {
				m.creators[i].agency = contract.agency
			}
		}
	}
	m.agencies.roster = newGrouping(params.Creators, len(m.agencies.all), func(i int) int {
		return int(m.creators[i].agency)
	})
	return m, nil
}

func (m *generator) campaignCount() int {
	return int(math.Ceil(float64(m.params.Creators) * campaignsPerCreator * m.params.keep("campaigns")))
}

func (m *generator) contracts(d *rng, i int) []contract {
	c := &m.creators[i]
	return drawContracts(d, c, i, &m.agencies, m.taxonomy.topicOf(int(c.circle)).field, m.today)
}

func (m *generator) writeFolders() (Summary, error) {
	data, err := openFolder("data set's", m.params.Dir)
	if err != nil {
		return Summary{}, err
	}
	folders := []*folder{data}
	if m.params.TruthDir != "" {
		apart, err := openFolder("truth", m.params.TruthDir)
		if err != nil {
			data.discard()
			return Summary{}, err
		}
		folders = append(folders, apart)
	}
	summary, err := m.writeFiles(folders)
	for _, f := range folders {
		if err == nil {
			err = f.publish()
		}
		if err != nil {
			f.discard()
		}
	}
	if err != nil {
		return Summary{}, fmt.Errorf("generate: %w", err)
	}
	return summary, nil
}

// writeFiles writes all files into the folders' staging places and closes them.
func (m *generator) writeFiles(folders []*folder) (summary Summary, err error) {
	if m.out, err = newSheets(folders[0].part("creators"), m.params.Gzip); err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, m.out.writer.Close()) }()
	campaigns, err := newSheets(folders[0].part("campaigns"), m.params.Gzip)
	if err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, campaigns.writer.Close()) }()
	if m.truth, err = newTruth(folders[1:]); err != nil {
		return Summary{}, err
	}
	defer func() { err = errors.Join(err, m.truth.close()) }()
	return m.writeMarket(campaigns)
}

// writeMarket writes the creators' files and the campaigns' files side by side. No file belongs to both,
// so the bytes do not depend on which is faster.
func (m *generator) writeMarket(campaigns *sheets) (Summary, error) {
	sim, err := newSimulation(newRNG(m.params.Seed), m, campaigns)
	if err != nil {
		return Summary{}, err
	}
	both, ctx := errgroup.WithContext(m.meter.ctx)
	m.meter.ctx = ctx
	both.Go(func() error { return m.writeCreators(newRNG(m.params.Seed)) })
	both.Go(func() error { return sim.run(newRNG(m.params.Seed)) })
	if err := both.Wait(); err != nil {
		return Summary{}, err
	}
	sim.figures.Files, sim.figures.Truth = written(m.out, campaigns), m.truth.counts()
	return sim.figures, nil
}

// writeCreators writes all files about creators and agencies that no campaign changes.
func (m *generator) writeCreators(d *rng) error {
	if err := m.writeListings(); err != nil {
		return err
	}
	if err := m.writeResponses(); err != nil {
		return err
	}
	if err := m.agencies.write(m.out, m.taxonomy); err != nil {
		return err
	}
	if err := m.writeProgrammes(d); err != nil {
		return err
	}
	for i := range m.creators {
		if err := m.writeCreatorFiles(d, i); err != nil {
			return err
		}
		if err := m.meter.step(profileSteps); err != nil {
			return err
		}
	}
	return nil
}

func (m *generator) writeCreatorFiles(d *rng, i int) error {
	key := creatorKey(i)
	if err := m.writeCreator(d, i, key); err != nil {
		return err
	}
	contracts := m.contracts(d, i)
	if d.chance(m.params.keep("contracts")) {
		for _, contract := range contracts {
			if err := contract.write(m.out, key); err != nil {
				return err
			}
		}
	}
	if err := m.writeMembership(d, i, key); err != nil {
		return err
	}
	if err := m.writeAudience(d, i, key); err != nil {
		return err
	}
	if err := m.writeRates(d, i, key); err != nil {
		return err
	}
	later, err := m.writeHistory(d, i, key)
	if err != nil {
		return err
	}
	return m.writeCreatorTruth(i, key, later)
}
