// Writes by what share creators are expected to grow, in the place that is not read.
/*
:params {rows: [[1, 0.1]], place: 'rising1'};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (creator:Creator)
WHERE id(creator) = row[0]
SET creator[$place] = row[1]
