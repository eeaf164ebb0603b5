// Package competitor finds the competitors of a brand: brands that hire the same creators, in the same
// categories, and so reach the same people.
//
// The score is the sum of three parts, each a weight times a similarity in [0, 1], so that it is in [0, 1] too:
//
//	0.50  creators    c/(c + 0.05) · (n − 1)/(n + 1), where c = Σ 1/ln(1 + brands of the creator) · 2^(−age/365 days)
//	                  / √(|A|·|B|) over the n creators who worked for both; |A|, |B| are how many worked for each
//	0.25  categories  Σ idf of the categories of both / Σ idf of those of either, idf = ln(1 + brands/brands in it)
//	0.25  audience    the mean over the dimensions of 1 − √JSD of the audiences of the latest campaigns' creators
//
// A creator who works for many brands says little about any two of them: Adamic and Adar, Friends and neighbors on
// the Web, Social Networks 25(3), 2003. √(|A|·|B|) keeps large brands from being everybody's competitor
// (Salton's cosine). It would make a small brand very similar through a single creator, so the evidence of few creators
// shrinks towards zero, and that of one is zero: shrinkage as in Bell and Koren, Improved Neighborhood-based
// Collaborative Filtering, KDD Cup 2007. Age counts from this brand's latest campaign back to the creator's last work for
// whichever of the two brands hired the creator less recently; an unknown day counts half. c is small for any two
// brands, and one more creator matters most if there are few, so it saturates like term frequencies in BM25.
// √JSD is the Jensen–Shannon distance with logarithms to base 2 (Endres and Schindelin, A new metric for
// probability distributions, IEEE Trans. Inf. Theory 49(7), 2003).
//
// Limits: for a brand with many creators, the caller passes only the most recent ones, and audiences
// only for the best candidates by creators and categories. What brands sell is not
// known, only their categories.
package competitor
