// Is there a projection of the collaborations?
/*
:params {name: 'creatorgraph-collaborations'};
returns there (boolean)
*/
CALL gds.graph.exists($name)
YIELD exists
RETURN exists AS there
