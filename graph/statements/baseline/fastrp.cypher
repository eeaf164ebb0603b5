// Where does FastRP put everybody?
/*
:params {name: 'creatorgraph-baseline', seed: 1};
returns id (the caller's number), vector
*/
CALL gds.fastRP.stream($name, {embeddingDimension: 128, iterationWeights: [0.0, 1.0, 1.0, 1.0],
  randomSeed: $seed})
YIELD nodeId, embedding
RETURN nodeId AS id, embedding AS vector
