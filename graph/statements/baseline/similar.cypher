// Who has the same partners as one of those who ask: the hundred most similar of each.
/*
:params {name: 'creatorgraph-baseline'};
returns a, b (the caller's numbers), similarity
*/
CALL gds.nodeSimilarity.filtered.stream($name, {sourceNodeFilter: 'Asker', topK: 100})
YIELD node1, node2, similarity
RETURN node1 AS a, node2 AS b, similarity
