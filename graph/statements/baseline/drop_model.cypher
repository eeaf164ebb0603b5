// Forgets a baseline's model, if there is one.
/*
:params {name: 'creatorgraph-baseline'};
returns dropped
*/
CALL gds.model.drop($name, false) YIELD modelName
RETURN modelName AS dropped
