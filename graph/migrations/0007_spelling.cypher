// Names are found by how they are spelt (docs/model.md), exact ones included: what found only these goes.
// The names of a database that was filled before are spelt between this file and the next.
DROP INDEX creator_named IF EXISTS;
DROP INDEX agency_named IF EXISTS;
DROP INDEX brand_named IF EXISTS;
DROP INDEX campaign_named IF EXISTS;
DROP INDEX content_named IF EXISTS;
DROP INDEX category_named IF EXISTS;
DROP INDEX platform_named IF EXISTS;
DROP INDEX segment_named IF EXISTS;
DROP INDEX programme_named IF EXISTS;
DROP INDEX entity_text IF EXISTS;
