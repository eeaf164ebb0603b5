// Which contents are there, by key, after one?
/*
:params {after: '', limit: 1000}
returns key, rows (one, in the order of contents's columns)
*/
MATCH (content:Content)
WHERE content.key > $after
WITH content
ORDER BY content.key
LIMIT $limit
RETURN content.key AS key, [[
  content.key, head(COLLECT { MATCH (content)<-[:POSTED]-(creator:Creator) RETURN creator.key }),
  head(COLLECT { MATCH (content)-[:FOR_CAMPAIGN]->(campaign:Campaign) RETURN campaign.key }),
  content.format, content.title, toString(content.published), content.component, content.tags,
  COLLECT { MATCH (content)<-[in:APPEARS_IN]-(to) RETURN to.key ORDER BY in.position, to.key }
]] AS rows
ORDER BY key
