// Creators whose prices change on some day to come because their rate cards do.
CREATE INDEX creator_rates_change IF NOT EXISTS
FOR (creator:Creator) ON (creator.ratesChange);
