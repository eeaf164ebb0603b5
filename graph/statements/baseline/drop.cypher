// Forgets what a baseline has made in Graph Data Science, as far as it is there.
/*
:params {name: 'creatorgraph-baseline'};
returns dropped
*/
CALL gds.graph.drop($name, false) YIELD graphName
RETURN graphName AS dropped
