// What are all nodes, with everything kept about them?
/*
:params {};
returns label, key, properties
*/
MATCH (node)
WHERE node.key IS NOT NULL AND node:!Migration&!Lease&!Analysis&!Change
RETURN labels(node)[0] AS label, node.key AS key, properties(node) AS properties
ORDER BY label, key
