package columns

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/creatorgraph/creatorgraph/dataset"
)

//go:embed templates.yaml
var templatesYAML []byte

// Template is an empty table for a person to fill in.
type Template struct {
	Table   dataset.Table
	Chinese string // the table's name
	Columns []TemplateColumn
}

// TemplateColumn is a column with a heading in both languages, which Propose knows.
type TemplateColumn struct {
	dataset.Column
	Heading string
	Example string
}

// Name is how files and sheets of the template are called.
func (t Template) Name() string { return t.Table.Name + "-" + t.Chinese }

// ExampleRow shows how a row is filled in. It begins with a mark by which it is never imported.
func (t Template) ExampleRow() []string {
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = c.Example
	}
	row[0] = exampleMark + ": " + row[0]
	return row
}

// Headings are the columns' headings.
func (t Template) Headings() []string {
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = c.Heading
	}
	return row
}

// Templates gives one for each table of the import format.
func Templates() []Template {
	var file map[string]struct {
		Name    string            `yaml:"name"`
		Columns map[string]string `yaml:"columns"`
	}
	mustRead(templatesYAML, "templates.yaml", &file)
	var all []Template
	for _, t := range tables() {
		said := file[t.Name]
		template := Template{Table: t, Chinese: said.Name}
		for _, c := range t.Columns {
			label, example, _ := strings.Cut(said.Columns[c.Name], " = ")
			template.Columns = append(template.Columns, TemplateColumn{c, templateHeading(label, c), strings.Trim(example, `"`)})
		}
		all = append(all, template)
	}
	return all
}

// templateUnits are what headings say of how a column is filled in.
var templateUnits = map[dataset.Kind]string{
	dataset.Money: "(元 yuan)", dataset.Share: "(%)", dataset.Flag: "(是/否 yes/no)", dataset.Date: "(YYYY-MM-DD)",
	dataset.Instant: "(YYYY-MM-DD hh:mm)", dataset.Refs: "(用 | 分开 separated by |)",
	dataset.Words: "(用 | 分开 separated by |)", dataset.Choices: "(用 | 分开 separated by |)",
}

// templateHeading is a heading such as 短视频报价 price_short_video (元 yuan); required ones end with *.
func templateHeading(label string, c dataset.Column) string {
	heading := c.Name
	if label != "" {
		heading = label + " " + heading
	}
	if unit := templateUnits[c.Kind]; unit != "" {
		heading += " " + unit
	}
	if c.Required {
		heading += " *"
	}
	return heading
}

// templateMeanings are the templates' headings, which are known for certain.
var templateMeanings = sync.OnceValue(func() map[string][]meaning {
	all := map[string][]meaning{}
	for _, t := range Templates() {
		for _, c := range t.Columns {
			all[normalize(c.Heading)] = append(all[normalize(c.Heading)], meaning{table: t.Table.Name, column: c.Name, canonical: true})
		}
	}
	return all
})

// templateTable says whether a sheet's headings are a template's.
func templateTable(headings []string) (table string, ok bool) {
	for _, t := range Templates() {
		if len(headings) > 0 && slices.Equal(t.Headings()[:1], headings[:1]) && len(headings) >= len(t.Columns) &&
			slices.Equal(t.Headings(), headings[:len(t.Columns)]) {
			return t.Table.Name, true
		}
	}
	return "", false
}
