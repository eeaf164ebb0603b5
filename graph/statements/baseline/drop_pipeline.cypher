// Forgets a baseline's pipeline, if there is one.
/*
:params {name: 'creatorgraph-baseline'};
returns dropped
*/
CALL gds.pipeline.drop($name, false) YIELD pipelineName
RETURN pipelineName AS dropped
