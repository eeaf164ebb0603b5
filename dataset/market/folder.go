package market

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// stagingName is the sub-folder in which files grow. An import never looks into sub-folders, so a
// folder whose generation was interrupted, however that happened, does not pass for a data set.
const stagingName = ".generating"

// folder is where files end up once all of them are whole.
type folder struct {
	dir     string
	staging string
	isNew   bool // made by us, so that it goes too if nothing comes of it
}

// openFolder makes the folder, or takes an empty one; what an interrupted generation left is removed.
func openFolder(what, dir string) (*folder, error) {
	f := &folder{dir: dir, staging: filepath.Join(dir, stagingName)}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.isNew = true
	case err != nil:
		return nil, fmt.Errorf("%s folder %q: %w: name a folder that can be read and written", what, dir, err)
	}
	for _, entry := range entries {
		if entry.Name() != stagingName {
			return nil, fmt.Errorf("%s folder %q is not empty (%q is there): name an empty or a new folder",
				what, dir, entry.Name())
		}
	}
	if err := os.RemoveAll(f.staging); err != nil {
		return nil, fmt.Errorf("%s folder %q: what an interrupted run left: %w: remove it", what, dir, err)
	}
	if err := os.MkdirAll(f.staging, 0o755); err != nil {
		return nil, fmt.Errorf("%s folder %q: %w: name a folder that can be written", what, dir, err)
	}
	return f, nil
}

// part is the path of a sub-folder of the staging place.
func (f *folder) part(name string) string { return filepath.Join(f.staging, name) }

// publish moves the whole files of all parts to their place.
func (f *folder) publish() error {
	files, err := fs.Glob(os.DirFS(f.staging), "*/*")
	if err != nil {
		return fmt.Errorf("folder %q: %w", f.dir, err)
	}
	for _, from := range files {
		err := os.Rename(filepath.Join(f.staging, from), filepath.Join(f.dir, filepath.Base(from)))
		if err != nil {
			return fmt.Errorf("folder %q: %w", f.dir, err)
		}
	}
	return os.RemoveAll(f.staging)
}

// discard removes what is not whole. Its own errors would only hide the one that led here.
func (f *folder) discard() {
	_ = os.RemoveAll(f.staging)
	if f.isNew {
		_ = os.Remove(f.dir)
	}
}
