// Search by name, handle and what creators say of themselves. The cjk analyzer cuts Chinese,
// Japanese and Korean into overlapping pairs of characters and other scripts into words.
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS
FOR (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
ON EACH [entity.name, entity.handle, entity.bio]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
