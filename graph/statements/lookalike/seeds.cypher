// Where do the seeds of a question stand? A campaign's creators stand for it, the first of them for
// all. What is known of those that stood there before, by the same run and placed at the same time,
// is not read again.
/*
:params {seeds: [['Creator', 'cr-1']], most: 50, known: {`cr-1`: [1, 0]}}
returns run, place (null before the first analysis), seeds (of each that is there: its number, the
  keys of those it stands for, vectors of some of these, null where there is none and true where it
  is known, and when each changed since, below 0 once placed)
*/
OPTIONAL MATCH (model:Model {key: 'lookalikes'})
WITH model.run AS run, model.place AS place
RETURN run, place, COLLECT {
  UNWIND range(0, size($seeds) - 1) AS i
  WITH i, $seeds[i][0] AS type, $seeds[i][1] AS key
  CALL (type, key) {
    WITH type, key WHERE type = 'Creator'
    MATCH (node:Creator {key: key})
    RETURN [node] AS nodes
    UNION ALL
    WITH type, key WHERE type = 'Agency'
    MATCH (node:Agency {key: key})
    RETURN [node] AS nodes
    UNION ALL
    WITH type, key WHERE type = 'Brand'
    MATCH (node:Brand {key: key})
    RETURN [node] AS nodes
    UNION ALL
    WITH type, key WHERE type = 'Campaign'
    MATCH (node:Campaign {key: key})
    RETURN COLLECT {
      MATCH (node)<-[:PARTICIPATED_IN]-(hired:Creator)
      WITH DISTINCT hired
      RETURN hired ORDER BY hired.key
    } AS nodes
  }
  RETURN [i, [node IN nodes | node.key], [node IN nodes[..$most] | CASE $known[node.key]
    WHEN [run, coalesce(node.fresh, 0)] THEN true
    ELSE node[place]
  END], [node IN nodes | coalesce(node.fresh, 0)]]
} AS seeds
