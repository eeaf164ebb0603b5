// Deletes a scene.
/*
:params {key: 's-1'};
returns deleted (its key); no row where there is none
*/
MATCH (scene:Scene {key: $key})
WITH scene, scene.key AS deleted
DETACH DELETE scene
RETURN deleted
