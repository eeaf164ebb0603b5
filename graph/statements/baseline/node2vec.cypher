// Where does node2vec put everybody?
/*
:params {name: 'creatorgraph-baseline', seed: 1};
returns id (the caller's number), vector
*/
CALL gds.node2vec.stream($name, {embeddingDimension: 128, walkLength: 40, walksPerNode: 10,
  iterations: 2, randomSeed: $seed})
YIELD nodeId, embedding
RETURN nodeId AS id, embedding AS vector
