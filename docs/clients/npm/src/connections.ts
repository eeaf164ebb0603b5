// What a normalised cache must know of this schema, read from its introspection so that no field is forgotten.
import type { IntrospectionQuery } from 'graphql';

interface ConnectionField {
  type: string;
  field: string;
  /** The arguments that make it another list; the others say where a page lies. */
  keyArgs: string[];
}

const paging = ['first', 'after', 'last', 'before'];

type Field = { name: string; type: unknown; args: readonly { name: string }[] };
type Type = { kind: string; name: string; fields?: readonly Field[] | null };

function named(type: unknown): string {
  const { name, ofType } = type as { name?: string | null; ofType?: unknown };
  return name ?? named(ofType);
}

function objects(schema: IntrospectionQuery): Type[] {
  return (schema.__schema.types as readonly Type[]).filter((type) => type.kind === 'OBJECT');
}

/** The fields that give connections. */
export function connections(schema: IntrospectionQuery): ConnectionField[] {
  return objects(schema).flatMap(({ name, fields }) =>
    (fields ?? [])
      .filter((field) => named(field.type).endsWith('Connection'))
      .map((field) => ({
        type: name,
        field: field.name,
        keyArgs: field.args.map((arg) => arg.name).filter((arg) => !paging.includes(arg)),
      })),
  );
}

/** The objects that have no id: they belong to the object they were found in. */
export function embedded(schema: IntrospectionQuery): string[] {
  return objects(schema)
    .filter(({ fields }) => !fields?.some((field) => field.name === 'id'))
    .map(({ name }) => name);
}
