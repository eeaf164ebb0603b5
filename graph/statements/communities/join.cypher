// Writes who is in communities of the next generation.
/*
:params {rows: [['community-1', [[1, 0.2, 1.5]]]]};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (community:NextCommunity {key: row[0]})
UNWIND row[1] AS member
MATCH (creator:Creator)
WHERE id(creator) = member[0]
CREATE (creator)-[:IN_COMMUNITY {pageRank: member[1], degree: member[2]}]->(community)
