// Which creators are on lists, by list, after one?
/*
:params {after: '', limit: 1000};
returns key (the list's), rows (in the order of list_items's columns)
*/
MATCH (list:CreatorList)
WHERE list.key > $after
WITH list
ORDER BY list.key
LIMIT $limit
RETURN list.key AS key, COLLECT {
  MATCH (list)-[item:LISTS]->(creator:Creator)
  RETURN [list.key, creator.key, item.status, item.position, item.grade, item.tags, item.note,
    item.reason, item.format, item.price, item.replaces] AS row
  ORDER BY creator.key
} AS rows
ORDER BY key
