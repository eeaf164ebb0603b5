// Creators by the share of followers they are expected to gain, in two places: while one is read the other is written.
CREATE INDEX creator_rising0 IF NOT EXISTS
FOR (creator:Creator) ON (creator.rising0);
CREATE INDEX creator_rising1 IF NOT EXISTS
FOR (creator:Creator) ON (creator.rising1);
