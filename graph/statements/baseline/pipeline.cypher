// Makes the link-prediction pipeline of Graph Data Science: FastRP and degree, of which products
// and cosine are the features of a logistic regression.
/*
:params {name: 'creatorgraph-baseline', seed: 1};
returns pipeline
*/
CALL gds.beta.pipeline.linkPrediction.create($name) YIELD name AS made
CALL gds.beta.pipeline.linkPrediction.addNodeProperty($name, 'fastRP', {
  mutateProperty: 'place', embeddingDimension: 128, iterationWeights: [0.0, 1.0, 1.0, 1.0],
  randomSeed: $seed}) YIELD name AS place
CALL gds.beta.pipeline.linkPrediction.addNodeProperty($name, 'degree', {mutateProperty: 'partners'})
YIELD name AS partners
CALL gds.beta.pipeline.linkPrediction.addNodeProperty($name, 'scaleProperties', {
  nodeProperties: ['partners'], mutateProperty: 'known', scaler: {type: 'log', offset: 1}})
YIELD name AS known
CALL gds.beta.pipeline.linkPrediction.addFeature($name, 'hadamard', {
  nodeProperties: ['place', 'known']})
YIELD name AS product
CALL gds.beta.pipeline.linkPrediction.addFeature($name, 'cosine', {nodeProperties: ['place']})
YIELD name AS cosine
CALL gds.beta.pipeline.linkPrediction.configureSplit($name, {
  testFraction: 0.1, trainFraction: 0.3, validationFolds: 3}) YIELD name AS split
CALL gds.beta.pipeline.linkPrediction.addLogisticRegression($name, {penalty: 0.001, maxEpochs: 200})
YIELD name AS regression
RETURN made AS pipeline
