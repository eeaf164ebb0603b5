// Package competitor says which brands compete with one: those who hire the same creators, are about the same
// things and so reach the same people.
//
// The score is the sum of three parts, each a weight times a similarity in [0, 1], so that it is in [0, 1] too:
//
//	0.50  creators    c/(c + 0.05) · (n − 1)/(n + 1), where c = Σ 1/ln(1 + brands of the creator) · 2^(−age/365 days)
//	                  / √(|A|·|B|) over the n creators who worked for both; |A|, |B| are how many worked for each
//	0.25  categories  Σ idf of the categories of both / Σ idf of those of either, idf = ln(1 + brands/brands in it)
//	0.25  audience    the mean over the dimensions of 1 − √JSD of the audiences of the latest campaigns' creators
//
// A creator who works for many brands says little of any two of them: Adamic and Adar, Friends and neighbors on
// the Web, Social Networks 25(3), 2003. √(|A|·|B|) keeps large brands from being everybody's competitor
// (Salton's cosine). It makes a small brand much alike by a single creator, so what few creators say is drawn towards
// nothing, and what one alone says is nothing: shrinkage as of Bell and Koren, Improved Neighborhood-based
// Collaborative Filtering, KDD Cup 2007. Age is how long before this brand's latest campaign the creator last worked for the one of
// the two brands that hired him or her less lately; a day that is unknown counts as half. c is small for any two
// brands and one more creator tells most where there are few, so it saturates as term frequencies do in BM25.
// √JSD is the Jensen–Shannon distance with logarithms to base 2 (Endres and Schindelin, A new metric for
// probability distributions, IEEE Trans. Inf. Theory 49(7), 2003).
//
// Limits: of a brand of many creators those are looked at who worked for it most lately, and audiences are compared
// for the best candidates by creators and categories only; the caller says how many. What brands sell is not
// known, only what they are about.
package competitor
