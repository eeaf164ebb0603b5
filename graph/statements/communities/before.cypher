// Who is in which community now?
/*
:params {};
returns key, creators (the database's numbers)
*/
CYPHER 5
MATCH (community:Community)
RETURN community.key AS key, COLLECT {
  MATCH (community)<-[:IN_COMMUNITY]-(creator)
  RETURN id(creator)
} AS creators
ORDER BY key
