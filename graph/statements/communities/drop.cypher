// Forgets the projection of the collaborations, if there is one.
/*
:params {name: 'creatorgraph-collaborations'};
returns graphName
*/
CALL gds.graph.drop($name, false)
YIELD graphName
RETURN graphName
