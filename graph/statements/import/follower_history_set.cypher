// Replaces creators' histories of followers.
/*
:params {rows: [{key: 'cr-1', lists: {historyDays: [20000], historyFollowers: [5]}}]};
returns nothing
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (creator:Creator {key: row.key})
SET creator += row.lists, creator.stale = true
