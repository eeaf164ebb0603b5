// How do all creators fall into categories and tiers?
/*
:params {first: 10}
returns creators
*/
CALL () {
  CALL () {
    MATCH (category:Category)<-[:IN_CATEGORY]-(creator:Creator)
    RETURN category, count(*) AS count, sum(creator.followers) AS followers
    UNION ALL
    MATCH (creator:Creator)
    WHERE NOT EXISTS { (creator)-[:IN_CATEGORY]->() }
    WITH count(*) AS count, sum(creator.followers) AS followers
    WHERE count > 0
    RETURN null AS category, count, followers
  }
  WITH category, count, followers
  ORDER BY count DESC, category.key
  LIMIT $first
  RETURN collect({key: category.key, label: category.name, count: count, followers: followers})
    AS categories
}
CALL () {
  MATCH (creator:Creator)
  WHERE creator.byFollowers IS NOT NULL
  WITH creator.byFollowers AS size
  WITH CASE
    WHEN size < 0 THEN null
    WHEN size < 5000 THEN 0
    WHEN size < 20000 THEN 1
    WHEN size < 100000 THEN 2
    WHEN size < 1000000 THEN 3
    ELSE 4 END AS tier, count(*) AS count, sum(size) AS followers
  ORDER BY count DESC, tier
  RETURN collect({key: ['NANO', 'MICRO', 'MID', 'MACRO', 'MEGA'][tier],
    label: ['尾部 · nano', '尾部 · micro', '尾部 · mid', '腰部 · macro', '头部 · mega'][tier],
    count: count, followers: CASE WHEN tier IS NOT NULL THEN followers END}) AS tiers
}
RETURN {totalCount: COUNT { (:Creator) }, categories: categories, tiers: tiers} AS creators
