// Who made each content that several people made, and when was it published? By the contents' keys.
/*
:params {};
returns day (days since 1970-01-01, null when unknown), creators (the database's numbers)
*/
CYPHER 5
MATCH (content:Content)<-[:APPEARS_IN]-(:Creator)
WITH DISTINCT content
WITH content, COLLECT {
  MATCH (content)<-[:POSTED|APPEARS_IN]-(creator:Creator)
  RETURN DISTINCT id(creator)
} AS creators
WHERE size(creators) > 1
RETURN creators,
  duration.inDays(date('1970-01-01'), date(content.published)).days AS day
ORDER BY content.key
