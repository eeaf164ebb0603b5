package graph

import (
	"encoding/hex"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// sortKeyBytes bounds a sort key: what names share beyond it is told apart by the key alone.
const sortKeyBytes = 64

var collators = sync.Pool{New: func() any {
	return collate.New(language.Chinese, collate.IgnoreCase, collate.Numeric)
}}

// SortKey gives the text by which a name is sorted: hexadecimal, compared byte by byte. Chinese goes
// by pinyin, other scripts by their alphabets, case aside, as Unicode's collation has it for
// Chinese (CLDR).
func SortKey(name string) string {
	c, _ := collators.Get().(*collate.Collator) // the pool holds nothing else
	defer collators.Put(c)
	var buf collate.Buffer
	raw := c.KeyFromString(&buf, strings.TrimSpace(name))
	return hex.EncodeToString(raw[:min(len(raw), sortKeyBytes)])
}
