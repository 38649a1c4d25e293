"""igraph reads the GraphML. It has no absent values: a missing text is "", a missing number not a number."""
import math
import os

import igraph

import expected


def present(attributes):
    return {k: v for k, v in attributes.items() if v not in ('', None) and not (isinstance(v, float) and math.isnan(v))}


checks = expected.Checks()
for folder in expected.folders():
    nodes, edges = expected.load(folder)
    graph = igraph.Graph.Read_GraphML(os.path.join(folder, 'graph.graphml'))
    checks.equal('directed', graph.is_directed(), True)
    got = {}
    for vertex in graph.vs:
        attributes = present(vertex.attributes())
        got[attributes.pop('id')] = attributes
    checks.equal('nodes', got, {n: present(d) for n, d in nodes.items()})
    ids = graph.vs['id']
    got = {}
    for edge in graph.es:
        attributes = present(edge.attributes())
        attributes.pop('id')
        got[attributes['uid']] = (ids[edge.source], ids[edge.target], attributes)
    checks.equal('edges', got, {n: (a, b, present(d)) for n, (a, b, d) in edges.items()})
checks.end()
