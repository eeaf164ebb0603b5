// Whom have some creators worked with of late, how closely, and where do these partners stand?
/*
:params {ids: [1], place: 'likeness0', things: 60, partners: 20, today: date('2026-11-25')};
returns id (number), partners (of weight and vector)
*/
CYPHER 5
UNWIND $ids AS id
MATCH (creator:Creator)
WHERE id(creator) = id
RETURN id, COLLECT {
  CALL (creator) {
    MATCH (creator)-[:PARTICIPATED_IN]->(thing:Campaign)
    RETURN thing, coalesce(thing.ends, thing.starts) AS day,
      COUNT { (thing)<-[:PARTICIPATED_IN]-() } AS people
    UNION
    MATCH (creator)-[:POSTED|APPEARS_IN]->(thing:Content)
    WHERE EXISTS { (thing)<-[:APPEARS_IN]-() }
    RETURN thing, date(thing.published) AS day, 1 + COUNT { (thing)<-[:APPEARS_IN]-() } AS people
  }
  WITH creator, thing, day, people ORDER BY day DESC, labels(thing)[0], thing.key LIMIT $things
  MATCH (thing)<-[:PARTICIPATED_IN|POSTED|APPEARS_IN]-(other:Creator)
  WHERE other <> creator AND other[$place] IS NOT NULL
  WITH DISTINCT other, thing, day, people
  WITH other, sum(1.0 / log(1 + people) * 0.5 ^ CASE WHEN day > $today THEN 0.0
    ELSE coalesce(duration.inDays(day, $today).days / 730.0, 1.0) END) AS weight
  ORDER BY weight DESC, other.key LIMIT $partners
  RETURN [weight, other[$place]]
} AS partners
