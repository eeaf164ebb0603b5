package facts

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/statements"
	"github.com/creatorgraph/creatorgraph/insight"
)

const (
	// describedAtOnce is how many creators one statement describes.
	describedAtOnce = 5_000
	// maxChanged is how many creators may have changed for a network to be followed; of more it is read anew.
	maxChanged = 5_000
	// changesOverlap is for how long a mark may have been set before others could see it.
	changesOverlap = 60 * time.Second
)

// Following is a network of collaborations that was read, and how far it was read: what comes later is told as
// changes. It is for one goroutine at a time.
type Following struct {
	marketReader
	store    *graph.Store
	day      string // that contracts are in force on
	model    CollaboratorModel
	meetings map[int64]int32
	marks    map[int64]int64 // of creators: the last change that was taken in
	since    int64           // the database's clock when it was last read, in milliseconds
	counts   [3]int64
	names    map[insight.Entity]string
	keys     map[string][]string // by type, of what has names
	told     map[string]int      // by type: how many of them were told
}

// CollaboratorModel is what was learned of collaborators, by which run, and the property that positions are in.
type CollaboratorModel struct {
	Record string
	Place  string
	Run    int64
}

// ReadCollaboratorModel reads what was learned of collaborators; the error is a Conflict before the first analysis.
func ReadCollaboratorModel(ctx context.Context, store *graph.Store) (CollaboratorModel, error) {
	rows, err := store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/record")})
	if err != nil {
		return CollaboratorModel{}, err
	}
	if len(rows) == 0 {
		return CollaboratorModel{}, graph.Errorf(graph.Conflict, "run creatorgraph analyze, or serve with --analyze-every",
			"nothing is known yet of who should work together: this graph has not been analysed")
	}
	m := CollaboratorModel{Run: column.Long(rows[0]["run"])}
	m.Record, _ = rows[0]["record"].(string)
	m.Place, _ = rows[0]["place"].(string)
	return m, nil
}

// Follow reads the network as it is, for the model given. Of 1,000,000 creators it takes about a gigabyte.
func Follow(ctx context.Context, store *graph.Store, m CollaboratorModel, today time.Time) (*Following, *insight.Network, error) {
	f := &Following{marketReader: marketReader{numbers: map[int64]int32{}, words: map[string]map[any]int32{}},
		store: store, day: today.Format(time.DateOnly), model: m, meetings: map[int64]int32{}, marks: map[int64]int64{},
		keys: map[string][]string{}, told: map[string]int{}, names: map[insight.Entity]string{}}
	for range 2 { // the second time it knows the clock, and so which marks what is read now has in it
		_, marks, err := f.state(ctx)
		if err != nil {
			return nil, nil, err
		}
		f.marks = marks
	}
	n := &insight.Network{Names: f.names, Day: int32(today.Unix() / (24 * 60 * 60))}
	var ids []int64
	err := readAll(ctx, store, []reading{
		{"collaborator/names", nil, f.name},
		// Walks mostly meet those with many partners: side by side in memory, they stay in the processor's caches.
		{"collaborator/by_partners", nil, func(record graph.Record) { ids = append(ids, column.Long(record["id"])) }},
	})
	if err != nil {
		return nil, nil, err
	}
	for _, id := range ids {
		f.creatorNumber(id)
	}
	n.Creators, n.Positions = make([]insight.Creator, len(ids)), make([][]byte, len(ids))
	for _, some := range slices.Collect(slices.Chunk(ids, describedAtOnce)) {
		err := f.describe(ctx, some, func(p int32, c insight.Creator, position []byte) {
			n.Creators[p], n.Positions[p] = c, position
		})
		if err != nil {
			return nil, nil, err
		}
	}
	err = readAll(ctx, store, []reading{{"collaborator/history", nil, func(record graph.Record) {
		if i, m := f.meeting(record); int(i) == len(n.Meetings) {
			n.Meetings = append(n.Meetings, m)
		}
	}}})
	f.tell(&n.Categories, &n.Agencies, &n.Brands, &n.Segments)
	return f, n, err
}

// Changes tells what has changed since it was last asked; false where the network has to be read anew: another
// model is read, more has changed than can be told, or something was taken away of which nothing tells.
func (f *Following) Changes(ctx context.Context, today time.Time) (c *insight.Changes, follows bool, err error) {
	counts := f.counts
	run, changed, err := f.state(ctx)
	if err != nil {
		return nil, false, err
	}
	isOutdated := run != f.model.Run || today.Format(time.DateOnly) != f.day
	if isOutdated || !canFollow(len(changed), maxChanged, counts == f.counts) {
		return nil, false, nil
	}
	c = &insight.Changes{Creators: map[int32]insight.Creator{}, Meetings: map[int32]insight.Meeting{}, Of: map[int32][]int32{}}
	if len(changed) == 0 {
		return c, true, nil
	}
	ids := slices.Sorted(maps.Keys(changed)) // so that new creators are numbered in the same order twice
	if err := f.readChanged(ctx, ids, c); err != nil {
		return nil, false, fmt.Errorf("what has changed in the network: %w", err)
	}
	maps.Copy(f.marks, changed)
	c.Names = f.names
	f.tell(&c.Categories, &c.Agencies, &c.Brands, &c.Segments)
	return c, true, nil
}

// canFollow says whether marks tell everything that has changed: not too many, and no deletion, which only the counts show.
func canFollow(changed, most int, sameCounts bool) bool {
	return changed <= most && (changed > 0 || sameCounts)
}

