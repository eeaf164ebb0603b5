package growth

import (
	"fmt"
	"math"
	"slices"
	"sort"
)

// History is one creator's known numbers of followers.
type History struct {
	Key       string
	Days      []int32 // from 1970-01-01, in any order
	Followers []int64 // of each of Days
	Joined    int32   // the day; Unknown where nobody knows
}

// Unknown stands for a day that nobody knows.
const Unknown = math.MinInt32

// AnomalyKind is why a part of a history does not count.
type AnomalyKind string

// The kinds of anomalies.
const (
	Level  AnomalyKind = "LEVEL"  // the number jumped and stayed: a change of source, platform or unit
	Glitch AnomalyKind = "GLITCH" // it jumped and came back
	Empty  AnomalyKind = "EMPTY"  // nobody is said to follow
)

// Anomaly is a day that was screened.
type Anomaly struct {
	Day   int32
	Kind  AnomalyKind
	Ratio float64 // of the number after to that before; 0 for Empty
}

// Text says in Chinese and in English why the day does not count.
func (a Anomaly) Text() string {
	switch a.Kind {
	case Level:
		return fmt.Sprintf("粉丝数突变为原来的%.3g倍，疑为数据来源或单位变更，按此前趋势衔接 · "+
			"the number changed %.3g-fold at once, as when the source or its unit changes; joined to the trend before", a.Ratio, a.Ratio)
	case Glitch:
		return fmt.Sprintf("粉丝数瞬间变为%.3g倍后恢复，该日不计 · the number was %.3g-fold for a moment; the day does not count", a.Ratio, a.Ratio)
	}
	return "粉丝数为零，该日不计 · no followers at all; the day does not count"
}

// Bounds of what an audience does by itself: a step counts as a jump when it is larger than jumpLeast, the more so for few
// followers, and jumpTimes the creator's usual step. It is a glitch if it is undone within glitchDays.
const (
	jumpLeast  = 0.4 // ln of the ratio: a half more
	jumpFew    = 10  // over √followers
	jumpTimes  = 20
	glitchDays = 10
)

// series is a screened history: days ascending, logarithms of followers.
type series struct {
	days      []int32
	logs      []float64
	joined    int32
	anomalies []Anomaly
}

// read screens a history. Of two numbers of one day the later one counts.
func read(h History) series {
	order := make([]int, len(h.Days))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return h.Days[order[a]] < h.Days[order[b]] })
	s := series{joined: h.Joined}
	for _, i := range order {
		if h.Followers[i] <= 0 {
			s.anomalies = append(s.anomalies, Anomaly{Day: h.Days[i], Kind: Empty})
			continue
		}
		if n := len(s.days); n > 0 && s.days[n-1] == h.Days[i] {
			s.days, s.logs = s.days[:n-1], s.logs[:n-1]
		}
		s.days, s.logs = append(s.days, h.Days[i]), append(s.logs, math.Log(float64(h.Followers[i])))
	}
	s.screen()
	return s
}

// screen takes glitches out and joins levels. The number after a jump is taken to be right, as it is today's.
func (s *series) screen() {
	if !s.jumps(s.medianStep()) {
		return
	}
	usual := s.medianStep()
	for i := 1; i < len(s.days); i++ {
		step := s.logs[i] - s.logs[i-1]
		if !s.isJump(i, usual) {
			continue
		}
		if back := s.returnAfter(i); back > 0 {
			for j := i; j < back; j++ {
				s.anomalies = append(s.anomalies, Anomaly{s.days[j], Glitch, math.Exp(s.logs[j] - s.logs[i-1])})
			}
			s.days, s.logs = slices.Delete(s.days, i, back), slices.Delete(s.logs, i, back)
			i--
			continue
		}
		s.anomalies = append(s.anomalies, Anomaly{s.days[i], Level, math.Exp(step)})
		for j := range i {
			s.logs[j] += step
		}
	}
	slices.SortStableFunc(s.anomalies, func(a, b Anomaly) int { return int(a.Day) - int(b.Day) })
}

// medianStep is the median absolute change a day.
func (s *series) medianStep() float64 {
	var steps []float64
	for i := 1; i < len(s.days); i++ {
		steps = append(steps, math.Abs(s.logs[i]-s.logs[i-1])/float64(s.days[i]-s.days[i-1]))
	}
	return median(steps)
}

func (s *series) jumps(usual float64) bool {
	for i := 1; i < len(s.days); i++ {
		if s.isJump(i, usual) {
			return true
		}
	}
	return false
}

func (s *series) isJump(i int, usual float64) bool {
	few := jumpFew / math.Exp(min(s.logs[i], s.logs[i-1])/2)
	step, days := math.Abs(s.logs[i]-s.logs[i-1]), float64(s.days[i]-s.days[i-1])
	return step > max(jumpLeast+few, jumpTimes*usual*days)
}

// returnAfter is the index of the first point after a jump that is back near the level before it; 0 if there is none soon.
func (s *series) returnAfter(i int) int {
	before, step := s.logs[i-1], math.Abs(s.logs[i]-s.logs[i-1])
	for j := i + 1; j < len(s.days) && s.days[j]-s.days[i] <= glitchDays; j++ {
		if math.Abs(s.logs[j]-before) < step/4 {
			return j
		}
	}
	return 0
}

// dayRange are the first and the last day that at interpolates.
func (s *series) dayRange() (first, last int32) {
	if len(s.days) == 0 {
		return 0, -1
	}
	return s.days[0], s.days[len(s.days)-1]
}

// maxGap is the longest gap, in days, that is interpolated.
const maxGap = 10

// at is the logarithm on a day, between the neighbouring days' in proportion; NaN where it is not known.
func (s *series) at(day int32) float64 {
	i, exact := slices.BinarySearch(s.days, day)
	if exact {
		return s.logs[i]
	}
	if i == 0 || i == len(s.days) || s.days[i]-s.days[i-1] > maxGap {
		return math.NaN()
	}
	part := float64(day-s.days[i-1]) / float64(s.days[i]-s.days[i-1])
	return s.logs[i-1] + part*(s.logs[i]-s.logs[i-1])
}

// median sorts values and gives their median; 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return (values[len(values)/2] + values[(len(values)-1)/2]) / 2
}
