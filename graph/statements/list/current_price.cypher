// What does a creator on a list cost: the price agreed, or else the one asked for the format
// chosen?
/*
:params {};
this MATCH (:CreatorList {key: 'l-1'})-[this:LISTS]->(:Creator {key: 'cr-1'})
returns value (fen; null when neither is known)
*/
WITH this, endNode(this) AS creator
RETURN coalesce(this.price, CASE this.format
    WHEN 'SHORT_VIDEO' THEN creator.priceShortVideo
    WHEN 'MID_VIDEO' THEN creator.priceMidVideo
    WHEN 'IMAGE_TEXT' THEN creator.priceImageText
    WHEN 'LIVE' THEN creator.priceLive
  END) AS value
