package main

import "testing"

// The committed figures can be read, and the slowest operation is found among them.
func TestTranslationsAreRead(t *testing.T) {
	t.Parallel()

	all, err := translations(translationRaw)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		if one.Operations() < 30 || one.P50 <= 0 || one.P99 < one.P50 || one.Slowest < one.P50 {
			t.Errorf("%s: %+v", one.Title, one)
		}
	}
	if _, err := translations("BenchmarkNewShape/all-2 1 5 ns/op"); err == nil {
		t.Error("an output without operations was taken for a whole one")
	}
}
