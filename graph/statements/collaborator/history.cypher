// What has brought creators together, by key?
/*
:params {};
returns thing (number), creators (numbers), day (days from 1970-01-01; null when unknown), brand
  (number, null for contents)
*/
CYPHER 5
MATCH (campaign:Campaign)
RETURN id(campaign) AS thing,
  COLLECT { MATCH (campaign)<-[:PARTICIPATED_IN]-(to) RETURN DISTINCT id(to) } AS creators,
  duration.inDays(date('1970-01-01'), coalesce(campaign.ends, campaign.starts)).days AS day,
  COLLECT { MATCH (campaign)<-[:RAN]-(brand) RETURN id(brand) }[0] AS brand
UNION ALL
MATCH (content:Content)
WHERE EXISTS { (content)<-[:APPEARS_IN]-() }
RETURN id(content) AS thing,
  COLLECT { MATCH (content)<-[:POSTED|APPEARS_IN]-(to) RETURN DISTINCT id(to) } AS creators,
  duration.inDays(date('1970-01-01'), date(content.published)).days AS day, null AS brand
