// A search puts what has exactly that name first.
CREATE INDEX creator_named IF NOT EXISTS
FOR (creator:Creator) ON (creator.named);
CREATE INDEX agency_named IF NOT EXISTS
FOR (agency:Agency) ON (agency.named);
CREATE INDEX brand_named IF NOT EXISTS
FOR (brand:Brand) ON (brand.named);
CREATE INDEX campaign_named IF NOT EXISTS
FOR (campaign:Campaign) ON (campaign.named);
CREATE INDEX content_named IF NOT EXISTS
FOR (content:Content) ON (content.named);
CREATE INDEX category_named IF NOT EXISTS
FOR (category:Category) ON (category.named);
CREATE INDEX platform_named IF NOT EXISTS
FOR (platform:Platform) ON (platform.named);
CREATE INDEX segment_named IF NOT EXISTS
FOR (segment:Segment) ON (segment.named);
CREATE INDEX programme_named IF NOT EXISTS
FOR (programme:Programme) ON (programme.named);
