"""networkx reads the GraphML and the node-link JSON: every node, edge and attribute comes out as it went in."""
import json
import os

import networkx

import expected

checks = expected.Checks()
for folder in expected.folders():
    nodes, edges = expected.load(folder)
    graph = networkx.read_graphml(os.path.join(folder, 'graph.graphml'))
    # Without parallel edges networkx makes a simple graph and keeps the ids as an attribute.
    listed = graph.edges(keys=True, data=True) if graph.is_multigraph() else [(a, b, d.get('id'), d) for a, b, d in graph.edges(data=True)]
    checks.equal('directed', graph.is_directed(), True)
    checks.equal('nodes', {n: dict(d) for n, d in graph.nodes(data=True)}, nodes)
    checks.equal('edges', {d['uid']: (a, b, {k: v for k, v in d.items() if k != 'id'}) for a, b, _, d in listed}, edges)
    with open(os.path.join(folder, 'node-link.json'), encoding='utf-8') as file:
        linked = networkx.node_link_graph(json.load(file))
    checks.equal('node-link nodes', linked.number_of_nodes(), len(nodes))
    checks.equal('node-link edges', linked.number_of_edges(), len(edges))
    checks.equal('node-link multigraph', linked.is_multigraph(), True)
checks.end()
