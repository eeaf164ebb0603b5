// Replaces contents' metrics.
/*
:params {rows: [{key: 'co-1', lists: {metricsAt: [1764547200], metricsViews: [5]}}]};
returns nothing
*/
CYPHER replan=skip
UNWIND $rows AS row
MATCH (content:Content {key: row.key})
SET content += row.lists
