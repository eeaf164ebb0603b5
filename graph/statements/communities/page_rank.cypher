// Works out everybody's PageRank, with weights.
/*
:params {name: 'creatorgraph-collaborations'};
returns iterations
*/
CALL gds.pageRank.mutate($name, {
  mutateProperty: 'pageRank', relationshipWeightProperty: 'weight', concurrency: 1
})
YIELD ranIterations
RETURN ranIterations AS iterations
