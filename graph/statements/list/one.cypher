// Which list has a key?
/*
:params {list: 'l-1'};
returns creatorList
*/
MATCH (creatorList:CreatorList {key: $list})
RETURN creatorList
