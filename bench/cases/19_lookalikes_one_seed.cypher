// Which creators with so many followers are most like one, by the vectors of the first analysis?
/*
:params {key: 'cr-000001', min: 5000, ask: 64, constant: 0.2}
returns lookalikes
*/
CYPHER 25
MATCH (seed:Creator {key: $key})
WITH seed, seed.likeness0 AS own
WITH seed, own[..$ask] + [$constant] + own[$ask + 1..-1] + [0.0] AS query
MATCH (creator:Creator)
SEARCH creator IN (
  VECTOR INDEX lookalikes0
  FOR query
  WHERE creator.byFollowers >= $min
  LIMIT 1000
) SCORE AS score
WITH seed, creator, score
WHERE creator <> seed
ORDER BY score DESC, creator.key
LIMIT 20
RETURN {nodes: collect(creator {.key, .name, .followers})} AS lookalikes
