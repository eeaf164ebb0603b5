"""Draws a GraphML file of a neighbourhood, as /export/graphml gives it, as a picture.

    pip install networkx scipy matplotlib      # and a font with Chinese, such as Debian's fonts-noto-cjk
    curl -o neighborhood.graphml 'http://127.0.0.1:8080/export/graphml?of=QnJhbmQ6Yi0wMjgw&depth=3&limit=70&kinds=SIGNED_WITH,PARTICIPATED_IN,RAN'
    python3 docs/neighborhood.py neighborhood.graphml docs/neighborhood.png

The first node of the file is the one asked about: it is drawn with a ring. The id is that of the brand b-0280 of the
demo's market.
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import networkx as nx

FONTS = ["Noto Sans CJK SC"]  # any font with Chinese

# Kinds of entities, with their colours.
COLOURS = {
    "CREATOR": "#e4572e", "AGENCY": "#17607a", "BRAND": "#8a3ffc", "CAMPAIGN": "#f2a541", "CONTENT": "#b9c6cf",
    "CATEGORY": "#4c9f70", "PLATFORM": "#444444", "SEGMENT": "#c98bb9", "PROGRAMME": "#76b5d9",
}


def shown(name):
    """A label that the font can draw and that is not too long."""
    plain = "".join(c for c in name if ord(c) < 0x2600 or 0x2E80 <= ord(c) < 0xFFFE)
    return plain if len(plain) <= 14 else plain[:13] + "…"


def draw(source, target):
    matplotlib.rcParams["font.family"] = FONTS
    graph = nx.Graph(nx.read_graphml(source))
    middle = next(iter(graph))
    size = {n: 60 + 22 * graph.degree(n) for n in graph}
    places = nx.kamada_kawai_layout(graph, weight=None)
    plt.figure(figsize=(13, 9))
    nx.draw_networkx_edges(graph, places, edge_color="#9aa5ad", width=0.7, alpha=0.7)
    for kind, colour in COLOURS.items():
        nodes = [n for n, data in graph.nodes(data=True) if data["kind"] == kind]
        if nodes:
            nx.draw_networkx_nodes(graph, places, nodelist=nodes, node_color=colour, label=kind.lower(),
                                   node_size=[size[n] for n in nodes], edgecolors="white", linewidths=0.6)
    nx.draw_networkx_nodes(graph, places, nodelist=[middle], node_size=size[middle] + 160, node_color="none",
                           edgecolors="black", linewidths=1.6)
    nx.draw_networkx_labels(graph, {n: (x, y + 0.026) for n, (x, y) in places.items()},
                            {n: shown(data["label"]) for n, data in graph.nodes(data=True)}, font_size=7,
                            font_family=FONTS)
    legend = plt.legend(loc="lower left", fontsize=8, frameon=False)
    for handle in legend.legend_handles:
        handle.set_sizes([60])
    plt.axis("off")
    plt.tight_layout()
    plt.savefig(target, dpi=110)


draw(*sys.argv[1:3])
