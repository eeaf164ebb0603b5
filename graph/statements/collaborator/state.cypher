// How far is the graph: which model of collaborators is read, how much is there, and which
// creators have changed since a moment?
/*
:params {since: 1700000000000, most: 5000};
returns place, run (both null before the first analysis), now (milliseconds since
  1970-01-01), counts (of creators, participations, appearances), changed (of number and
  mark, the latest first: of those set, then of those below zero)
*/
CYPHER 5
OPTIONAL MATCH (model:Model {key: 'collaborators'})
RETURN model.place AS place, model.run AS run, timestamp() AS now,
  [COUNT { MATCH (:Creator) }, COUNT { MATCH ()-[:PARTICIPATED_IN]->() },
    COUNT { MATCH ()-[:APPEARS_IN]->() }] AS counts,
  COLLECT {
    MATCH (creator:Creator)
    WHERE creator.fresh > $since
    RETURN [id(creator), creator.fresh] ORDER BY creator.fresh DESC LIMIT $most
  } + COLLECT {
    MATCH (creator:Creator)
    WHERE creator.fresh < -$since
    RETURN [id(creator), creator.fresh] ORDER BY creator.fresh LIMIT $most
  } AS changed
