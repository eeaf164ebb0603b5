// How are two entities connected most closely, by contracts, campaigns and contents?
/*
:params {fromLabel: 'Creator', from: 'cr-000001', toLabel: 'Brand', to: 'br-0001'}
returns paths
*/
CALL () {
  WITH * WHERE $fromLabel = 'Creator'
  MATCH (start:Creator {key: $from}) RETURN start
  UNION ALL
  WITH * WHERE $fromLabel = 'Brand'
  MATCH (start:Brand {key: $from}) RETURN start
  UNION ALL
  WITH * WHERE $fromLabel = 'Agency'
  MATCH (start:Agency {key: $from}) RETURN start
  UNION ALL
  WITH * WHERE $fromLabel = 'Campaign'
  MATCH (start:Campaign {key: $from}) RETURN start
}
CALL () {
  WITH * WHERE $toLabel = 'Creator'
  MATCH (end:Creator {key: $to}) RETURN end
  UNION ALL
  WITH * WHERE $toLabel = 'Brand'
  MATCH (end:Brand {key: $to}) RETURN end
  UNION ALL
  WITH * WHERE $toLabel = 'Agency'
  MATCH (end:Agency {key: $to}) RETURN end
  UNION ALL
  WITH * WHERE $toLabel = 'Campaign'
  MATCH (end:Campaign {key: $to}) RETURN end
}
CALL (start, end) {
  MATCH way = ALL SHORTEST (start)-[:SIGNED_WITH|PARTICIPATED_IN|RAN|POSTED|APPEARS_IN]-{1,6}(end)
  WITH way LIMIT 200
  WITH nodes(way) AS nodes, relationships(way) AS edges
  ORDER BY reduce(w = 0.0, e IN edges | w + coalesce(e.fee, 0)) DESC, [n IN nodes | n.key]
  LIMIT 6
  WITH DISTINCT [n IN nodes | {kind: toUpper(labels(n)[0]), key: n.key, name: n.name}] AS nodes,
    [e IN edges | {kind: type(e), from: labels(startNode(e))[0] + ':' + startNode(e).key,
      to: labels(endNode(e))[0] + ':' + endNode(e).key}] AS edges
  LIMIT 3
  RETURN collect({length: size(edges), nodes: nodes, edges: edges}) AS shortest
}
CALL (start, end, shortest) {
  WITH * WHERE size(shortest) IN [1, 2] AND shortest[0].length < 6
  MATCH way = SHORTEST 12 (start)-[:SIGNED_WITH|PARTICIPATED_IN|RAN|POSTED|APPEARS_IN]-{1,6}(end)
  WITH nodes(way) AS nodes, relationships(way) AS edges, shortest
  WHERE size(edges) > shortest[0].length
    AND all(i IN range(1, size(edges)) WHERE NOT nodes[i] IN nodes[..i])
  WITH nodes, edges
  ORDER BY size(edges), reduce(w = 0.0, e IN edges | w + coalesce(e.fee, 0)) DESC,
    [n IN nodes | n.key]
  LIMIT 6
  WITH DISTINCT [n IN nodes | {kind: toUpper(labels(n)[0]), key: n.key, name: n.name}] AS nodes,
    [e IN edges | {kind: type(e), from: labels(startNode(e))[0] + ':' + startNode(e).key,
      to: labels(endNode(e))[0] + ':' + endNode(e).key}] AS edges
  RETURN collect({length: size(edges), nodes: nodes, edges: edges}) AS longer
}
RETURN (shortest + longer)[..3] AS paths
