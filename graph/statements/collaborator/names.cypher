// Which categories, agencies, brands and segments are there, by number?
/*
:params {};
returns type, id, key, name
*/
CYPHER 5
MATCH (node:Category|Agency|Brand|Segment)
WHERE node.key IS NOT NULL
RETURN labels(node)[0] AS type, id(node) AS id, node.key AS key, node.name AS name
