// In which contents did some agencies' creators appear together with those of other agencies, all
// under contract on the day it was published?
/*
:params {keys: ['ag-0001'], most: 1000};
returns key, content (key), day (days since 1970-01-01), people (creators in it), agencies (keys of
  those of whom a creator appeared together with another one of this agency's); the latest
  contents of at least two creators, other agencies or not
*/
UNWIND $keys AS key
CALL (key) {
  MATCH (this:Agency {key: key})<-[contract:SIGNED_WITH]-(creator:Creator)
  CALL (creator) {
    MATCH (creator)-[:APPEARS_IN]->(content:Content)
    RETURN content
    UNION
    MATCH (creator)-[:POSTED]->(content:Content)<-[:APPEARS_IN]-()
    RETURN content
  }
  WITH this, contract, creator, content, date(content.published) AS day
  WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
  WITH this, content, day, collect(DISTINCT creator) AS ours
  RETURN this, content, day, ours ORDER BY day DESC, content.key ASC LIMIT $most
}
CALL (content) {
  MATCH (content)<-[:POSTED|APPEARS_IN]-(person:Creator)
  RETURN collect(DISTINCT person) AS persons
}
WITH key, this, content, day, ours, persons
WHERE size(persons) > 1
RETURN key, content.key AS content, duration.inDays(date('1970-01-01'), day).days AS day,
  size(persons) AS people, COLLECT {
    UNWIND persons AS other
    MATCH (other)-[contract:SIGNED_WITH]->(agency:Agency)
    WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
      AND agency <> this AND any(creator IN ours WHERE creator <> other)
    RETURN DISTINCT agency.key AS agency ORDER BY agency
  } AS agencies
ORDER BY key, day DESC, content
