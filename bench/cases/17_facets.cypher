// How do creators of some regions, languages and sizes fall into categories and tiers?
/*
:params {regions: ['四川'], languages: ['zh'], verified: false, min: 5000, below: 100000}
returns creators
*/
CALL () {
  MATCH (creator:Creator)
  WHERE creator.region IN $regions AND creator.language IN $languages
    AND creator.verified = $verified
    AND creator.byFollowers >= $min AND creator.byFollowers < $below
  RETURN collect(creator) AS creators
}
CALL (creators) {
  UNWIND creators AS creator
  OPTIONAL MATCH (creator)-[:IN_CATEGORY]->(category)
  WITH category, count(*) AS count, sum(creator.followers) AS followers
  ORDER BY count DESC, category.key
  LIMIT 10
  RETURN collect({key: category.key, label: category.name, count: count, followers: followers})
    AS categories
}
CALL (creators) {
  UNWIND creators AS creator
  WITH CASE
    WHEN creator.byFollowers < 0 THEN null
    WHEN creator.byFollowers < 5000 THEN 0
    WHEN creator.byFollowers < 20000 THEN 1
    WHEN creator.byFollowers < 100000 THEN 2
    WHEN creator.byFollowers < 1000000 THEN 3
    ELSE 4 END AS tier, count(*) AS count, sum(creator.followers) AS followers
  ORDER BY count DESC, tier
  RETURN collect({key: ['NANO', 'MICRO', 'MID', 'MACRO', 'MEGA'][tier],
    label: ['尾部 · nano', '尾部 · micro', '尾部 · mid', '腰部 · macro', '头部 · mega'][tier],
    count: count, followers: followers}) AS tiers
}
RETURN {totalCount: size(creators), categories: categories, tiers: tiers} AS creators
