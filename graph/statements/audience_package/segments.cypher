// Who are the people of a package? Its contents' creators' audiences, weighted by views.
/*
:params {}, this: an AudiencePackage
returns segment, share
*/
MATCH (this)-[:FROM]->(content:Content)<-[:POSTED]-(creator:Creator)
WITH creator, sum(coalesce(content.metricsViews[-1], 0)) AS views
WITH creator, CASE WHEN views > 0 THEN toFloat(views) ELSE 1.0 END AS weight
WITH collect({creator: creator, weight: weight}) AS parts, sum(weight) AS total
UNWIND parts AS part
WITH part.creator AS creator, part.weight / total AS weight
MATCH (creator)-[reaches:REACHES]->(segment:Segment)
RETURN segment, sum(weight * reaches.share) AS share
