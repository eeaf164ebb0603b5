// Creators of whom something has changed since they were placed among those alike.
CREATE INDEX creator_fresh IF NOT EXISTS
FOR (creator:Creator) ON (creator.fresh);
