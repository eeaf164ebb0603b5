// Which rows of a table have totals to be counted?
/*
:params {table: 'creators', limit: 1000};
returns key
*/
CALL () {
  MATCH (creator:Creator {stale: true})
  WHERE $table = 'creators'
  RETURN creator AS node LIMIT $limit
  UNION ALL
  MATCH (campaign:Campaign {stale: true})
  WHERE $table = 'campaigns'
  RETURN campaign AS node LIMIT $limit
  UNION ALL
  MATCH (agency:Agency {stale: true})
  WHERE $table = 'agencies'
  RETURN agency AS node LIMIT $limit
  UNION ALL
  MATCH (brand:Brand {stale: true})
  WHERE $table = 'brands'
  RETURN brand AS node LIMIT $limit
}
RETURN node.key AS key
ORDER BY key
