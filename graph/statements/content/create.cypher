// Fills in a content of a creator, whose node content/check has made.
/*
:params {creator: 'cr-1', campaign: null, coCreators: [], properties: {key: 'co-1', name: 'Unboxing', title: 'Unboxing', format: 'LIVE', published: datetime('2026-11-11T12:00:00Z')}};
returns nothing
*/
MATCH (creator:Creator {key: $creator})
MATCH (content:Content {key: $properties.key})
CREATE (creator)-[:POSTED]->(content)
SET content = $properties, creator.fresh = timestamp()
WITH content
CALL (content) {
  MATCH (campaign:Campaign {key: $campaign})
  CREATE (content)-[:FOR_CAMPAIGN]->(campaign)
}
CALL (content) {
  UNWIND range(0, size($coCreators) - 1) AS position
  MATCH (guest:Creator {key: $coCreators[position]})
  CREATE (guest)-[:APPEARS_IN {position: position}]->(content)
}
