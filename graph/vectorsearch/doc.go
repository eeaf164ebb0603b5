// Package vectorsearch finds the creators, agencies or brands whose vectors are nearest to one that is asked for, among
// those who pass a filter.
//
// An index answers with the nearest of all, of whom only some pass: the search asks for more and more until enough
// pass and nobody who was not found can belong among them, or looks at all who pass where they are few. Scores are
// the cosine times the length of the found one's vector. Pages go on from the score and key that the one before ended
// with, also where several queries, one for each taste of the seeds, fill a page in turns.
package vectorsearch
