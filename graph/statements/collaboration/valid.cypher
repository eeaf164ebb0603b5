// Which collaborations that go out from some creators are valid in a run?
/*
:params {keys: ['cr-1'], run: 1}
returns key, others (lists of key, weight, campaigns, contents, last in days since 1970-01-01)
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
RETURN key, COLLECT {
  MATCH (creator)-[tie:COLLABORATED_WITH]->(other:Creator)
  WHERE tie.from <= $run AND (tie.until IS NULL OR tie.until > $run)
  RETURN [other.key, tie.weight, tie.campaigns, tie.contents,
    duration.inDays(date('1970-01-01'), tie.last).days]
} AS others
