// Keeps what was counted of a content.
/*
:params {content: 'co-1', lists: {metricsAt: [1762819200], metricsViews: [100]}}
returns nothing
*/
MATCH (content:Content {key: $content})
SET content += $lists
