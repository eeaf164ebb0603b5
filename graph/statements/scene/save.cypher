// Saves a scene; what is null is cleared. It has been locked before, or just made.
/*
:params {key: 's-1', properties: {name: 'Double 11', note: null, document: '{}'}};
returns nothing
*/
MATCH (scene:Scene {key: $key})
SET scene += $properties, scene.changed = datetime(),
  scene.created = coalesce(scene.created, datetime()),
  scene.version = coalesce(scene.version, 0) + 1
