// Where do the seeds of a question stand? A campaign's creators stand for it, the first of them for
// all. What is known of those that stood there before, by the same run and placed at the same time,
// is not read again.
/*
:params {creators: [[0, 'cr-1']], agencies: [], brands: [], campaigns: [], most: 50, known: {`cr-1`: [1, 0]}};
returns run, place (null before the first analysis), seeds (of each that is there: its number, the
  keys of those it stands for, vectors of some of these, null where there is none and true where it
  is known, and when each changed since, below 0 once placed)
*/
OPTIONAL MATCH (model:Model {key: 'lookalikes'})
WITH model.run AS run, model.place AS place
RETURN run, place, COLLECT {
  CALL () {
    UNWIND $creators AS seed
    MATCH (node:Creator {key: seed[1]})
    RETURN seed[0] AS i, [node] AS nodes
    UNION ALL
    UNWIND $agencies AS seed
    MATCH (node:Agency {key: seed[1]})
    RETURN seed[0] AS i, [node] AS nodes
    UNION ALL
    UNWIND $brands AS seed
    MATCH (node:Brand {key: seed[1]})
    RETURN seed[0] AS i, [node] AS nodes
    UNION ALL
    UNWIND $campaigns AS seed
    MATCH (campaign:Campaign {key: seed[1]})
    RETURN seed[0] AS i, COLLECT {
      MATCH (campaign)<-[:PARTICIPATED_IN]-(hired:Creator)
      WITH DISTINCT hired
      RETURN hired ORDER BY hired.key
    } AS nodes
  }
  RETURN [i, [node IN nodes | node.key], [node IN nodes[..$most] | CASE $known[node.key]
    WHEN [run, coalesce(node.fresh, 0)] THEN true
    ELSE node[place]
  END], [node IN nodes | coalesce(node.fresh, 0)]]
} AS seeds
