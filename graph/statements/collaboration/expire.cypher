// Says of collaborations that they are not valid from a run on.
/*
:params {rows: [['cr-1', ['cr-2']]], run: 2}
returns nothing
*/
UNWIND $rows AS row
MATCH (creator:Creator {key: row[0]})-[tie:COLLABORATED_WITH]->(other:Creator)
WHERE other.key IN row[1] AND tie.from < $run AND tie.until IS NULL
SET tie.until = $run
