package market

import "math"

// Fit weighs how alike a creator's and a brief's tastes are against how well the audience is met; each
// part is put on a scale on which creators of the brief's own field have about mean 0 and spread 1.
const (
	tasteWeight    = 0.6
	audienceWeight = 0.4
	tasteMiddle    = 0.35
	tasteSpread    = 0.3
	audienceSpread = 0.45
	furthestFit    = 2.5
)

// fit says how well a creator suits a brief, from −furthestFit to furthestFit. Outcomes follow from it.
func fit(t *taxonomy, c *creator, to *campaign) float64 {
	liking := (c.taste.likeness(to.taste) - tasteMiddle) / tasteSpread
	meeting := audienceLift(t, c, &to.aim) / audienceSpread
	return clamp(tasteWeight*liking+audienceWeight*meeting, -furthestFit, furthestFit)
}

// audienceLift is the mean, over the dimensions a brief asks for, of ln of the audience's share in the
// asked-for segments against that of all people; 0 if it asks for none.
func audienceLift(t *taxonomy, c *creator, a *targeting) float64 {
	var sum, asked float64
	if a.women >= 0 {
		share := float64(c.women)
		if a.women == 0 {
			share = 1 - share
		}
		sum, asked = sum+math.Log(share/0.5), asked+1
	}
	if len(a.ages) > 0 {
		have, base := 0.0, 0.0
		for _, i := range a.ages {
			have, base = have+float64(c.ages[i]), base+ages[i].base
		}
		sum, asked = sum+math.Log(have/base), asked+1
	}
	if a.region >= 0 {
		base := t.provinces[a.region].weight / t.byRegion[len(t.byRegion)-1]
		sum, asked = sum+math.Log(c.regionShare(t, a.region)/base), asked+1
	}
	if asked == 0 {
		return 0
	}
	return clamp(sum/asked, -1.2, 1.2)
}
