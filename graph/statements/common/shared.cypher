// What are several of some entities connected with, the best first? That is by the measure of
// Adamic and Adar (2003): how many share it, less the better connected it is with everything.
/*
:params {of: [{place: 0, type: 'Creator', key: 'cr-1'}, {place: 1, type: 'Creator', key: 'cr-2'}], labels: ['Brand'], most: 50};
returns type, key, shared (places of those who share it), place (unique among the rows)
*/
UNWIND $of AS one
MATCH (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme
  {key: one.key})
WHERE labels(entity)[0] = one.type
CALL (entity) {
  MATCH (entity)-[:PARTICIPATED_IN|SIGNED_WITH|RAN|IN_CATEGORY|ON_PLATFORM|REACHES|TARGETS|
    MEMBER_OF|POSTED|APPEARS_IN|FOR_CAMPAIGN|PART_OF]-(other)
  RETURN other
  UNION
  MATCH (entity:Creator)-[:PARTICIPATED_IN]->(:Campaign)<-[:RAN]-(other:Brand)
  RETURN other
  UNION
  MATCH (entity:Brand)-[:RAN]->(:Campaign)<-[:PARTICIPATED_IN]-(other:Creator)
  RETURN other
}
WITH one, other
WHERE labels(other)[0] IN $labels
WITH other, collect(one.place) AS shared
WHERE size(shared) > 1
WITH shared, size(shared) / log(1 + COUNT { (other)--() }) AS worth, labels(other)[0] AS type,
  other.key AS key, labels(other)[0] + ':' + other.key AS place
ORDER BY worth DESC, place
LIMIT $most
RETURN type, key, shared, place
