// Package market simulates a creator marketplace and writes it as a data set.
//
// A market is made in three steps. First every creator gets traits that nobody in the market can see:
// a taste, an audience, a quality, a price level, a willingness to accept, a course of growth. Then
// the creators' files are written from those traits. At the same time campaigns run day after day:
// brands choose creators, by their own experience or by recommendation, creators answer, and outcomes
// follow from how well creator, audience and brief fit together.
//
// How a creator was chosen changes nothing about the outcome by itself. Recommended creators do better
// only because recommendation looks at fit and at views for the price, and own experience looks at fame
// and at old acquaintance.
//
//	summary, err := market.Generate(ctx, market.Params{Creators: 20000, Seed: 1, Dir: "market"}, nil)
//
// The same parameters give the same bytes, whatever the number of processors; only another processor
// architecture, which may round the last bit of an exponential otherwise, can make a difference. A creator's
// traits, profile, audience and history depend on the seed and the creator's number alone; agencies,
// campaigns and all that follows from them depend on the size of the market too.
//
// What is taken from published figures and what is invented is told in docs/market.md. A score on a
// simulated market proves that the machinery works; it says nothing about a real market.
package market
