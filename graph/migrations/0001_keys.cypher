// Every entity is found by its key, and no key stands for two of a kind.
CREATE CONSTRAINT platform_key IF NOT EXISTS
FOR (platform:Platform) REQUIRE platform.key IS UNIQUE;
CREATE CONSTRAINT category_key IF NOT EXISTS
FOR (category:Category) REQUIRE category.key IS UNIQUE;
CREATE CONSTRAINT segment_key IF NOT EXISTS
FOR (segment:Segment) REQUIRE segment.key IS UNIQUE;
CREATE CONSTRAINT programme_key IF NOT EXISTS
FOR (programme:Programme) REQUIRE programme.key IS UNIQUE;
CREATE CONSTRAINT agency_key IF NOT EXISTS
FOR (agency:Agency) REQUIRE agency.key IS UNIQUE;
CREATE CONSTRAINT creator_key IF NOT EXISTS
FOR (creator:Creator) REQUIRE creator.key IS UNIQUE;
CREATE CONSTRAINT brand_key IF NOT EXISTS
FOR (brand:Brand) REQUIRE brand.key IS UNIQUE;
CREATE CONSTRAINT campaign_key IF NOT EXISTS
FOR (campaign:Campaign) REQUIRE campaign.key IS UNIQUE;
CREATE CONSTRAINT content_key IF NOT EXISTS
FOR (content:Content) REQUIRE content.key IS UNIQUE;
CREATE CONSTRAINT audiencePackage_key IF NOT EXISTS
FOR (audiencePackage:AudiencePackage) REQUIRE audiencePackage.key IS UNIQUE;
// What an import has done so far, and which requests of clients have been carried out.
CREATE CONSTRAINT import_key IF NOT EXISTS
FOR (import:Import) REQUIRE import.key IS UNIQUE;
CREATE CONSTRAINT request_key IF NOT EXISTS
FOR (request:Request) REQUIRE request.key IS UNIQUE;
