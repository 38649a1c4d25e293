"""networkx reads the GraphML and the node-link JSON: every node, edge and attribute comes out as it went in."""
import json
import os

import networkx

import expected

checks = expected.Checks()
for folder in expected.folders():
    graph = networkx.read_graphml(os.path.join(folder, 'graph.graphml'))
    checks.equal('directed', graph.is_directed(), True)
    checks.same('nodes', graph.nodes(data=True), lambda: expected.nodes(folder))
    # `id` is the edge's own in a simple graph, which networkx makes where no edges are parallel.
    checks.same('edges', ((d['uid'], (a, b, {k: v for k, v in d.items() if k != 'id'})) for a, b, d in graph.edges(data=True)),
                lambda: expected.edges(folder))
    del graph
    with open(os.path.join(folder, 'node-link.json'), encoding='utf-8') as file:
        linked = networkx.node_link_graph(json.load(file))
    checks.equal('node-link multigraph', linked.is_multigraph(), True)
    checks.same('node-link nodes', linked.nodes(data=True),
                lambda: ((n.pop('id'), n) for n in expected.items(folder, 'nodes')))
    checks.same('node-link edges', ((key, (a, b, data)) for a, b, key, data in linked.edges(keys=True, data=True)),
                lambda: ((e.pop('key'), (e.pop('source'), e.pop('target'), e)) for e in expected.items(folder, 'edges')))
checks.end()
