// What are all nodes, with everything kept about them? When and in how many steps lists were made is
// left out: it is of the import, not of what is imported.
/*
:params {};
returns label, key, properties
*/
MATCH (node)
WHERE node.key IS NOT NULL AND node:!Migration&!Lease&!Analysis&!Change
RETURN labels(node)[0] AS label, node.key AS key, CASE WHEN node:CreatorList
    THEN node {.key, .name, .note, .version, .spelt} ELSE properties(node) END AS properties
ORDER BY label, key
