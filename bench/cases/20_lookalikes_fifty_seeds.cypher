// Which creators with so many followers are most like fifty, by the vectors of the first analysis?
/*
:params {keys: ['cr-000001'], min: 5000, ask: 96, constant: 0.2, ends: [109, 129, 197], times: [1.4, 0.2, 0.2, 0.1]}
returns lookalikes
*/
CYPHER 25
UNWIND $keys AS key
MATCH (seed:Creator {key: key})
WITH collect(seed.likeness0) AS seeds
WITH [i IN range(0, size(seeds[0]) - 1) |
  reduce(sum = 0.0, own IN seeds | sum + own[i]) / size(seeds)] AS mean
WITH [x IN mean[..$ask] | x * $times[0]] + [$constant]
  + [x IN mean[$ask + 1..$ends[0]] | x * $times[0]] + [x IN mean[$ends[0]..$ends[1]] | x * $times[1]]
  + [x IN mean[$ends[1]..$ends[2]] | x * $times[2]] + [x IN mean[$ends[2]..-1] | x * $times[3]]
  + [0.0] AS query
MATCH (creator:Creator)
SEARCH creator IN (
  VECTOR INDEX lookalikes0
  FOR query
  WHERE creator.byFollowers >= $min
  LIMIT 240
) SCORE AS score
WITH creator, (2 * score - 1) * creator.likeness0Length AS score
WHERE NOT creator.key IN $keys
ORDER BY score DESC, creator.key
LIMIT 20
RETURN {nodes: collect(creator {.key, .name, .followers})} AS lookalikes
