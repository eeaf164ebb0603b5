// Which communities are there?
/*
:params {}
returns community
*/
MATCH (community:Community)
RETURN community
