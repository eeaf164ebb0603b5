// How likely are all pairs with one of those who ask?
/*
:params {name: 'creatorgraph-baseline', most: 1000000};
returns a, b (the caller's numbers), chance
*/
CALL gds.beta.pipeline.linkPrediction.predict.stream($name, {
  modelName: $name, topN: $most, threshold: 0.0, sourceNodeLabel: 'Asker',
  targetNodeLabel: 'Creator', relationshipTypes: ['TIE']})
YIELD node1, node2, probability
RETURN node1 AS a, node2 AS b, probability AS chance
