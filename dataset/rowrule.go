package dataset

import (
	"slices"
	"time"
)

func isBefore(value, bound any) bool {
	if n, counted := value.(int64); counted {
		least, known := bound.(int64)
		return known && n < least
	}
	v, ok := value.(time.Time)
	b, both := bound.(time.Time)
	return ok && both && v.Before(b)
}

// withoutKey gives a list without a key; one that held nothing else is unknown.
func withoutKey(keys []string, key string) any {
	keys = slices.DeleteFunc(keys, func(other string) bool { return other == key })
	if len(keys) == 0 {
		return nil
	}
	return keys
}

// dropOwn takes the row's own key out of a list that never holds it; false where it was not there.
func dropOwn(t Table, i int, values []any) (own string, found bool) {
	c := t.Columns[i]
	if c.NeverHolds == "" {
		return "", false
	}
	own, _ = values[t.Index(c.NeverHolds)].(string)
	list, _ := values[i].([]string)
	if !slices.Contains(list, own) {
		return "", false
	}
	values[i] = withoutKey(list, own)
	return own, true
}
