// What was the lock of migrations is a lease like others.
DROP CONSTRAINT migration_lock_key IF EXISTS;
MATCH (lock:MigrationLock)
DELETE lock;
// What the analysis keeps of its runs, and imports of theirs.
CREATE CONSTRAINT analysis_key IF NOT EXISTS
FOR (analysis:Analysis) REQUIRE analysis.key IS UNIQUE;
CREATE CONSTRAINT change_key IF NOT EXISTS
FOR (change:Change) REQUIRE change.key IS UNIQUE;
// Collaborations that are no longer valid, to be found among those that are.
CREATE INDEX collaborated_until IF NOT EXISTS
FOR ()-[tie:COLLABORATED_WITH]-() ON (tie.until);
// Communities by key and the largest first; the next generation while it is being made.
CREATE CONSTRAINT community_key IF NOT EXISTS
FOR (community:Community) REQUIRE community.key IS UNIQUE;
CREATE INDEX community_size IF NOT EXISTS
FOR (community:Community) ON (community.size, community.key);
CREATE INDEX next_community_key IF NOT EXISTS
FOR (community:NextCommunity) ON (community.key);
