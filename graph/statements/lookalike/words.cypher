// What does each creator write: about itself, and over its contents?
/*
:params {};
returns id, bio, titles, tags (of each of titles), days (of each, from 1970-01-01; null when
  unknown)
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
WITH creator, COLLECT {
  MATCH (creator)-[:POSTED]->(content)
  WITH content
  ORDER BY content.key
  RETURN [content.title, content.tags,
    duration.inDays(date('1970-01-01'), date(content.published)).days]
} AS posts
WHERE creator.bio IS NOT NULL OR size(posts) > 0
RETURN id(creator) AS id, creator.bio AS bio, [post IN posts | post[0]] AS titles,
  [post IN posts | post[1]] AS tags, [post IN posts | post[2]] AS days
