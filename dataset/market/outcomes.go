package market

import "math"

// How outcomes follow from fit. The levels and slopes are set so that campaigns of 20,000 creators come
// out near the published figures; neither knows how a creator was chosen.
const (
	viewsByFit  = 0.30   // ln of views for one more of fit
	clicksByFit = 1.50   // ln of clicks per view for one more of fit
	usualCTR    = 0.0014 // clicks per view at fit 0
	maxCTR      = 0.15
	usualCVR    = 0.02 // conversions per click at fit 0
)

// expectation is what is true of a creator in a campaign before chance has its say.
type expectation struct {
	fit         float64
	impressions float64
	ctr         float64 // of an audience that responds as all people do
	response    float64
	cvr         float64
	acceptance  float64
}

type outcome struct{ impressions, engagements, clicks, conversions, gmv int64 }

// expect tells what would come of a creator's piece in a campaign, and is what a perfect model would say.
func expect(c *creator, to *campaign, format int, fit, response float64) expectation {
	views := c.views() * formatTraits[format].views
	pull := float64(c.appeal) + clicksByFit*fit + objectives[to.objective].pull + to.pull
	return expectation{
		fit:         fit,
		response:    response,
		impressions: views * math.Exp(viewsByFit*fit+to.luck),
		ctr:         math.Min(usualCTR*math.Exp(pull), maxCTR),
		cvr:         math.Min(usualCVR*math.Exp(0.3*fit+0.4*(to.climate.demand-1)/2), 0.5),
	}
}

// outcomeOf draws what came of it, with an audience that responds as all people do.
func (e expectation) outcomeOf(d *rng, to *campaign, c *creator) outcome {
	const viewsSpread, clicksSpread = 0.45, 0.3
	// The mean of a lognormal factor is above its median, 1; taking that off keeps expectations true.
	impressions := d.poisson(e.impressions * d.factor(viewsSpread) * math.Exp(-viewsSpread*viewsSpread/2))
	engaged := 0.045 * math.Pow(float64(c.followers)/1e4, -0.06) * math.Exp(0.2*e.fit) * d.factor(0.3)
	ctr := e.ctr * d.factor(clicksSpread) * math.Exp(-clicksSpread*clicksSpread/2)
	o := outcome{impressions: impressions}
	o.engagements = min(impressions, d.poisson(float64(impressions)*engaged))
	o.clicks = min(impressions, d.poisson(float64(impressions)*ctr))
	o.conversions = min(o.clicks, d.poisson(float64(o.clicks)*e.cvr))
	o.gmv = int64(math.Round(float64(o.conversions) * to.trade.orderValue * 100 * d.factor(0.25)))
	return o
}
