// Who are the people of a package? Its contents' creators' audiences, weighted by views.
// Of each content its greatest number counts; a creator counts only in dimensions of known shares.
// Segments of fewer than 50 people are left out, so that nobody is singled out.
/*
:params {};
this MATCH (this:AudiencePackage {key: 'ap-1'})
returns segment, share
*/
MATCH (this)-[:FROM]->(content:Content)<-[:POSTED]-(creator:Creator)
WITH this, creator, sum(reduce(most = 0.0, views IN coalesce(content.metricsViews, []) |
  CASE WHEN views > most THEN views ELSE most END)) AS views
WITH this, creator, CASE WHEN views > 0 THEN toFloat(views) ELSE 1.0 END AS weight
MATCH (creator)-[reaches:REACHES]->(segment:Segment)
WITH this, segment.dimension AS dimension, creator, weight,
  collect({segment: segment, share: reaches.share}) AS shares
WITH this, dimension, collect({weight: weight, shares: shares}) AS parts, sum(weight) AS total
UNWIND parts AS part
UNWIND part.shares AS reached
WITH this, reached.segment AS segment, sum(part.weight / total * reached.share) AS share
WHERE share * this.size >= 50
RETURN segment, share
