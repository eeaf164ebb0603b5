// Which contents would a package be made of?
/*
:params {contents: ['co-1'], campaign: null};
returns missing (keys of contents that do not exist), campaignExists, keys,
  size (greatest views of each, added up)
*/
CALL () {
  UNWIND $contents AS key
  MATCH (content:Content {key: key})
  RETURN content
  UNION
  MATCH (content:Content)-[:FOR_CAMPAIGN]->(:Campaign {key: $campaign})
  RETURN content
}
WITH collect(content.key) AS keys,
  sum(reduce(most = 0, views IN coalesce(content.metricsViews, []) |
    CASE WHEN views > most THEN views ELSE most END) * 1.0) AS size
RETURN keys,
  toInteger(CASE WHEN size < 9007199254740991 THEN size ELSE 9007199254740991 END) AS size,
  [key IN $contents WHERE NOT key IN keys] AS missing,
  EXISTS { MATCH (:Campaign {key: $campaign}) } AS campaignExists
