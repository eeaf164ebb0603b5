// Whom has each creator worked with, as the last analysis of collaborations has it?
/*
:params {run: 1};
returns id, others (numbers), weights, things (how many are shared), days (of the last one, from
  1970-01-01; −2000000 when unknown)
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
WITH creator
ORDER BY creator.key
WITH creator, COLLECT {
  MATCH (creator)-[tie:COLLABORATED_WITH]->(other)
  WHERE tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)
  RETURN [id(other), tie.weight, tie.campaigns + tie.contents,
    coalesce(duration.inDays(date('1970-01-01'), tie.last).days, -2000000)]
} AS ties
WHERE size(ties) > 0
RETURN id(creator) AS id, [tie IN ties | tie[0]] AS others, [tie IN ties | tie[1]] AS weights,
  [tie IN ties | tie[2]] AS things, [tie IN ties | tie[3]] AS days
ORDER BY creator.key
