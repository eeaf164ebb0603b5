// Says of collaborations that they are not valid from a run on.
/*
:params {rows: [[1, [2]]], run: 2};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (creator)
WHERE id(creator) = row[0]
MATCH (creator)-[tie:COLLABORATED_WITH]->(other)
WHERE id(other) IN row[1] AND tie.from < $run AND tie.until IS NULL
SET tie.until = $run
