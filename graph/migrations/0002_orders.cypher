// Each order of the API walks one of these, the key breaking ties; ranges use them too.
CREATE INDEX creator_by_name IF NOT EXISTS
FOR (creator:Creator) ON (creator.byName, creator.key);
CREATE INDEX creator_by_followers IF NOT EXISTS
FOR (creator:Creator) ON (creator.byFollowers, creator.key);
CREATE INDEX creator_by_price_short_video IF NOT EXISTS
FOR (creator:Creator) ON (creator.byPriceShortVideo, creator.key);
CREATE INDEX creator_by_price_mid_video IF NOT EXISTS
FOR (creator:Creator) ON (creator.byPriceMidVideo, creator.key);
CREATE INDEX creator_by_price_image_text IF NOT EXISTS
FOR (creator:Creator) ON (creator.byPriceImageText, creator.key);
CREATE INDEX creator_by_price_live IF NOT EXISTS
FOR (creator:Creator) ON (creator.byPriceLive, creator.key);
CREATE INDEX creator_by_joined IF NOT EXISTS
FOR (creator:Creator) ON (creator.byJoined, creator.key);
CREATE INDEX creator_by_growth IF NOT EXISTS
FOR (creator:Creator) ON (creator.byGrowth, creator.key);
CREATE INDEX creator_campaign_count IF NOT EXISTS
FOR (creator:Creator) ON (creator.campaignCount, creator.key);
CREATE INDEX creator_brand_count IF NOT EXISTS
FOR (creator:Creator) ON (creator.brandCount, creator.key);
CREATE INDEX creator_spend IF NOT EXISTS
FOR (creator:Creator) ON (creator.spend, creator.key);
CREATE INDEX creator_by_cpm IF NOT EXISTS
FOR (creator:Creator) ON (creator.byCpm, creator.key);
CREATE INDEX agency_by_name IF NOT EXISTS
FOR (agency:Agency) ON (agency.byName, agency.key);
CREATE INDEX agency_creator_count IF NOT EXISTS
FOR (agency:Agency) ON (agency.creatorCount, agency.key);
CREATE INDEX agency_by_followers IF NOT EXISTS
FOR (agency:Agency) ON (agency.byFollowers, agency.key);
CREATE INDEX agency_spend IF NOT EXISTS
FOR (agency:Agency) ON (agency.spend, agency.key);
CREATE INDEX brand_by_name IF NOT EXISTS
FOR (brand:Brand) ON (brand.byName, brand.key);
CREATE INDEX brand_campaign_count IF NOT EXISTS
FOR (brand:Brand) ON (brand.campaignCount, brand.key);
CREATE INDEX brand_creator_count IF NOT EXISTS
FOR (brand:Brand) ON (brand.creatorCount, brand.key);
CREATE INDEX brand_spend IF NOT EXISTS
FOR (brand:Brand) ON (brand.spend, brand.key);
CREATE INDEX campaign_by_name IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.byName, campaign.key);
CREATE INDEX campaign_by_starts IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.byStarts, campaign.key);
CREATE INDEX campaign_by_budget IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.byBudget, campaign.key);
CREATE INDEX campaign_creator_count IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.creatorCount, campaign.key);
CREATE INDEX campaign_impressions IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.impressions, campaign.key);
CREATE INDEX campaign_spend IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.spend, campaign.key);
