package resolvers

// asText, asLong, asFloat and asList read a column of a statement of ours; what is null is the zero value.
func asText(column any) string {
	value, _ := column.(string)
	return value
}

func asLong(column any) int64 {
	value, _ := column.(int64)
	return value
}

func asFloat(column any) float64 {
	value, _ := column.(float64)
	return value
}

func asList(column any) []any {
	value, _ := column.([]any)
	return value
}
