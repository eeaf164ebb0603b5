// Package match says what creators would bring a brief, and ranks them for it.
//
// Three numbers are expected of a creator, a format and a brief: impressions, clicks per impression and conversions per
// click. Each is modelled on a logarithmic scale,
//
//	ln(expected) = x·β + category + creator + campaign
//
// where x holds the creator's size, the format, the objective, how far the audience is the one that the brief wants (Lift),
// whether the categories are the brief's, and how alike the creator's words are to those of creators whom the brand
// did well with. Category, creator and campaign are effects shrunk towards zero by their variance, which is learned, too
// (partial pooling; A. Gelman, J. Hill, Data analysis using regression and multilevel models, 2007, chapter 12): whoever has
// few results is taken to be like others of its category and size. A result counts half as much when it is HalfLife days
// old. Counts are noisy by themselves, so that a result of three clicks tells less than one of three thousand.
//
// The score is the logarithm of what the money buys: accepted clicks (impressions, conversions) for the price, and how
// much of the money that there is for a place a creator can use at all; by value for money alone only the tiniest
// would be chosen. Reasons are the terms of that logarithm.
//
// Limits: what was chosen before is all there is to learn from; effects of combinations of creators are left out; the
// parameters are learned when the book is read, the creators' effects at each change of theirs.
package match
