// Which campaigns and contents have some creators worked on, and who else did?
/*
:params {creators: [1]};
returns thing, creators (numbers), day (days from 1970-01-01; null when unknown), brand (number,
  null for contents)
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator:Creator)-[:PARTICIPATED_IN]->(campaign:Campaign)
WHERE id(creator) = number
WITH DISTINCT campaign
RETURN id(campaign) AS thing,
  COLLECT { MATCH (campaign)<-[:PARTICIPATED_IN]-(to) RETURN DISTINCT id(to) } AS creators,
  duration.inDays(date('1970-01-01'), coalesce(campaign.ends, campaign.starts)).days AS day,
  COLLECT { MATCH (campaign)<-[:RAN]-(brand) RETURN id(brand) }[0] AS brand
UNION ALL
UNWIND $creators AS number
MATCH (creator:Creator)-[:POSTED|APPEARS_IN]->(content:Content)
WHERE id(creator) = number AND EXISTS { (content)<-[:APPEARS_IN]-() }
WITH DISTINCT content
RETURN id(content) AS thing,
  COLLECT { MATCH (content)<-[:POSTED|APPEARS_IN]-(to) RETURN DISTINCT id(to) } AS creators,
  duration.inDays(date('1970-01-01'), date(content.published)).days AS day, null AS brand
