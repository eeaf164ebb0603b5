package market

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// truthColumns are the files of the truth and their columns, as docs/market.md explains them.
func truthColumns() []struct {
	name    string
	columns []string
} {
	return []struct {
		name    string
		columns []string
	}{
		{"creators", []string{"creator", "tier", "circle", "taste_1", "taste_2", "taste_3", "taste_4", "taste_5",
			"taste_6", "taste_7", "taste_8", "women", "age", "home", "quality", "appeal", "price", "willing",
			"drift", "views", "followers_30d", "response"}},
		{"segments", []string{"segment", "share", "response"}},
		{"invitations", []string{"campaign", "creator", "format", "fit", "impressions", "ctr", "cvr",
			"acceptance"}},
		{"contents", []string{"content", "views_8h", "views_24h", "views_72h", "views_168h", "views_720h"}},
	}
}

// truth writes what the market hides, apart from it; it does nothing if nobody asked for it. Each file
// has one goroutine that writes it.
type truth struct {
	files []*truthFile
}

type truthFile struct {
	name string
	file *os.File
	zip  *gzip.Writer
	csv  *csv.Writer
	rows int64
}

// newTruth opens the files in the first folder; with none the truth is not told.
func newTruth(folders []*folder) (*truth, error) {
	t := &truth{}
	if len(folders) == 0 {
		return t, nil
	}
	dir := folders[0].part("truth")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, fmt.Errorf("truth: %w", err)
	}
	for _, table := range truthColumns() {
		file, err := os.Create(filepath.Join(dir, table.name+".csv.gz"))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("truth: %w", err), t.close())
		}
		zip := gzip.NewWriter(file)
		t.files = append(t.files, &truthFile{name: table.name, file: file, zip: zip, csv: csv.NewWriter(zip)})
		if err := t.write(table.name, table.columns...); err != nil {
			return nil, errors.Join(err, t.close())
		}
	}
	return t, nil
}

// write writes a row; the first is the header.
func (t *truth) write(name string, cells ...string) error {
	for _, f := range t.files {
		if f.name != name {
			continue
		}
		f.rows++
		if err := f.csv.Write(cells); err != nil {
			return fmt.Errorf("truth: %s: %w", name, err)
		}
	}
	return nil
}

func (t *truth) counts() []File {
	var files []File
	for _, f := range t.files {
		files = append(files, File{f.name, f.rows - 1})
	}
	return files
}

func (t *truth) close() error {
	var all error
	for _, f := range t.files {
		f.csv.Flush()
		if err := errors.Join(f.csv.Error(), f.zip.Close(), f.file.Close()); err != nil {
			all = errors.Join(all, fmt.Errorf("truth: %s: %w", f.name, err))
		}
	}
	return all
}

// real and whole write numbers; seven digits are more than anything here is worth.
func real(x float64) string { return strconv.FormatFloat(x, 'g', 7, 64) }

func whole(n int64) string { return strconv.FormatInt(n, 10) }

// writeCreatorTruth writes a creator's traits and the followers in thirty days.
func (m *generator) writeCreatorTruth(i int, key string, followersLater int64) error {
	if len(m.truth.files) == 0 {
		return nil
	}
	c := &m.creators[i]
	cells := []string{key, c.tier(), whole(int64(c.circle))}
	for _, x := range c.taste {
		cells = append(cells, real(float64(x)))
	}
	for _, x := range []float32{c.women, c.age, c.home, c.quality, c.appeal, c.price, c.willing, c.drift} {
		cells = append(cells, real(float64(x)))
	}
	return m.truth.write("creators", append(cells, real(c.views()), whole(followersLater), real(m.responses.of(c, m.taxonomy)))...)
}
