package match

import (
	"fmt"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/match"
)

// lookup finds what a brief names.
type lookup struct {
	m          *match.Model
	categories map[string]int32
	segments   map[string]int32
	platforms  map[string]int32
}

func newLookup(m *match.Model) *lookup {
	b := m.Book()
	return &lookup{m, numbered(b.Categories), numbered(b.Segments), numbered(b.Platforms)}
}

func numbered(words []match.Word) map[string]int32 {
	all := make(map[string]int32, len(words))
	for i, w := range words {
		all[w.Key] = int32(i)
	}
	return all
}

// wrong is the error of an input at a path within a field's arguments.
func wrong(what, remedy string, path ...any) error {
	e := &compile.Error{What: what, Remedy: remedy}
	for _, step := range path {
		switch step := step.(type) {
		case string:
			e.Path = append(e.Path, ast.PathName(step))
		case int:
			e.Path = append(e.Path, ast.PathIndex(step))
		}
	}
	return e
}

// Brief reads a BriefInput as it was given, on a day.
func Brief(m *match.Model, in map[string]any, today time.Time) (*match.Brief, error) {
	r := &briefReader{lookup: newLookup(m), in: in, b: &match.Brief{Brand: insight.Unknown, Rivals: insight.Unknown}}
	r.b.Objective = match.ObjectiveOf(column.Text(in["objective"]))
	r.b.Categories = r.keys("categories", r.categories, "category")
	r.b.Segments = r.keys("targetSegments", r.segments, "segment")
	r.b.Platforms = r.keys("platforms", r.platforms, "platform")
	for _, item := range column.List(in["formats"]) {
		r.b.Formats = append(r.b.Formats, match.FormatOf(column.Text(item)))
	}
	for _, item := range column.List(in["regions"]) {
		r.b.Regions = append(r.b.Regions, column.Text(item))
	}
	r.b.Brand, r.b.Rivals = r.brand("brand"), r.brand("excludeCompetitorsOf")
	r.b.Budget, r.b.MaxFee = r.positive("budget"), r.positive("maxFee")
	r.b.MinFollowers, r.b.MaxFollowers = r.atLeast("minFollowers", 0), r.atLeast("maxFollowers", 0)
	r.excluded()
	r.consistent()
	r.window(today)
	return r.b, r.err
}

// briefReader reads one brief; the first thing that is wrong is what is told.
type briefReader struct {
	*lookup
	in  map[string]any
	b   *match.Brief
	err error
}

func (r *briefReader) refuse(what, remedy string, path ...any) {
	if r.err == nil {
		r.err = wrong(what, remedy, append([]any{"brief"}, path...)...)
	}
}

func (r *briefReader) keys(field string, in map[string]int32, noun string) []int32 {
	var all []int32
	for i, item := range column.List(r.in[field]) {
		n, known := in[column.Text(item)]
		if !known {
			r.refuse(fmt.Sprintf("there is no %s with the key %.100q", noun, column.Text(item)), "give the key of a "+noun, field, i)
			continue
		}
		all = append(all, n)
	}
	return all
}

func (r *briefReader) brand(field string) int32 {
	id := column.Text(r.in[field])
	if id == "" {
		return insight.Unknown
	}
	typ, key, ok := compile.ParseID(id)
	if !ok || typ != "Brand" {
		r.refuse(fmt.Sprintf("%.200q is not the id of a brand", id), "use an id as the API gave it", field)
		return insight.Unknown
	}
	n, known := r.m.Brand(key)
	if !known {
		if r.err == nil {
			r.err = graph.Errorf(graph.NotFound, "use an id as the API gave it", "brief.%s: there is no Brand with the key %q", field, key)
		}
		return insight.Unknown
	}
	return n
}

func (r *briefReader) positive(field string) int64 {
	value, given := r.in[field]
	if !given || value == nil {
		return 0
	}
	n, err := compile.Long(value)
	if err != nil || n <= 0 {
		r.refuse(fmt.Sprintf("%s of %v", field, value), "give more than 0, in minor units", field)
	}
	return n
}

func (r *briefReader) atLeast(field string, least int64) int64 {
	value, given := r.in[field]
	if !given || value == nil {
		return 0
	}
	n, err := compile.Long(value)
	if err != nil || n < least {
		r.refuse(fmt.Sprintf("%s of %v", field, value), fmt.Sprintf("give at least %d", least), field)
	}
	return n
}

