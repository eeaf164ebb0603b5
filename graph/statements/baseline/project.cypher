// Projects pairs that are in no database, for Graph Data Science: creators by the caller's numbers.
/*
:params {name: 'creatorgraph-baseline', pairs: [[0, 1, ['Creator'], ['Creator', 'Asker']], [2, null, ['Creator'], null]]};
returns creators (how many)
*/
UNWIND $pairs AS pair
WITH gds.graph.project($name, pair[0], pair[1],
  {sourceNodeLabels: pair[2], targetNodeLabels: pair[3], relationshipType: 'TIE'},
  {undirectedRelationshipTypes: ['*']}) AS projected
RETURN projected.nodeCount AS creators
