// Where do the seeds of a question stand? A campaign's creators stand for it, the first of them for
// all. What is known of those that stood there before, by the same run and placed at the same time,
// is not read again.
/*
:params {seeds: [['Creator', 'cr-1']], most: 50, known: {`cr-1`: [1, 0]}}
returns run, place (null before the first analysis), there (of each seed, whether it is), keys (of
  each seed, those it stands for), vectors (of each, of some of these; null where there is none,
  true where it is known), fresh (of each of these, when it changed since, below 0 once placed)
*/
OPTIONAL MATCH (model:Model {key: 'lookalikes'})
WITH model.run AS run, model.place AS place, COLLECT {
  UNWIND $seeds AS seed
  OPTIONAL MATCH (creator:Creator {key: CASE seed[0] WHEN 'Creator' THEN seed[1] END})
  OPTIONAL MATCH (agency:Agency {key: CASE seed[0] WHEN 'Agency' THEN seed[1] END})
  OPTIONAL MATCH (brand:Brand {key: CASE seed[0] WHEN 'Brand' THEN seed[1] END})
  OPTIONAL MATCH (campaign:Campaign {key: CASE seed[0] WHEN 'Campaign' THEN seed[1] END})
  WITH coalesce(creator, agency, brand, campaign) AS node, campaign
  RETURN {there: node IS NOT NULL, nodes: CASE
    WHEN campaign IS NULL THEN [node]
    ELSE COLLECT {
      MATCH (campaign)<-[:PARTICIPATED_IN]-(hired:Creator)
      WITH DISTINCT hired
      RETURN hired ORDER BY hired.key
    } END}
} AS seeds
RETURN run, place, [seed IN seeds | seed.there] AS there,
  [seed IN seeds | [node IN seed.nodes | node.key]] AS keys,
  [seed IN seeds | [node IN seed.nodes[..$most] | CASE $known[node.key]
    WHEN [run, coalesce(node.fresh, 0)] THEN true
    ELSE node[place]
  END]] AS vectors,
  [seed IN seeds | [node IN seed.nodes | coalesce(node.fresh, 0)]] AS fresh
