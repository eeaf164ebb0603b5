// Package plan chooses the creators that a budget is best spent on, and says how much better any other choice could be.
//
// A population is divided into cells of w people (see insight/overlap). If creator i takes part, which it does with
// probability a, a person of a cell sees it with probability p, so that
//
//	F(S) = Σ w (1 − Π (1 − a p))            the people reached at least once (Sainsbury)
//	     = Σ w (1 − exp(−Σ θ x))            with θ = −ln(1 − a p) and x the indicator of S
//
// The second line is concave in x for all 0 ≤ x ≤ 1. Its maximum over {cost·x ≤ budget, Σx ≤ most} is therefore at
// least the reach of every plan, and Frank–Wolfe's method finds it; every iterate x gives the valid bound
// F(x) + max ∇F(x)·(y − x), whose inner maximum is a sort (K. López-Dawn, A. Giovanidis, Budgeted portfolio optimization
// model for social media influencers, 2021, plan fractions of creators so; whole creators and the certificate of a plan of
// them are ours). Plans themselves come from greedy choice by gain for the cost, by gain, and by gain less the
// relaxation's price of money (S. Khuller, A. Moss, J. Naor, The budgeted maximum coverage problem, 1999: the better of the
// first and the best single one reaches (1 − 1/e)/2 of the optimum), improved by exchange; then branch and bound
// works until its allowance is spent. At most Enumerated candidates are enumerated.
//
// Limits: the bound ignores constraints other than budget, number and locked creators, which makes it looser, never wrong. Reach
// from a second contact on is not submodular: its plans come from exchange and its bound from F and from impressions divided by
// contacts, without a guarantee. The allowance is counted in multiplications, not in time, so equal problems have equal plans.
package plan
