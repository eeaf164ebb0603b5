// How central is a creator among all who collaborate?
/*
:params {}, this: a Creator
returns degree, pageRank
*/
MATCH (this)-[in:IN_COMMUNITY]->(:Community)
RETURN in.degree AS degree, in.pageRank AS pageRank
