// Replaces creators' rates, of which prices may come.
/*
:params {rows: [{key: 'cr-1', lists: {rateFormats: ['LIVE'], ratePrices: [5]}}]};
returns nothing
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (creator:Creator {key: row.key})
SET creator += row.lists, creator.stale = true, creator.fresh = timestamp()
