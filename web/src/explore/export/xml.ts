// The two forms of XML that graph tools read.

import { radiusOf } from '../../graph/radius';
import { identities, magnitudeOf, noteOf, propertiesOf, weightOf, xml, type Exported } from './exported';

/** GraphML 1.0, which Gephi, yEd, Cytoscape and networkx read. */
export function toGraphml(scene: Exported): string {
  const names = identities(scene);
  const properties = [...new Set(scene.links.flatMap((link) => propertiesOf(link, scene.isSafe).map(([name]) => name)))].sort();
  const nodes = scene.nodes.map((node) => {
    const [x, y] = scene.positions.get(node.id) ?? [0, 0];
    const data = [
      `<data key="label">${xml(scene.nameOf(node))}</data>`,
      `<data key="kind">${node.kind}</data>`,
      ...(magnitudeOf(node, scene.isSafe) === null ? [] : [`<data key="followers">${magnitudeOf(node, scene.isSafe)}</data>`]),
      ...(noteOf(scene, node.id) ? [`<data key="note">${xml(noteOf(scene, node.id))}</data>`] : []),
      `<data key="x">${x.toFixed(1)}</data><data key="y">${y.toFixed(1)}</data>`,
    ];
    return `  <node id="${xml(names.get(node.id)!)}">${data.join('')}</node>`;
  });
  const links = scene.links.map((link, i) => {
    const weight = weightOf(link, scene.isSafe);
    const data = [
      `<data key="linkKind">${link.kind}</data>`,
      ...(weight === null ? [] : [`<data key="weight">${weight}</data>`]),
      ...propertiesOf(link, scene.isSafe).map(([name, value]) => `<data key="p${properties.indexOf(name)}">${xml(value)}</data>`),
    ];
    return `  <edge id="e${i}" source="${xml(names.get(link.from)!)}" target="${xml(names.get(link.to)!)}">${data.join('')}</edge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="label" for="node" attr.name="label" attr.type="string"/>
 <key id="kind" for="node" attr.name="kind" attr.type="string"/>
 <key id="followers" for="node" attr.name="followers" attr.type="long"/>
 <key id="note" for="node" attr.name="note" attr.type="string"/>
 <key id="x" for="node" attr.name="x" attr.type="double"/>
 <key id="y" for="node" attr.name="y" attr.type="double"/>
 <key id="linkKind" for="edge" attr.name="kind" attr.type="string"/>
 <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
${properties.map((name, i) => ` <key id="p${i}" for="edge" attr.name="${xml(name)}" attr.type="string"/>\n`).join('')} <graph id="creatorgraph" edgedefault="directed">
${nodes.join('\n')}
${links.join('\n')}
 </graph>
</graphml>
`;
}

/** GEXF 1.3, Gephi's own form. */
export function toGexf(scene: Exported): string {
  const names = identities(scene);
  const nodes = scene.nodes.map((node) => {
    const [x, y] = scene.positions.get(node.id) ?? [0, 0];
    return (
      `   <node id="${xml(names.get(node.id)!)}" label="${xml(scene.nameOf(node))}">` +
      `<attvalues><attvalue for="kind" value="${node.kind}"/>${noteOf(scene, node.id) && `<attvalue for="note" value="${xml(noteOf(scene, node.id))}"/>`}</attvalues>` +
      `<viz:position x="${x.toFixed(1)}" y="${y.toFixed(1)}"/><viz:size value="${radiusOf(node).toFixed(1)}"/></node>`
    );
  });
  const links = scene.links.map((link, i) => {
    const weight = weightOf(link, scene.isSafe);
    return (
      `   <edge id="e${i}" source="${xml(names.get(link.from)!)}" target="${xml(names.get(link.to)!)}" kind="${link.kind}"` +
      `${weight ? ` weight="${weight}"` : ''}/>`
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
 <graph defaultedgetype="directed">
  <attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="note" title="note" type="string"/></attributes>
  <nodes>
${nodes.join('\n')}
  </nodes>
  <edges>
${links.join('\n')}
  </edges>
 </graph>
</gexf>
`;
}
