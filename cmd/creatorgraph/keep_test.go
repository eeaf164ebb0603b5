package main

import (
	"testing"
	"time"
)

// A database that lives long may end as often as it likes; one that ends early does so five times.
func TestLives(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		lived []time.Duration
		want  bool // what is said of the last one
	}{
		"the first early end":           {[]time.Duration{0}, true},
		"the fourth":                    {[]time.Duration{0, 0, time.Second, 0}, true},
		"the fifth":                     {[]time.Duration{0, 0, time.Second, 0, steady - 1}, false},
		"a steady one between":          {[]time.Duration{0, 0, 0, 0, steady, 0, 0, 0}, true},
		"a steady one, then four early": {[]time.Duration{0, 0, 0, 0, steady, 0, 0, 0, 0}, false},
		"steady each time":              {[]time.Duration{steady, steady, steady, steady, steady, steady}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			var lives restartBackoff
			var got bool
			for _, lived := range c.lived {
				got = lives.mayRestart(lived)
			}
			if got != c.want {
				t.Errorf("after lives of %v another is %v, want %v", c.lived, got, c.want)
			}
		})
	}
}
