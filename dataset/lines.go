package dataset

import (
	"bytes"
	"io"
)

// readAhead is how much is read at a time.
const readAhead = 1 << 18

// window is the part of a file that is in memory: never more than a row and what is read ahead.
type window struct {
	from io.Reader
	buf  []byte
	at   int // where what has not been used begins
	line int // lines used so far
	err  error
}

func newWindow(from io.Reader) *window { return &window{from: from} }

// rest is what has been read and not yet used.
func (w *window) rest() []byte { return w.buf[w.at:] }

// full says that rest is as long as a row may be.
func (w *window) full() bool { return len(w.buf)-w.at > MaxRow }

// more reads on. It gives false when there is nothing more to read; w.err is then io.EOF or what
// went wrong.
func (w *window) more() bool {
	if w.err != nil {
		return false
	}
	w.buf = append(w.buf[:0], w.buf[w.at:]...)
	w.at = 0
	size := len(w.buf)
	w.buf = append(w.buf, make([]byte, readAhead)...)
	for {
		n, err := w.from.Read(w.buf[size:])
		w.buf, w.err = w.buf[:size+n], err
		if n > 0 || err != nil {
			return n > 0
		}
		w.buf = w.buf[:cap(w.buf)]
	}
}

// use passes over n bytes that hold so many line ends.
func (w *window) use(n, lines int) {
	w.at += n
	w.line += lines
}

// dropLine passes over the rest of the line, however long it is.
func (w *window) dropLine() {
	for {
		if i := bytes.IndexByte(w.rest(), '\n'); i >= 0 {
			w.use(i+1, 1)
			return
		}
		w.use(len(w.rest()), 0)
		if !w.more() {
			w.line++
			return
		}
	}
}

// dropMark passes over a byte order mark at the beginning.
func (w *window) dropMark() {
	for len(w.rest()) < 3 && w.more() {
	}
	if bytes.HasPrefix(w.rest(), []byte("\uFEFF")) {
		w.use(3, 0)
	}
}

// nextLine gives a line without its end, or says that it is too long to be had. At the end the
// error is io.EOF.
func (w *window) nextLine() (line []byte, tooLong bool, err error) {
	seen := 0
	for {
		if i := bytes.IndexByte(w.rest()[seen:], '\n'); i >= 0 {
			line = w.rest()[:seen+i]
			if len(line) > MaxRow {
				w.dropLine()
				return nil, true, nil
			}
			w.use(seen+i+1, 1)
			return bytes.TrimSuffix(line, []byte("\r")), false, nil
		}
		seen = len(w.rest())
		if w.full() {
			w.dropLine()
			return nil, true, w.failure()
		}
		if w.more() {
			continue
		}
		if w.err != io.EOF || seen == 0 {
			return nil, false, w.err
		}
		line = w.rest()
		w.use(seen, 1)
		return bytes.TrimSuffix(line, []byte("\r")), false, nil
	}
}

// failure is what went wrong with reading, if anything; the end is no failure.
func (w *window) failure() error {
	if w.err == io.EOF {
		return nil
	}
	return w.err
}
