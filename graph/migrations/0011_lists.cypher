// Lists of creators.
CREATE CONSTRAINT creatorList_key IF NOT EXISTS
FOR (list:CreatorList) REQUIRE list.key IS UNIQUE;
CREATE INDEX creatorList_changed IF NOT EXISTS
FOR (list:CreatorList) ON (list.changed, list.key);
// What explorers save of their views.
CREATE CONSTRAINT scene_key IF NOT EXISTS
FOR (scene:Scene) REQUIRE scene.key IS UNIQUE;
CREATE INDEX scene_changed IF NOT EXISTS
FOR (scene:Scene) ON (scene.changed, scene.key);
