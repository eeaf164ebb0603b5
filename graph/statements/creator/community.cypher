// Which community does a creator belong to?
/*
:params {};
this MATCH (this:Creator {key: 'cr-000001'})
returns community
*/
MATCH (this)-[:IN_COMMUNITY]->(community:Community)
RETURN community
