// Who has been with which agency, and when?
/*
:params {};
returns creator (number), agency (number), since, until (days from 1970-01-01; null without an end)
*/
CYPHER 5
MATCH (creator:Creator)-[contract:SIGNED_WITH]->(agency)
RETURN id(creator) AS creator, id(agency) AS agency,
  duration.inDays(date('1970-01-01'), contract.since).days AS since,
  duration.inDays(date('1970-01-01'), contract.until).days AS until
