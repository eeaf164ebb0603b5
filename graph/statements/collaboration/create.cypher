// Writes collaborations that are valid from a run on. Creators are named by the database's
// numbers, which costs half of what their keys would: there are ten times as many collaborations
// as creators.
/*
:params {rows: [[1, [[2, 0.5, 1, 0, null]]]], run: 2};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (creator:Creator)
WHERE id(creator) = row[0]
UNWIND row[1] AS to
MATCH (other:Creator)
WHERE id(other) = to[0]
CREATE (creator)-[:COLLABORATED_WITH {
  weight: to[1], campaigns: to[2], contents: to[3], last: to[4], from: $run
}]->(other)
