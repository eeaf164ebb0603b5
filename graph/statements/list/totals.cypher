// What do the creators on lists come to, by status?
/*
:params {keys: ['l-1'], status: null};
returns list (key), status, creators, price (fen), priced (creators with a price), followers,
  followed (creators with known followers)
*/
UNWIND $keys AS key
MATCH (:CreatorList {key: key})-[item:LISTS]->(creator:Creator)
WHERE $status IS NULL OR item.status IN $status
WITH key, item.status AS status, creator.followers AS followers, coalesce(item.price,
  CASE item.format
    WHEN 'SHORT_VIDEO' THEN creator.priceShortVideo
    WHEN 'MID_VIDEO' THEN creator.priceMidVideo
    WHEN 'IMAGE_TEXT' THEN creator.priceImageText
    WHEN 'LIVE' THEN creator.priceLive
  END) AS price
RETURN key AS list, status, count(*) AS creators, sum(toFloat(price)) AS price,
  count(price) AS priced, sum(toFloat(followers)) AS followers, count(followers) AS followed
