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


def vertices(graph):
    names = graph.vertex_properties
    for vertex in graph.vertices():
        attributes = present({k: p[vertex] for k, p in names.items()})
        yield attributes.pop('_graphml_vertex_id'), attributes


def edges(graph):
    names = graph.edge_properties
    ids = graph.vertex_properties['_graphml_vertex_id']
    for edge in graph.edges():
        attributes = present({k: p[edge] for k, p in names.items() if k != '_graphml_edge_id'})
        yield attributes['uid'], (ids[edge.source()], ids[edge.target()], attributes)


for folder in expected.folders():
    graph = graph_tool.load_graph(os.path.join(folder, 'graph.graphml'))
    checks.equal('directed', graph.is_directed(), True)
    checks.same('nodes', vertices(graph), lambda: ((n, present(d)) for n, d in expected.nodes(folder)))
    checks.same('edges', edges(graph), lambda: ((n, (a, b, present(d))) for n, (a, b, d) in expected.edges(folder)))
checks.end()
