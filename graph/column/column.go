// Package column reads the columns of records that our own statements give: what is null, or of another type, is
// the zero value.
package column

// Text reads a string.
func Text(value any) string {
	text, _ := value.(string)
	return text
}

// Long reads a whole number.
func Long(value any) int64 {
	n, _ := value.(int64)
	return n
}

// Float reads a number with a fraction.
func Float(value any) float64 {
	x, _ := value.(float64)
	return x
}

// List reads a list.
func List(value any) []any {
	list, _ := value.([]any)
	return list
}

// Texts reads a list of strings.
func Texts(value any) []string {
	var all []string
	for _, item := range List(value) {
		all = append(all, Text(item))
	}
	return all
}
