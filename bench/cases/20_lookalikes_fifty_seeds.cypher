// Which creators with so many followers are most like fifty, by the vectors of the first analysis?
/*
:params {keys: ['cr-000001'], min: 5000, ask: 64, constant: 0.2}
returns lookalikes
*/
CYPHER 25
UNWIND $keys AS key
MATCH (seed:Creator {key: key})
WITH collect(seed.likeness0) AS seeds
WITH [i IN range(0, size(seeds[0]) - 2) |
  reduce(sum = 0.0, own IN seeds | sum + own[i]) / size(seeds)] AS mean
WITH mean[..$ask] + [$constant] + mean[$ask + 1..] + [0.0] AS query
MATCH (creator:Creator)
SEARCH creator IN (
  VECTOR INDEX lookalikes0
  FOR query
  WHERE creator.byFollowers >= $min
  LIMIT 1000
) SCORE AS score
WITH creator, score
WHERE NOT creator.key IN $keys
ORDER BY score DESC, creator.key
LIMIT 20
RETURN {nodes: collect(creator {.key, .name, .followers})} AS lookalikes
