// Writes where creators stand, in the place that is not read.
/*
:params {rows: [[1, null]], place: 'standing1'};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (creator:Creator)
WHERE id(creator) = row[0]
SET creator[$place] = row[1]
