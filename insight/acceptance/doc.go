// Package acceptance says how likely a creator accepts an offer.
//
// # The idea
//
// The log-odds of accepting are a linear function of facts known when the invitation goes out (the offer against the asking
// price and against what others offered for campaigns of the same weeks, fit of category and audience, bookings, earlier work
// for the brand, size), and of the creator's own willingness, which is learned from its answers one by one: before the first it is
// distributed normally around nothing, and each answer moves it by an extended Kalman step for the logistic model
// (Fahrmeir, JASA 87, 1992). How much creators differ is what predicts the next answer best. Offers have a weight
// that is never negative, so a probability never falls as the offer rises.
//
// Every probability that is learned from or measured uses only answers given before its invitation went out. Weights are
// fitted to such predictions, so nothing is left to calibrate afterwards.
package acceptance
