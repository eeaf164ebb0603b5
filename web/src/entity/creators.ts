/** The creators among the nodes of an answer; others, and those that are gone, are left out. */
export function creatorsOf<Node extends object>(
  nodes: readonly (Node | null)[],
): Extract<Node, { __typename: 'Creator' }>[] {
  return nodes.filter(
    (node): node is Extract<Node, { __typename: 'Creator' }> =>
      node !== null && '__typename' in node && node.__typename === 'Creator',
  );
}
