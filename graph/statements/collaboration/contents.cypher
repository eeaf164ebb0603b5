// Who made each content that several people made, and when was it published?
/*
:params {}
returns key, day (days since 1970-01-01, null when unknown), creators (keys)
*/
MATCH (content:Content)<-[:APPEARS_IN]-(:Creator)
WITH DISTINCT content
WITH content, COLLECT {
  MATCH (content)<-[:POSTED|APPEARS_IN]-(creator:Creator)
  RETURN DISTINCT creator.key
} AS creators
WHERE size(creators) > 1
RETURN content.key AS key, creators,
  duration.inDays(date('1970-01-01'), date(content.published)).days AS day
