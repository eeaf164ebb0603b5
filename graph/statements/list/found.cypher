// Which lists are for a campaign and have a text in their name or note?
/*
:params {campaign: null, text: 'Double 11', textFolded: 'double11'};
returns creatorList
*/
MATCH (creatorList:CreatorList)
WHERE ($campaign IS NULL OR EXISTS { (creatorList)-[:MADE_FOR]->(:Campaign {key: $campaign}) })
  AND ($text IS NULL OR creatorList.spelt CONTAINS $textFolded
    OR toLower(creatorList.note) CONTAINS toLower($text))
RETURN creatorList