// readChanged reads some creators with their meetings, and the names that are new.
func (f *Following) readChanged(ctx context.Context, ids []int64, c *insight.Changes) error {
	f.names = map[insight.Entity]string{}
	if err := readAll(ctx, f.store, []reading{{"collaborator/names", nil, f.name}}); err != nil {
		return err
	}
	err := f.describe(ctx, ids, func(p int32, creator insight.Creator, _ []byte) { c.Creators[p], c.Of[p] = creator, nil })
	if err != nil {
		return err
	}
	return f.readMeetings(ctx, ids, c)
}

// readMeetings reads the meetings of some creators.
func (f *Following) readMeetings(ctx context.Context, ids []int64, c *insight.Changes) error {
	return readAll(ctx, f.store, []reading{{"collaborator/meetings", map[string]any{"creators": ids}, func(record graph.Record) {
		i, m := f.meeting(record)
		c.Meetings[i] = m
		for _, p := range m.People {
			if of, asked := c.Of[p]; asked {
				c.Of[p] = append(of, i)
			}
		}
	}}})
}

// state reads how far the graph is, and whose changes were not taken in yet, with their marks.
func (f *Following) state(ctx context.Context) (run int64, changed map[int64]int64, err error) {
	rows, err := f.store.Read(ctx, graph.Statement{Text: statements.Text("collaborator/state"), Params: map[string]any{
		"since": f.since - changesOverlap.Milliseconds(), "most": maxChanged + 1}})
	if err != nil {
		return 0, nil, fmt.Errorf("how far the network is: %w", err)
	}
	f.since = column.Long(rows[0]["now"])
	for i, count := range column.List(rows[0]["counts"]) {
		f.counts[i] = column.Long(count)
	}
	changed = map[int64]int64{}
	for _, item := range column.List(rows[0]["changed"]) {
		id, mark := column.Long(column.List(item)[0]), column.Long(column.List(item)[1])
		if f.marks[id] != mark {
			changed[id] = mark
		}
	}
	return column.Long(rows[0]["run"]), changed, nil
}

func (f *Following) name(record graph.Record) {
	typ, _ := record["type"].(string)
	key, _ := record["key"].(string)
	f.number(typ, column.Long(record["id"]))
	f.names[insight.Entity{Type: typ, Key: key}], _ = record["name"].(string)
	if n := f.number(typ, column.Long(record["id"])); int(n) == len(f.keys[typ]) {
		f.keys[typ] = append(f.keys[typ], key)
	}
}

// creatorNumber gives the number of a creator, a new one the first time.
func (f *Following) creatorNumber(id int64) int32 {
	p, known := f.numbers[id]
	if !known {
		p = int32(len(f.numbers))
		f.numbers[id] = p
	}
	return p
}

func (f *Following) describe(ctx context.Context, ids []int64, take func(p int32, c insight.Creator, position []byte)) error {
	return readAll(ctx, f.store, []reading{{"collaborator/described",
		map[string]any{"creators": ids, "place": f.model.Place, "today": graph.DayOf(f.day)}, func(record graph.Record) {
			c := insight.Creator{Region: f.number("region", record["region"]), Language: f.number("language", record["language"]),
				Agency: f.known("Agency", record["agency"]), Followers: orUnknown(record["followers"]), Price: orUnknown(record["price"])}
			c.Key, _ = record["key"].(string)
			c.Name, _ = record["name"].(string)
			for _, category := range column.List(record["categories"]) {
				if n := f.known("Category", category); n != insight.Unknown {
					c.Categories = append(c.Categories, n)
				}
			}
			for _, brand := range column.List(record["brands"]) {
				if n := f.known("Brand", brand); n != insight.Unknown {
					c.Brands = append(c.Brands, n)
				}
			}
			slices.Sort(c.Brands)
			c.Since = make([]int32, len(c.Brands)) // all of them count
			shares := column.List(record["shares"])
			c.Audience = make([]insight.Share, 0, len(shares))
			for i, segment := range column.List(record["segments"]) {
				share, _ := shares[i].(float64)
				if n := f.known("Segment", segment); n != insight.Unknown {
					c.Audience = append(c.Audience, insight.Share{Segment: n, Part: float32(share)})
				}
			}
			position, _ := record["position"].([]byte)
			take(f.creatorNumber(column.Long(record["id"])), c, position)
		}}})
}

// known gives the number of a word that was read with the others; Unknown for one that came since.
func (f *Following) known(table string, id any) int32 {
	if n, known := f.words[table][id]; known {
		return n
	}
	return insight.Unknown
}

func (f *Following) meeting(record graph.Record) (int32, insight.Meeting) {
	thing := column.Long(record["thing"])
	i, known := f.meetings[thing]
	if !known {
		i = int32(len(f.meetings))
		f.meetings[thing] = i
	}
	m := insight.Meeting{Brand: f.known("Brand", record["brand"])}
	for _, id := range column.List(record["creators"]) {
		if p, known := f.numbers[column.Long(id)]; known {
			m.People = append(m.People, p)
		}
	}
	slices.Sort(m.People)
	if day, ok := record["day"].(int64); ok {
		m.Day, m.Dated = int32(day), true
	}
	return i, m
}

// tell gives the keys that tables gained since they were last told.
func (f *Following) tell(categories, agencies, brands, segments *[]string) {
	for typ, into := range map[string]*[]string{"Category": categories, "Agency": agencies, "Brand": brands, "Segment": segments} {
		*into = f.keys[typ][f.told[typ]:]
		f.told[typ] = len(f.keys[typ])
	}
}
