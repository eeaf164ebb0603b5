// Which campaigns share a category with some campaigns and began within the year before them, and
// what came of them? A campaign itself is among its own, and comes first.
/*
:params {keys: ['ca-1']};
returns key, campaigns (the latest first: [key, brand, category, objective, budget, day (from
  1970-01-01), works]); a work is [source, fee, impressions, engagements, clicks, conversions, gmv,
  followers, price]
*/
UNWIND $keys AS key
MATCH (this:Campaign {key: key})
CALL (this) {
  RETURN this AS campaign, 0 AS place
  UNION
  MATCH (this)-[:IN_CATEGORY]->(:Category)<-[:IN_CATEGORY]-(campaign:Campaign)
  WHERE campaign <> this
    AND campaign.starts <= this.starts AND campaign.starts >= this.starts - duration({days: 365})
  WITH DISTINCT campaign
  ORDER BY campaign.starts DESC, campaign.key LIMIT 120
  RETURN campaign, 1 AS place
}
WITH key, place, campaign
ORDER BY key, place, campaign.starts DESC, campaign.key
RETURN key, collect([campaign.key, COLLECT {
      MATCH (campaign)<-[:RAN]-(brand) RETURN brand.key ORDER BY brand.key LIMIT 1
    }[0], COLLECT {
      MATCH (campaign)-[in:IN_CATEGORY]->(category)
      RETURN category.key ORDER BY in.position, category.key LIMIT 1
    }[0], campaign.objective, campaign.budget,
    duration.inDays(date('1970-01-01'), campaign.starts).days, COLLECT {
      MATCH (campaign)<-[did:PARTICIPATED_IN]-(creator)
      WHERE did.source IS NOT NULL
      RETURN [did.source, did.fee, did.impressions, did.engagements, did.clicks, did.conversions,
        did.gmv, creator.followers, coalesce(creator.priceShortVideo, creator.priceMidVideo,
          creator.priceImageText, creator.priceLive)] ORDER BY creator.key
    }]) AS campaigns
