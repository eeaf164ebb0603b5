// Says what communities of the next generation are about: the three categories most of their
// members have, by whose names they go; by that of their most central member where they have
// none.
/*
:params {keys: ['community-1']};
returns nothing
*/
UNWIND $keys AS key
MATCH (community:NextCommunity {key: key})
WITH community, COLLECT {
  MATCH (community)<-[:IN_COMMUNITY]-()-[:IN_CATEGORY]->(category:Category)
  WITH category, count(*) AS members
  ORDER BY members DESC, category.key
  LIMIT 3
  RETURN category
} AS top
FOREACH (i IN range(0, size(top) - 1) |
  FOREACH (category IN [top[i]] | CREATE (community)-[:TOP_CATEGORY {position: i}]->(category)))
SET community.name = CASE
  WHEN size(top) > 0 THEN
    reduce(name = top[0].name, category IN tail(top) | name + ' · ' + category.name)
  ELSE COLLECT {
    MATCH (community)<-[in:IN_COMMUNITY]-(creator)
    RETURN creator.name ORDER BY in.pageRank DESC, creator.key LIMIT 1
  }[0] END
