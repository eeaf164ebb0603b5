// Who is there? Those with most partners first, with the number that the database has for each as
// long as it is there.
/*
:params {};
returns id
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
WITH creator, COUNT { (creator)-[:COLLABORATED_WITH]-() } AS partners
RETURN id(creator) AS id
ORDER BY partners DESC, creator.key
