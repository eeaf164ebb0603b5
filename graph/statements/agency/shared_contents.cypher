// In which contents did an agency's creators appear together with those of other agencies, all
// under contract on the day it was published?
/*
:params {key: 'ag-0001', most: 1000};
returns content (key), day (days since 1970-01-01), people (creators in it), agencies (keys of those
  of whom a creator appeared together with another one of this agency's); the latest contents of at
  least two creators, other agencies or not
*/
MATCH (this:Agency {key: $key})<-[contract:SIGNED_WITH]-(creator:Creator)
CALL (contract, creator) {
  MATCH (creator)-[:APPEARS_IN]->(content:Content)
  RETURN content
  UNION
  MATCH (creator)-[:POSTED]->(content:Content)<-[:APPEARS_IN]-()
  RETURN content
}
WITH this, contract, creator, content, date(content.published) AS day
WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
WITH this, content, day, collect(DISTINCT creator) AS ours
ORDER BY day DESC, content.key ASC
LIMIT $most
CALL (content) {
  MATCH (content)<-[:POSTED|APPEARS_IN]-(person:Creator)
  RETURN collect(DISTINCT person) AS persons
}
WITH this, content, day, ours, persons
WHERE size(persons) > 1
CALL (this, day, ours, persons) {
  UNWIND persons AS other
  MATCH (other)-[theirs:SIGNED_WITH]->(agency:Agency)
  WHERE theirs.since <= day AND (theirs.until IS NULL OR theirs.until >= day)
    AND agency <> this
    AND any(creator IN ours WHERE creator <> other)
  WITH DISTINCT agency.key AS agency
  ORDER BY agency
  RETURN collect(agency) AS agencies
}
RETURN content.key AS content, duration.inDays(date('1970-01-01'), day).days AS day,
  size(persons) AS people, agencies
ORDER BY day DESC, content
