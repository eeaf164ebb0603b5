// Is the key of a scene to be made taken? Its node is made here, so that of several requests for
// one key all but one wait and then find it taken.
/*
:params {key: 's-1'};
returns taken
*/
MERGE (scene:Scene {key: $key})
ON CREATE SET scene.fresh = true
WITH scene, scene.fresh IS NULL AS taken
REMOVE scene.fresh
RETURN taken
