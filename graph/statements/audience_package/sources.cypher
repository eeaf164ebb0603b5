// Which contents would a package be made of, and who is known to have watched them?
/*
:params {contents: ['co-1'], campaign: null};
returns missing (keys of contents that do not exist), campaignExists, keys, brands (keys of those
  whose campaigns the contents and the campaign are of), watched ([[creator (key), views of a
  content: the greatest number], …])
*/
CALL () {
  UNWIND $contents AS key
  MATCH (content:Content {key: key})
  RETURN content
  UNION
  MATCH (content:Content)-[:FOR_CAMPAIGN]->(:Campaign {key: $campaign})
  RETURN content
}
WITH collect(content) AS contents
RETURN [content IN contents | content.key] AS keys,
  [key IN $contents WHERE NOT key IN [content IN contents | content.key]] AS missing,
  EXISTS { MATCH (:Campaign {key: $campaign}) } AS campaignExists,
  COLLECT {
    UNWIND contents AS content
    MATCH (content)-[:FOR_CAMPAIGN]->(:Campaign)<-[:RAN]-(brand:Brand)
    RETURN brand.key
    UNION
    MATCH (:Campaign {key: $campaign})<-[:RAN]-(brand:Brand)
    RETURN brand.key
  } AS brands,
  COLLECT {
    UNWIND contents AS content
    MATCH (content)<-[:POSTED]-(creator:Creator)
    WITH creator, reduce(most = 0, views IN coalesce(content.metricsViews, []) |
      CASE WHEN views > most THEN views ELSE most END) AS views
    WHERE views > 0
    RETURN [creator.key, views]
  } AS watched
