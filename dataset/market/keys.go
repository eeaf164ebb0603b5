package market

import "strconv"

// Keys count from 1 and are padded so that small markets sort by them.
func creatorKey(i int) string  { return numbered("cr-", i+1, 6) }
func agencyKey(i int) string   { return numbered("ag-", i+1, 4) }
func brandKey(i int) string    { return numbered("b-", i+1, 4) }
func campaignKey(i int) string { return numbered("cp-", i+1, 6) }

func numbered(prefix string, n, width int) string {
	var digits [20]byte
	text := strconv.AppendInt(digits[:0], int64(n), 10)
	key := append(make([]byte, 0, 16), prefix...)
	for range width - len(text) {
		key = append(key, '0')
	}
	return string(append(key, text...))
}
