// What was worked out for whom?
/*
:params {name: 'creatorgraph-collaborations'};
returns creator (the database's number), community, pageRank, degree
*/
CALL gds.graph.nodeProperty.stream($name, 'community')
YIELD nodeId, propertyValue
RETURN nodeId AS creator, propertyValue AS community,
  gds.util.nodeProperty($name, nodeId, 'pageRank') AS pageRank,
  gds.util.nodeProperty($name, nodeId, 'degree') AS degree
