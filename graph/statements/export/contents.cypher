// Which contents are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of contents's columns)
*/
MATCH (content:Content)
WHERE content.key > $after AND ($keys IS NULL OR content.key IN $keys)
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
