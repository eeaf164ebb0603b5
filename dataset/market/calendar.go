package market

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
)

// day counts days since 1970-01-01.
type day int32

func dayOf(t time.Time) day { return day(t.Unix() / 86400) }

func (d day) date() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// at gives an instant of the day, by the seconds since it began.
func (d day) at(seconds int) time.Time { return time.Unix(int64(d)*86400+int64(seconds), 0).UTC() }

// dayConditions is what a day is like for the market; demand and price are multiples of an ordinary day's.
type dayConditions struct {
	season string
	demand float64
	price  float64
}

// calendar holds the conditions of each simulated day.
type calendar struct {
	first day
	days  []dayConditions
}

// newCalendar reads the festivals into the days from first to last.
func newCalendar(first, last day) (calendar, error) {
	c := calendar{first: first, days: make([]dayConditions, last-first+1)}
	for i := range c.days {
		month := (first + day(i)).date().Month()
		c.days[i] = dayConditions{[]string{"冬日", "春日", "夏日", "秋日"}[int(month)%12/3], 1, 1}
	}
	newYears, err := words("newyears.txt")
	if err != nil {
		return c, err
	}
	lines, err := columns("festivals.txt", 6)
	if err != nil {
		return c, err
	}
	for _, cells := range lines {
		if err := c.celebrate(cells, newYears); err != nil {
			return c, fmt.Errorf("pool/festivals.txt: %s: %w", cells[0], err)
		}
	}
	return c, nil
}

// celebrate marks a festival's days in each year: name, its day, from and to around it, demand, price.
func (c calendar) celebrate(cells, newYears []string) error {
	var figures [4]float64
	for i := range figures {
		figure, err := strconv.ParseFloat(cells[2+i], 64)
		if err != nil {
			return err
		}
		figures[i] = figure
	}
	for _, newYear := range newYears {
		when := newYear
		if cells[1] != "spring" {
			year, _, _ := strings.Cut(newYear, "-")
			when = year + "-" + cells[1]
		}
		main, err := time.Parse(time.DateOnly, when)
		if err != nil {
			return err
		}
		for d := dayOf(main) + day(figures[0]); d <= dayOf(main)+day(figures[1]); d++ {
			if i := d - c.first; i >= 0 && int(i) < len(c.days) {
				c.days[i] = dayConditions{cells[0], figures[2], figures[3]}
			}
		}
	}
	return nil
}

func (c calendar) on(d day) dayConditions { return c.days[clampDay(d-c.first, 0, day(len(c.days)-1))] }

// starts spreads n campaigns over the days by their demand and gives the i-th, in order of time; within
// is a random number in [0, 1) that blurs it.
func (c calendar) starts(demand weightedChoice, i, n int, within float64) day {
	at := (float64(i) + within) / float64(n) * demand[len(demand)-1]
	return c.first + day(min(sort.SearchFloat64s(demand, at), len(demand)-1))
}

func clampDay(d, low, high day) day { return max(low, min(high, d)) }
