// The schema is one: introspection, /schema.graphql and Query.sdl say the same, as graphql-js prints it.
import assert from 'node:assert/strict';
import {
  buildClientSchema, buildSchema, getIntrospectionQuery, type IntrospectionQuery, lexicographicSortSchema, printSchema,
  validateSchema,
} from 'graphql';
import { url } from './settings.js';

async function ask<T>(query: string): Promise<T> {
  const response = await fetch(url, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json() as { data: T; errors?: unknown };
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

export default async function schema(): Promise<void> {
  const introspected = buildClientSchema(await ask<IntrospectionQuery>(getIntrospectionQuery({
    descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true,
    inputValueDeprecation: true, oneOf: true,
  })));
  assert.deepEqual(validateSchema(introspected), []);
  const text = await (await fetch(new URL('/schema.graphql', url))).text();
  assert.equal((await ask<{ sdl: string }>('{ sdl }')).sdl, text);
  const printed = printSchema(lexicographicSortSchema(buildSchema(text)));
  assert.equal(printSchema(lexicographicSortSchema(introspected)), printed);
  const flat = await (await fetch(new URL('/schema.graphql?interfaces=flat', url))).text();
  assert.deepEqual(validateSchema(buildSchema(flat)), []);
}
