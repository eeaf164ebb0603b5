// Puts creators on a list, or changes what is said of those on it; what is null is cleared, what is
// not there stays. What says nothing new changes nothing.
/*
:params {key: 'l-1', items: [{creator: 'cr-1', first: {status: 'CANDIDATE', byStatus: 0, position: 3, byPosition: 3}, values: {grade: 'S', note: null}}]};
takes each creator once; first is for those who are not on the list
returns nothing
*/
MATCH (list:CreatorList {key: $key})
UNWIND $items AS row
MATCH (creator:Creator {key: row.creator})
MERGE (list)-[item:LISTS]->(creator)
ON CREATE SET item = row.first, item.added = datetime()
WITH list, item, row
WHERE item.changed IS NULL OR any(name IN keys(row.values)
  WHERE NOT coalesce(
    item[name] = row.values[name], item[name] IS NULL AND row.values[name] IS NULL))
SET item += row.values, item.changed = datetime()
WITH DISTINCT list
SET list.changed = datetime()
