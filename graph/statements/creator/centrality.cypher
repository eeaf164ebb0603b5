// How central is a creator among all who collaborate?
/*
:params {};
this MATCH (this:Creator {key: 'cr-000001'})
returns degree, pageRank
*/
MATCH (this)-[in:IN_COMMUNITY]->(:Community)
RETURN in.degree AS degree, in.pageRank AS pageRank
