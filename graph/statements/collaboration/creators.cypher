// Who is there? By key, with the number that the database has for each as long as it is there.
/*
:params {};
returns id
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
RETURN id(creator) AS id
ORDER BY creator.key
