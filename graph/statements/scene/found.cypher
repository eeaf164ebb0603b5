// Which scenes have a text in their name or note?
/*
:params {text: 'Double 11', textFolded: 'double11'};
returns scene
*/
MATCH (scene:Scene)
WHERE $text IS NULL OR scene.spelt CONTAINS $textFolded
  OR toLower(scene.note) CONTAINS toLower($text)
RETURN scene