func (r *briefReader) excluded() {
	for i, item := range column.List(r.in["excludeCreators"]) {
		typ, key, ok := compile.ParseID(column.Text(item))
		if !ok || typ != "Creator" {
			r.refuse(fmt.Sprintf("%.200q is not the id of a creator", column.Text(item)), "use an id as the API gave it", "excludeCreators", i)
			return
		}
		if p, known := r.m.Find(key); known { // whoever is gone is left out anyway
			if r.b.Excluded == nil {
				r.b.Excluded = map[int32]bool{}
			}
			r.b.Excluded[p] = true
		}
	}
}

// consistent refuses a brief that asks for nothing, or for what excludes itself.
func (r *briefReader) consistent() {
	b := r.b
	if len(column.List(r.in["categories"])) == 0 && len(column.List(r.in["targetSegments"])) == 0 {
		r.refuse("neither a category nor a segment is given", "give at least one of categories and targetSegments")
	}
	if b.MaxFollowers > 0 && b.MinFollowers > b.MaxFollowers {
		r.refuse(fmt.Sprintf("minFollowers of %d is above maxFollowers of %d", b.MinFollowers, b.MaxFollowers), "lower the one or raise the other", "minFollowers")
	}
	if b.Budget > 0 && b.MaxFee > b.Budget {
		r.refuse(fmt.Sprintf("maxFee of %d is above the budget of %d", b.MaxFee, b.Budget), "lower the one or raise the other", "maxFee")
	}
	r.checkGenders()
}

func (r *briefReader) checkGenders() {
	book, genders := r.m.Book(), map[string]bool{}
	for i, s := range r.b.Segments {
		if book.Segments[s].Dimension == "GENDER" {
			genders[book.Segments[s].Key] = true
			if len(genders) > 1 {
				r.refuse("the segments ask for both genders, which exclude each other",
					"leave gender out to mean everybody", "targetSegments", i)
			}
		}
	}
}

// window refuses days that are over, or that end before they begin.
func (r *briefReader) window(today time.Time) {
	var days [2]time.Time
	for i, field := range []string{"starts", "ends"} {
		if r.in[field] == nil {
			continue
		}
		day, err := time.Parse(time.DateOnly, fmt.Sprint(r.in[field]))
		if err != nil {
			r.refuse(fmt.Sprintf("%v is no day", r.in[field]), "give YYYY-MM-DD", field)
			return
		}
		if now := today.Format(time.DateOnly); day.Format(time.DateOnly) < now {
			r.refuse(fmt.Sprintf("%s is in the past", day.Format(time.DateOnly)), "give today, "+now+", or a later day", field)
		}
		days[i] = day
	}
	if !days[0].IsZero() {
		r.b.Starts = int32(days[0].Unix() / (24 * 60 * 60))
	}
	if !days[0].IsZero() && !days[1].IsZero() && days[1].Before(days[0]) {
		r.refuse("ends is before starts", "give the first day as starts", "ends")
	}
}

// nobody is the error of a brief that no creator passes.
func nobody(m *match.Model, b *match.Brief, emptied string, path ...any) error {
	remedies := map[string]string{
		"categories": "name more categories, or one above them", "regions": "name more regions", "platforms": "name more platforms",
		"minFollowers": "lower it", "maxFollowers": "raise it", "formats": "allow more formats", "maxFee": "raise it",
		"excludeCreators": "exclude fewer", "excludeCompetitorsOf": "leave it out", "budget": "raise it", "": "import creators first",
	}
	what, remedy := fmt.Sprintf("no creator passes: %s leaves nobody", emptied), remedies[emptied]
	if emptied == "" {
		what = "there are no creators"
	}
	if emptied == "maxFee" || emptied == "budget" {
		free := *b
		free.MaxFee, free.Budget = 0, 0
		if fee, known := m.Cheapest(&free); known {
			what = fmt.Sprintf("%s: the cheapest creator of those who pass otherwise costs %s", what, yuan(fee))
			remedy = fmt.Sprintf("give at least %d", fee)
		}
	}
	if emptied != "" && len(path) > 0 {
		path = append(path, emptied)
	}
	return wrong(what, remedy, path...)
}
