// Writes communities of the next generation.
/*
:params {rows: [['community-1', 3]]};
returns nothing
*/
UNWIND $rows AS row
CREATE (:NextCommunity {key: row[0], size: row[1]})
