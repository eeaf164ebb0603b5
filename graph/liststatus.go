package graph

import "slices"

// listStatuses are the statuses of a list's items in the order of the schema's enum, which is how far the decision has
// come.
var listStatuses = []string{"CANDIDATE", "SHORTLISTED", "SENT", "APPROVED", "REJECTED", "NEGOTIATING", "CONFIRMED", "DECLINED"}

// ListStatusRank gives the number of a status that items are sorted by (docs/model.md), from 0; that after the last for
// one that is unknown.
func ListStatusRank(status string) int64 {
	if i := slices.Index(listStatuses, status); i >= 0 {
		return int64(i)
	}
	return int64(len(listStatuses))
}
