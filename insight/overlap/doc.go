// Package overlap models how much creators' audiences share, where nobody knows who follows whom: from
// follower counts and from the shares of each audience that belong to segments.
//
// A population of U people is divided into cells, one for each combination of a segment of each
// dimension (women, 24 to 30, Sichuan, travel, iOS). Dimensions are taken as independent of each other, so
// that π(cell), the share of people in a cell, is the product of the segments' shares. Creator i with F
// followers and audience shares a reaches in a cell the part
//
//	p(cell) = min(1, λ Π a(segment)/π(segment))        λ = F/U, more where cells are full
//
// of the people there, so that U Σ π p = F. Within a cell audiences meet by chance, which is the formula of
// Sainsbury, used in media planning for the reach of several vehicles (J. M. Agostini, How to estimate
// unduplicated audiences, Journal of Advertising Research 1(3), 1961, compares it with others):
//
//	|A ∩ B| = U Σ π p_A p_B        |A ∪ B ∪ …| = U Σ π (1 − Π (1 − p))
//
// Creators whose audiences are alike so share more than chance has it, and those of different places,
// ages or interests less.
//
// What it cannot know: people who follow one travel channel seek another out, so that real overlaps within a
// niche are larger; U is an assumption (see LargestShare), and every overlap of small audiences grows as U
// shrinks. Its figures rank and compare; they do not count people.
package overlap
