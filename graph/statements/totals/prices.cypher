// Keeps the prices that creators' rate cards give, and on which day that changes.
/*
:params {rows: [{key: 'cr-1', properties: {priceLive: 5, byPriceLive: 5, ratedPrices: ['priceLive', 'byPriceLive']}}]};
returns nothing
*/
UNWIND $rows AS row
MATCH (creator:Creator {key: row.key})
SET creator += row.properties
