package growth

import (
	"math"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/insight/growth"
	"github.com/creatorgraph/creatorgraph/recommend/learned"
)

// Growth forecasts by the model of the last analysis. It may be used by several goroutines at once.
type Growth struct {
	*learned.Model[*growth.Model]
	store *graph.Store
	today func() string
}

// New makes one that has read nothing yet; today is the day that filters count contracts by.
func New(store *graph.Store, today func() string) *Growth {
	return &Growth{Model: learned.Under(store, "growth", growth.ReadRecord), store: store, today: today}
}

// level is the probability of intervals.
const level = 0.8

func row(f *growth.Forecast) computed.Row {
	low, high := f.Interval(level)
	top := f.Top()
	if math.IsNaN(top) {
		top = 0
	}
	anomalies := make([]any, len(f.Anomalies))
	for i, one := range f.Anomalies {
		anomalies[i] = computed.Row{"date": dayText(one.Day), "kind": string(one.Kind), "ratio": one.Ratio, "text": one.Text()}
	}
	return computed.Row{"days": int64(f.Days), "from": dayText(f.Day), "followers": f.At(f.Mean),
		"gain": f.At(f.Mean) - f.Followers, "gainRate": f.Rate(), "low": f.At(low), "high": f.At(high),
		"median": f.At(f.Median), "probabilityTop": top, "anomalies": anomalies}
}

// dayText writes a day counted from 1970-01-01.
func dayText(day int32) string {
	return time.Unix(int64(day)*24*60*60, 0).UTC().Format(time.DateOnly)
}
