// Which version has a scene that is to be saved? Whoever saves the same scene waits here.
/*
:params {key: 's-1'};
returns version; no row where there is none
*/
MATCH (scene:Scene {key: $key})
SET scene.lock = true
REMOVE scene.lock
RETURN scene.version AS version
