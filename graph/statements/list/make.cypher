// Is the key of a list to be made taken? Its node is made here, so that of several requests for one
// key all but one wait and then find it taken.
/*
:params {key: 'l-1'};
returns taken
*/
MERGE (list:CreatorList {key: $key})
ON CREATE SET list.fresh = true
WITH list, list.fresh IS NULL AS taken
REMOVE list.fresh
RETURN taken
