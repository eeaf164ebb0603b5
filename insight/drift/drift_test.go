package drift

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A creator who took nine offers in ten and takes three now is found out within twelve answers, nine times in ten, where 1,000
// answers come in a month; of those who go on as before hardly one is accused.
func TestFallOfACreatorIsSeen(t *testing.T) {
	t.Parallel()

	dice, found := rand.New(rand.NewPCG(1, 1)), 0
	const tries, monthly = 1000, 1000
	for range tries {
		var p Pair
		for k := range int32(12) {
			if a, seen := p.Answer(k, .9, .9, dice.Float64() < .3, Bound(monthly)); seen && a.Fell {
				found++
				break
			}
		}
	}
	share := float64(found) / tries
	t.Logf("%v of the falls are seen within 12 answers", share)
	if share < .75 {
		t.Errorf("%v of the falls are seen within 12 answers", share)
	}
}

func TestFalseAlarmsAreRare(t *testing.T) {
	t.Parallel()

	dice := rand.New(rand.NewPCG(2, 2))
	const months, monthly, creators = 200, 1000, 300
	bound, alarms := Bound(monthly), 0
	pairs, rates := make([]Pair, creators), make([]float64, creators)
	for c := range rates {
		rates[c] = .5 + .49*dice.Float64()
	}
	for k := range months * monthly {
		c := dice.IntN(creators)
		if _, seen := pairs[c].Answer(int32(k/monthly), rates[c], rates[c], dice.Float64() < rates[c], bound); seen {
			alarms++
		}
	}
	if perMonth := float64(alarms) / months; perMonth >= 1 {
		t.Errorf("%v false alarms a month", perMonth)
	}
}

func TestHalvedRatesAreSeen(t *testing.T) {
	t.Parallel()

	dice := rand.New(rand.NewPCG(3, 3))
	const variance, monthly = .6, 1000
	worst, alarms := 0, 0
	for range 200 {
		var p Pair
		for k := range int32(2000) { // as ever
			if _, seen := p.Level(k, dice.NormFloat64()*math.Sqrt(variance), variance, Bound(monthly)); seen {
				alarms++
			}
		}
		p = Pair{}
		for k := range int32(1000) {
			if a, seen := p.Level(k, dice.NormFloat64()*math.Sqrt(variance)-Halving, variance, Bound(monthly)); seen {
				if !a.Fell {
					t.Error("it rose")
				}
				worst = max(worst, int(k)+1)
				break
			}
		}
	}
	if worst > 300 {
		t.Errorf("a halved rate was seen after %d results", worst)
	}
	if perMonth := float64(alarms) / (200 * 2000 / monthly); perMonth >= 1 {
		t.Errorf("%v false alarms a month", perMonth)
	}
}

// A sum begins where the change did.
func TestAlarmsSaySinceWhen(t *testing.T) {
	t.Parallel()

	var p Pair
	for day := range int32(100) {
		if _, seen := p.Level(day, 0, .1, 3); seen {
			t.Fatal("nothing has changed")
		}
	}
	for day := int32(100); ; day++ {
		if a, seen := p.Level(day, -Halving, .1, 3); seen {
			if !a.Fell || a.Since != 100 || a.Seen != day || a.Results != int(day)-99 {
				t.Errorf("got %+v on day %d", a, day)
			}
			return
		}
	}
}
