// Which collaborations that go out from some creators are valid in a run?
/*
:params {creators: [1], run: 1};
returns creator (the database's number), others (lists of number, weight, campaigns, contents,
  last in days since 1970-01-01)
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator)
WHERE id(creator) = number
RETURN number AS creator, COLLECT {
  MATCH (creator)-[tie:COLLABORATED_WITH]->(other)
  WHERE tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)
  RETURN [id(other), tie.weight, tie.campaigns, tie.contents,
    duration.inDays(date('1970-01-01'), tie.last).days]
} AS others
