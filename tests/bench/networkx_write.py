#!/usr/bin/env python3
"""How fast networkx writes GraphML: reads FILE, writes it to a temporary one, prints processor seconds and edges.
usage: networkx_write.py FILE.graphml"""
import os
import sys
import tempfile
import time

import networkx

graph = networkx.read_graphml(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, 'graph.graphml')
    begun = time.process_time()
    networkx.write_graphml(graph, out)
    took = time.process_time() - begun
    print(f'{took:.2f} s for {graph.number_of_edges()} edges, {os.path.getsize(out) / 1e6:.1f} MB: '
          f'{took / graph.number_of_edges() * 1e6:.2f} s for a million edges')
