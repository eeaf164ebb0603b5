// Finds communities by Leiden, with weights. One thread and one seed, so that the same graph
// gives the same communities.
/*
:params {name: 'creatorgraph-collaborations'};
returns modularity
*/
CALL gds.leiden.mutate($name, {
  mutateProperty: 'community', relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1
})
YIELD modularity
RETURN modularity
