// Search by names as they are spelt, written and typed, whose forms are cut into words already; and by
// words in names, handles and bios, of which the cjk analyzer cuts Chinese, Japanese and Korean into
// overlapping pairs of characters and other scripts into words. Marks narrow both down.
CREATE FULLTEXT INDEX entity_spelt IF NOT EXISTS
FOR (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
ON EACH [entity.spelt, entity.marks]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS
FOR (entity:Creator|Agency|Brand|Campaign|Content|Category|Platform|Segment|Programme)
ON EACH [entity.name, entity.handle, entity.bio, entity.marks]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
