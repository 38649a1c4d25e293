"""igraph reads the GraphML. It has no absent values: a missing text is "", a missing number not a number."""
import math
import os

import igraph

import expected


def present(attributes):
    return {k: v for k, v in attributes.items() if v not in ('', None) and not (isinstance(v, float) and math.isnan(v))}


def vertices(graph):
    for vertex in graph.vs:
        attributes = present(vertex.attributes())
        yield attributes.pop('id'), attributes


def edges(graph):
    ids = graph.vs['id']
    for edge in graph.es:
        attributes = present(edge.attributes())
        attributes.pop('id')
        yield attributes['uid'], (ids[edge.source], ids[edge.target], attributes)


checks = expected.Checks()
for folder in expected.folders():
    graph = igraph.Graph.Read_GraphML(os.path.join(folder, 'graph.graphml'))
    checks.equal('directed', graph.is_directed(), True)
    checks.same('nodes', vertices(graph), lambda: ((n, present(d)) for n, d in expected.nodes(folder)))
    checks.same('edges', edges(graph), lambda: ((n, (a, b, present(d))) for n, (a, b, d) in expected.edges(folder)))
checks.end()
