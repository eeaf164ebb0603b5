// Who is around a creator: whom it worked with, whom these worked with, and who shares agency,
// brands or categories?
/*
:params {key: 'cr-000042', today: '2026-11-25', partners: 60, theirs: 40, mates: 60, seen: 2000}
returns id (number), collaboration (its run), model (place and run), met (numbers), ties (of number,
  weight and the partner's ties), house, alike, hired (numbers)
*/
CYPHER 5
MATCH (me:Creator {key: $key})
WITH me, COLLECT { MATCH (a:Analysis {key: 'collaboration'}) RETURN a.run }[0] AS run
RETURN id(me) AS id, run AS collaboration,
  COLLECT { MATCH (m:Model {key: 'collaborators'}) RETURN [m.place, m.run] }[0] AS model,
  COLLECT {
    MATCH (me)-[:PARTICIPATED_IN|POSTED|APPEARS_IN]->(thing)
    MATCH (thing)<-[:PARTICIPATED_IN|POSTED|APPEARS_IN]-(other)
    RETURN DISTINCT id(other)
  } AS met,
  COLLECT {
    MATCH (me)-[tie:COLLABORATED_WITH]-(partner)
    WHERE tie.from <= run AND (tie.until IS NULL OR tie.until > run)
    WITH partner, tie.weight AS weight
    ORDER BY weight DESC, partner.key
    LIMIT $partners
    RETURN [id(partner), weight, COLLECT {
      MATCH (partner)-[next:COLLABORATED_WITH]-(other)
      WHERE next.from <= run AND (next.until IS NULL OR next.until > run)
      WITH other, next.weight AS strength
      ORDER BY strength DESC, id(other)
      LIMIT $theirs
      RETURN [id(other), strength]
    }]
  } AS ties,
  COLLECT {
    MATCH (me)-[mine:SIGNED_WITH]->(agency)<-[with:SIGNED_WITH]-(mate)
    WHERE mine.since <= date($today) AND (mine.until IS NULL OR mine.until >= date($today))
      AND with.since <= date($today) AND (with.until IS NULL OR with.until >= date($today))
    RETURN id(mate) ORDER BY mate.campaignCount DESC, mate.key LIMIT $mates
  } AS house,
  COLLECT {
    MATCH (me)-[:IN_CATEGORY]->()<-[:IN_CATEGORY]-(mate:Creator)
    WITH mate LIMIT $seen
    WITH DISTINCT mate
    RETURN id(mate) ORDER BY mate.campaignCount DESC, mate.key LIMIT $mates
  } AS alike,
  COLLECT {
    MATCH (me)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand)
    WITH DISTINCT brand ORDER BY brand.creatorCount, brand.key LIMIT 8
    MATCH (brand)-[:RAN]->()<-[:PARTICIPATED_IN]-(mate)
    WITH mate LIMIT $seen
    WITH mate, count(*) AS often
    RETURN id(mate) ORDER BY often DESC, mate.key LIMIT $mates
  } AS hired
