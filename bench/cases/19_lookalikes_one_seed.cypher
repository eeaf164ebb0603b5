// Which creators with so many followers are most like one, by the vectors of the first analysis?
/*
:params {key: 'cr-000001', min: 5000, ask: 96, constant: 0.2, ends: [109, 129, 197], times: [1.4, 0.2, 0.2, 0.1]}
returns lookalikes
*/
CYPHER 25
MATCH (seed:Creator {key: $key})
WITH seed, seed.likeness0 AS own
WITH seed, [x IN own[..$ask] | x * $times[0]] + [$constant]
  + [x IN own[$ask + 1..$ends[0]] | x * $times[0]] + [x IN own[$ends[0]..$ends[1]] | x * $times[1]]
  + [x IN own[$ends[1]..$ends[2]] | x * $times[2]] + [x IN own[$ends[2]..-1] | x * $times[3]]
  + [0.0] AS query
MATCH (creator:Creator)
SEARCH creator IN (
  VECTOR INDEX lookalikes0
  FOR query
  WHERE creator.byFollowers >= $min
  LIMIT 240
) SCORE AS score
WITH seed, creator, (2 * score - 1) * creator.likeness0Length AS score
WHERE creator <> seed
ORDER BY score DESC, creator.key
LIMIT 20
RETURN {nodes: collect(creator {.key, .name, .followers})} AS lookalikes
