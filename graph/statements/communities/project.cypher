// Projects the collaborations that are valid in a run, for Graph Data Science.
/*
:params {name: 'creatorgraph-collaborations', run: 1};
returns creators (how many; null when there are none)
*/
MATCH (creator:Creator)-[tie:COLLABORATED_WITH]->(other:Creator)
WHERE tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)
WITH gds.graph.project($name, creator, other,
  {relationshipProperties: {weight: tie.weight}},
  {undirectedRelationshipTypes: ['*']}) AS projected
RETURN projected.nodeCount AS creators
