// Writes collaborations that are valid from a run on.
/*
:params {rows: [['cr-1', [['cr-2', 0.5, 1, 0, null]]]], run: 2}
returns nothing
*/
UNWIND $rows AS row
MATCH (creator:Creator {key: row[0]})
UNWIND row[1] AS to
MATCH (other:Creator {key: to[0]})
CREATE (creator)-[:COLLABORATED_WITH {
  weight: to[1], campaigns: to[2], contents: to[3], last: to[4], from: $run
}]->(other)
