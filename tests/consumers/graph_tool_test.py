"""graph-tool reads the GraphML. It has no absent values: texts read "" and numbers 0."""
import os

import expected

checks = expected.Checks()
try:
    import graph_tool
except ImportError:
    checks.skip('graph-tool is not installed (python3-graph-tool)')
    checks.end()


def present(attributes):
    return {k: v for k, v in attributes.items() if v not in ('', 0, 0.0, None)}


for folder in expected.folders():
    nodes, edges = expected.load(folder)
    graph = graph_tool.load_graph(os.path.join(folder, 'graph.graphml'))
    checks.equal('directed', graph.is_directed(), True)
    names = graph.vertex_properties
    ids = names['_graphml_vertex_id']
    got = {ids[v]: present({k: p[v] for k, p in names.items() if k != '_graphml_vertex_id'}) for v in graph.vertices()}
    checks.equal('nodes', got, {n: present(d) for n, d in nodes.items()})
    names = graph.edge_properties
    got = {}
    for edge in graph.edges():
        attributes = present({k: p[edge] for k, p in names.items() if k != '_graphml_edge_id'})
        got[attributes['uid']] = (ids[edge.source()], ids[edge.target()], attributes)
    checks.equal('edges', got, {n: (a, b, present(d)) for n, (a, b, d) in edges.items()})
checks.end()
