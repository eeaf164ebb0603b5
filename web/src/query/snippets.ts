// A question as code that somebody else can run: curl, TypeScript, Python.

import type { AnyDocument } from '../api/document';

export const forms = ['curl', 'TypeScript', 'Python'] as const;

export type Form = (typeof forms)[number];

/** The code that asks the same question of the server at `address`. */
export function snippet(form: Form, document: Pick<AnyDocument, 'text'>, variables: unknown, address: string): string {
  switch (form) {
    case 'curl': {
      const body = JSON.stringify({ query: document.text, variables }, null, 1);
      return [
        `curl ${quote(address)}`,
        `  -H 'Content-Type: application/json'`,
        `  --data-binary ${quote(body)}`,
      ].join(' \\\n');
    }
    case 'TypeScript':
      return `const query = ${JSON.stringify(document.text)};
const variables = ${JSON.stringify(variables, null, 2)};

const response = await fetch(${JSON.stringify(address)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(data);
`;
    case 'Python':
      return `import json
import urllib.request

query = ${JSON.stringify(document.text)}
variables = json.loads(${JSON.stringify(JSON.stringify(variables))})

request = urllib.request.Request(
    ${JSON.stringify(address)},
    data=json.dumps({"query": query, "variables": variables}).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if answer.get("errors"):
    raise SystemExit(answer["errors"][0]["message"])
print(json.dumps(answer["data"], ensure_ascii=False, indent=2))
`;
  }
}

/** A word of a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The address of GraphiQL with a question in it. It stands after #, so that no server logs it. */
export function graphiqlAddress(document: Pick<AnyDocument, 'text'>, variables: unknown): string {
  const parts = new URLSearchParams({ query: document.text, variables: JSON.stringify(variables, null, 2) });
  return `/graphiql/#${parts.toString()}`;
}
