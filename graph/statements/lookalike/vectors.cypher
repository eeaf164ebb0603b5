// Where does everybody stand?
/*
:params {place: 'likeness0'};
returns key, followers (-1 when unknown), vector
*/
MATCH (creator:Creator)
WHERE creator[$place] IS NOT NULL
RETURN creator.key AS key, creator.byFollowers AS followers, creator[$place] AS vector
