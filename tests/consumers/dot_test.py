"""Graphviz's own parser reads the DOT, and dot draws the sample."""
import os
import subprocess

import expected

checks = expected.Checks()
try:
    import pygraphviz
except ImportError:
    checks.skip('pygraphviz is not installed (python3-pygraphviz)')
    checks.end()


def plain(text):
    """What a label keeps: no NUL, line ends as blanks."""
    return text.replace('\0', '').replace('\n', ' ').replace('\r', ' ')


def drawn(label):
    """A label as it is drawn: Graphviz takes a backslash with the letter behind it."""
    return label.replace('\\\\', '\\')


def nodes(folder):
    for node in expected.items(folder, 'nodes'):
        if node['kind'] != 'Document':
            yield plain(node['id']), plain(f"{node['title']} ({node['time']})" if 'time' in node else node['title'])


def edges(folder):
    """By their ends and label, numbered: DOT gives edges no ids."""
    yield from numbered((edge['source'], edge['target'], edge.get('role', edge['interaction']))
                        for edge in expected.items(folder, 'edges') if not edge['source'].startswith('doc:') and not edge['target'].startswith('doc:'))


def numbered(triples):
    seen = {}
    for triple in triples:
        triple = tuple(map(plain, triple))
        seen[triple] = seen.get(triple, 0) + 1
        yield '\n'.join([*triple, str(seen[triple])]), True


for folder in expected.folders():
    file = os.path.join(folder, 'graph.dot')
    graph = pygraphviz.AGraph(file)
    checks.equal('directed', graph.is_directed(), True)
    checks.same('nodes', ((str(node), drawn(node.attr['label'])) for node in graph.nodes_iter()), lambda: nodes(folder))
    checks.same('edges', numbered((edge[0], edge[1], drawn(edge.attr['label'])) for edge in graph.edges_iter()), lambda: edges(folder))
    if os.path.basename(folder) == 'sample':
        run = subprocess.run(['dot', '-Tsvg', file], capture_output=True, text=True)
        checks.equal('dot draws', (run.returncode, run.stderr, run.stdout.count('class="node"')), (0, '', sum(1 for _ in nodes(folder))))
checks.end()
