// Fills in a campaign of a brand, whose node campaign/check has made.
/*
:params {brand: 'b-1', categories: ['c-1'], segments: [], starts: '2026-11-01', ends: null, properties: {key: 'ca-1', name: 'Double 11', byName: '2a', byStarts: 20758, byBudget: -1}};
returns nothing
*/
MATCH (brand:Brand {key: $brand})
MATCH (campaign:Campaign {key: $properties.key})
CREATE (brand)-[:RAN]->(campaign)
SET campaign = $properties, campaign.starts = date($starts), campaign.ends = date($ends),
  campaign.creatorCount = 0, campaign.impressions = 0, campaign.spend = 0,
  brand.campaignCount = coalesce(brand.campaignCount, 0) + 1
WITH campaign
CALL (campaign) {
  UNWIND range(0, size($categories) - 1) AS position
  MATCH (category:Category {key: $categories[position]})
  CREATE (campaign)-[:IN_CATEGORY {position: position}]->(category)
}
CALL (campaign) {
  UNWIND range(0, size($segments) - 1) AS position
  MATCH (segment:Segment {key: $segments[position]})
  CREATE (campaign)-[:TARGETS {position: position}]->(segment)
}
