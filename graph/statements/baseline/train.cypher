// Trains the pipeline.
/*
:params {name: 'creatorgraph-baseline', seed: 1};
returns milliseconds
*/
CALL gds.beta.pipeline.linkPrediction.train($name, {
  pipeline: $name, modelName: $name, sourceNodeLabel: 'Creator', targetNodeLabel: 'Creator',
  targetRelationshipType: 'TIE', metrics: ['AUCPR'], randomSeed: $seed})
YIELD trainMillis
RETURN trainMillis AS milliseconds
