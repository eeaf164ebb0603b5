// What filters look up by value.
CREATE INDEX creator_region IF NOT EXISTS
FOR (creator:Creator) ON (creator.region);
CREATE INDEX creator_language IF NOT EXISTS
FOR (creator:Creator) ON (creator.language);
CREATE INDEX creator_gender IF NOT EXISTS
FOR (creator:Creator) ON (creator.gender);
CREATE INDEX creator_verified IF NOT EXISTS
FOR (creator:Creator) ON (creator.verified);
CREATE INDEX agency_region IF NOT EXISTS
FOR (agency:Agency) ON (agency.region);
CREATE INDEX agency_next_change IF NOT EXISTS
FOR (agency:Agency) ON (agency.nextChange);
CREATE INDEX brand_industry IF NOT EXISTS
FOR (brand:Brand) ON (brand.industry);
CREATE INDEX campaign_objective IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.objective);
CREATE INDEX campaign_starts_date IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.starts);
CREATE INDEX campaign_ends_date IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.ends);
// Names by any part of them.
CREATE TEXT INDEX creator_name_text IF NOT EXISTS
FOR (creator:Creator) ON (creator.name);
CREATE TEXT INDEX creator_key_text IF NOT EXISTS
FOR (creator:Creator) ON (creator.key);
CREATE TEXT INDEX agency_name_text IF NOT EXISTS
FOR (agency:Agency) ON (agency.name);
CREATE TEXT INDEX agency_key_text IF NOT EXISTS
FOR (agency:Agency) ON (agency.key);
CREATE TEXT INDEX brand_name_text IF NOT EXISTS
FOR (brand:Brand) ON (brand.name);
CREATE TEXT INDEX brand_key_text IF NOT EXISTS
FOR (brand:Brand) ON (brand.key);
CREATE TEXT INDEX campaign_name_text IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.name);
CREATE TEXT INDEX campaign_key_text IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.key);
// What still has totals to be counted.
CREATE INDEX creator_stale IF NOT EXISTS
FOR (creator:Creator) ON (creator.stale);
CREATE INDEX agency_stale IF NOT EXISTS
FOR (agency:Agency) ON (agency.stale);
CREATE INDEX brand_stale IF NOT EXISTS
FOR (brand:Brand) ON (brand.stale);
CREATE INDEX campaign_stale IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.stale);
