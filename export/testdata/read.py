"""Reads what the test wrote, with networkx, and prints what it found there as JSON."""
import json
import os
import sys

import networkx


def told(graph):
    nodes = dict(graph.nodes(data=True))
    edges = [data for _, _, data in graph.edges(data=True)]
    paid = next(e for e in edges if e["kind"] == "PARTICIPATED_IN" and e["fee"] > 0)
    free = next(e for e in edges if e["kind"] == "PARTICIPATED_IN" and e["fee"] == 0)
    return {
        "nodes": sorted(n["label"] for n in nodes.values()),
        "followers": nodes["Q3I6MQ"]["followers"],
        "verified": nodes["Q3I6MQ"]["verified"],
        "pageRank": nodes["Q3I6MQ"]["centrality.pageRank"],
        "agency": nodes["Q3I6MQ"]["agency.name"],
        "agencies": nodes["Q3I6MQ"]["agencies.name"],
        "free": free.get("weight"),
        "formats": nodes["Q2E6MQ"]["formats"],
        "edges": len(edges),
        "fee": paid["fee"],
        "cpm": paid["cpm"],
        "weight": paid["weight"],
        "since": sorted(e["since"] for e in edges if "since" in e),
    }


folder = sys.argv[1]
print(json.dumps({
    "graph.graphml": told(networkx.read_graphml(os.path.join(folder, "graph.graphml"))),
    "graph.gexf": told(networkx.read_gexf(os.path.join(folder, "graph.gexf"))),
}))
