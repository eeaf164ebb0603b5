// Which communities are there?
/*
:params {};
returns community
*/
MATCH (community:Community)
WHERE community.size > 0 AND community.key IS NOT NULL
RETURN community
