// Which community does a creator belong to?
/*
:params {}, this: a Creator
returns community
*/
MATCH (this)-[:IN_COMMUNITY]->(community:Community)
RETURN community
