package dataset

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// A line of 200 MB is refused, whether or not it begins with a quote, what stands around it is read,
// and memory stays bounded.
func TestHugeLine(t *testing.T) {
	t.Parallel()

	for name, begin := range map[string]string{"plain": "h,", "quoted": "\"h"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			text := io.MultiReader(strings.NewReader("key,name\na,n\n"+begin), repeat('z', 200<<20),
				strings.NewReader("\nb,n\n"))
			s, _, err := newCSVSource(text, Tables()[0])
			if err != nil {
				t.Fatal(err)
			}
			var faults []int
			rows := 0
			cells := make([]Cell, 2)
			for {
				line, bad, err := s.next(cells)
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if bad != nil {
					faults = append(faults, line)
					continue
				}
				rows++
			}
			if rows != 2 || len(faults) != 1 || faults[0] != 3 {
				t.Errorf("got %d rows and faults in lines %v, want 2 rows and line 3", rows, faults)
			}
			if most := 4 * MaxRow; cap(s.window.buf) > most {
				t.Errorf("the window grew to %d bytes, more than %d", cap(s.window.buf), most)
			}
		})
	}
}

// repeat reads as one byte, so many times.
func repeat(b byte, times int64) io.Reader {
	return io.LimitReader(endless(b), times)
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte{byte(e)}, len(p)))
	return len(p), nil
}

// Rows further apart than the window are not held against each other; nearer ones are.
func TestRepeatsForgetWhatIsFarBack(t *testing.T) {
	t.Parallel()

	r := newRepeats(Tables()[0], 2)
	check := func(key, name string, line int) (bool, bool) {
		repeated, bad := r.check([]any{key, name}, Position{Line: line})
		return repeated, bad != nil
	}
	for line, test := range []struct {
		key, name     string
		repeated, bad bool
	}{
		{"a", "1", false, false},
		{"b", "1", false, false},
		{"a", "2", false, true},
		{"c", "1", false, false},
		{"d", "1", false, false},
		{"b", "1", true, false},
		{"e", "1", false, false},
		{"a", "2", false, false},
	} {
		if repeated, bad := check(test.key, test.name, line+1); repeated != test.repeated || bad != test.bad {
			t.Errorf("line %d, %s: got repeated %t, refused %t", line+1, test.key, repeated, bad)
		}
	}
}
