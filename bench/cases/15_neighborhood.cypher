// What is around a creator, brand, agency or campaign, of each kind of edge the best in turns?
/*
:params {label: 'Creator', key: 'cr-000001'}
returns neighborhood
*/
CALL () {
  WITH * WHERE $label = 'Creator'
  MATCH (this:Creator {key: $key}) RETURN this
  UNION ALL
  WITH * WHERE $label = 'Brand'
  MATCH (this:Brand {key: $key}) RETURN this
  UNION ALL
  WITH * WHERE $label = 'Agency'
  MATCH (this:Agency {key: $key}) RETURN this
  UNION ALL
  WITH * WHERE $label = 'Campaign'
  MATCH (this:Campaign {key: $key}) RETURN this
}
WITH this, COLLECT { MATCH (a:Analysis {key: 'collaboration'}) RETURN a.run }[0] AS run
WITH this, run, CASE $label
  WHEN 'Creator' THEN [
    COLLECT { MATCH (this)-[e:COLLABORATED_WITH]-(n)
      WHERE e.from <= run AND (e.until IS NULL OR e.until > run)
      RETURN n ORDER BY e.weight DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[e:SIGNED_WITH]->(n)
      RETURN n ORDER BY e.since <= date() AND coalesce(e.until >= date(), true) DESC,
        e.since DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[:PARTICIPATED_IN]->(n)
      RETURN n ORDER BY n.byStarts DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[:POSTED]->(n) RETURN n ORDER BY n.published DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[:APPEARS_IN]->(n) RETURN n ORDER BY n.published DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[e:IN_CATEGORY]->(n) RETURN n ORDER BY e.position, n.key },
    COLLECT { MATCH (this)-[e:ON_PLATFORM]->(n) RETURN n ORDER BY e.position, n.key },
    COLLECT { MATCH (this)-[e:REACHES]->(n) RETURN n ORDER BY e.share DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[:MEMBER_OF]->(n) RETURN n ORDER BY n.key }]
  WHEN 'Brand' THEN [
    COLLECT { MATCH (this)-[:RAN]->(n) RETURN n ORDER BY n.byStarts DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[e:IN_CATEGORY]->(n) RETURN n ORDER BY e.position, n.key }]
  WHEN 'Agency' THEN [
    COLLECT { MATCH (this)<-[e:SIGNED_WITH]-(n)
      RETURN n ORDER BY e.since <= date() AND coalesce(e.until >= date(), true) DESC,
        n.byFollowers DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[:MEMBER_OF]->(n) RETURN n ORDER BY n.key }]
  ELSE [
    COLLECT { MATCH (this)<-[:RAN]-(n) RETURN n },
    COLLECT { MATCH (this)<-[e:PARTICIPATED_IN]-(n)
      RETURN n ORDER BY coalesce(e.fee, -1) DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)<-[:FOR_CAMPAIGN]-(n) RETURN n ORDER BY n.published DESC, n.key LIMIT 201 },
    COLLECT { MATCH (this)-[e:IN_CATEGORY]->(n) RETURN n ORDER BY e.position, n.key }] END AS lanes
WITH this, run, COLLECT {
  UNWIND range(0, size(lanes) - 1) AS lane
  WITH lane, lanes[lane] AS nodes
  UNWIND range(0, size(nodes) - 1) AS turn
  WITH nodes[turn] AS node, min(turn * 10 + lane) AS place
  RETURN node ORDER BY place LIMIT 201
} AS around
WITH this, run, [this] + around[..200] AS nodes, size(around) > 200 AS truncated
WITH this, run, nodes, truncated, COLLECT {
  UNWIND nodes AS a
  MATCH (a)-[e:SIGNED_WITH|PARTICIPATED_IN|FOR_CAMPAIGN|IN_CATEGORY|PART_OF|ON_PLATFORM|REACHES
    |COLLABORATED_WITH|MEMBER_OF]->(b)
  WHERE b IN nodes
    AND (NOT e:COLLABORATED_WITH OR e.from <= run AND (e.until IS NULL OR e.until > run))
  RETURN {kind: type(e), from: labels(a)[0] + ':' + a.key, to: labels(b)[0] + ':' + b.key,
    weight: coalesce(e.fee, e.share, e.weight)} AS edge
  UNION ALL
  UNWIND nodes AS b
  MATCH (a)-[e:RAN|POSTED|APPEARS_IN]->(b)
  WHERE a IN nodes
  RETURN {kind: type(e), from: labels(a)[0] + ':' + a.key, to: labels(b)[0] + ':' + b.key,
    weight: null} AS edge
} AS edges
WITH this, run, nodes, truncated, edges, COLLECT {
  UNWIND [
    ['COLLABORATED_WITH', true, COUNT { (this)-[e:COLLABORATED_WITH]-()
      WHERE e.from <= run AND (e.until IS NULL OR e.until > run) }],
    ['SIGNED_WITH', true, COUNT { (this)-[:SIGNED_WITH]->() }],
    ['SIGNED_WITH', false, COUNT { (this)<-[:SIGNED_WITH]-() }],
    ['RAN', true, COUNT { (this)-[:RAN]->() }],
    ['RAN', false, COUNT { (this)<-[:RAN]-() }],
    ['PARTICIPATED_IN', true, COUNT { (this)-[:PARTICIPATED_IN]->() }],
    ['PARTICIPATED_IN', false, COUNT { (this)<-[:PARTICIPATED_IN]-() }],
    ['POSTED', true, COUNT { (this)-[:POSTED]->() }],
    ['APPEARS_IN', true, COUNT { (this)-[:APPEARS_IN]->() }],
    ['FOR_CAMPAIGN', false, COUNT { (this)<-[:FOR_CAMPAIGN]-() }],
    ['IN_CATEGORY', true, COUNT { (this)-[:IN_CATEGORY]->() }],
    ['ON_PLATFORM', true, COUNT { (this)-[:ON_PLATFORM]->() }],
    ['REACHES', true, COUNT { (this)-[:REACHES]->() }],
    ['MEMBER_OF', true, COUNT { (this)-[:MEMBER_OF]->() }]] AS c
  WITH c
  WHERE c[2] > 0
  RETURN {kind: c[0], outgoing: c[1], count: c[2]} AS row ORDER BY c[2] DESC
} AS counts
RETURN {nodes: [n IN nodes | {kind: toUpper(labels(n)[0]), key: n.key, name: n.name}], edges: edges,
  truncated: truncated, counts: counts} AS neighborhood
