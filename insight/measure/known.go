package measure

// Known is a figure that is kept with a model: what it reached when it was learned, on what it had not seen, and what
// the best floor reached there.
type Known struct {
	Metric    string  `json:"metric"`
	Value     float64 `json:"value"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Floor     float64 `json:"floor"`
	FloorName string  `json:"floorName"`
}

// KnownOf gives the figures of a slice's first method that are compared with floors.
func KnownOf(s Slice, metrics []Metric) []Known {
	var all []Known
	for _, m := range metrics {
		lead, leads := s.Leads[m.Name]
		if !leads {
			continue
		}
		f := s.Results[0].Figures[m.Name]
		known := Known{Metric: m.Name, Value: f.Value, Low: f.Low, High: f.High, FloorName: lead.Over}
		for _, r := range s.Results[1:] {
			if r.Method == lead.Over {
				known.Floor = r.Figures[m.Name].Value
			}
		}
		all = append(all, known)
	}
	return all
}
