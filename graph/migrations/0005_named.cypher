// Names that can be searched for as a whole, where a version before this one has written them.
MATCH (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
WHERE entity.named IS NULL AND size(entity.name) <= 400
CALL (entity) {
  SET entity.named = entity.name
} IN TRANSACTIONS OF 10000 ROWS;
