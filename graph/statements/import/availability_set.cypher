// Replaces the periods in which creators are taken.
/*
:params {rows: [{key: 'cr-1', lists: {slotFrom: [20000], slotTo: [20001], slotStates: ['HELD']}}]};
returns nothing
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (creator:Creator {key: row.key})
SET creator += row.lists
