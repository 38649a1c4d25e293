"""What went into an export, read from its node-link JSON, and the counting of checks."""
import json
import os
import re
import sys

FORBIDDEN = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')  # what XML cannot hold


class Checks:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def equal(self, what, got, wanted):
        if got == wanted:
            self.passed += 1
        else:
            self.failed += 1
            print(f'FAILED {what}: got {str(got)[:300]!r}, wanted {str(wanted)[:300]!r}')

    def skip(self, why):
        self.skipped += 1
        print('skipped:', why)

    def end(self):
        print(f'{self.passed} passed, {self.failed} failed, {self.skipped} skipped')
        sys.exit(1 if self.failed else 0)


def flat(value):
    """A list as the JSON text that formats without lists hold; control characters as XML keeps them."""
    if isinstance(value, list):
        # The exports escape what JSON makes them escape, and nothing else.
        value = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
        value = re.sub(r'\\([bfrt])', lambda m: '\\u%04x' % ord(json.loads(f'"\\{m.group(1)}"')), value)
    return FORBIDDEN.sub('', value) if isinstance(value, str) else value


def load(folder):
    """Nodes and edges by id, with the names that GraphML gives their attributes."""
    with open(os.path.join(folder, 'node-link.json'), encoding='utf-8') as file:
        data = json.load(file)
    nodes, edges = {}, {}
    for node in data['nodes']:
        attributes = {k: flat(v) for k, v in node.items() if k != 'id'}
        nodes[flat(node['id'])] = dict(attributes, node_id=flat(node['id']))
    for edge in data['edges']:
        attributes = {k: flat(v) for k, v in edge.items() if k not in ('source', 'target', 'key')}
        attributes.update(uid=flat(edge['key']), relationship=edge['interaction'])
        edges[flat(edge['key'])] = (flat(edge['source']), flat(edge['target']), attributes)
    return nodes, edges


def folders():
    """The folders of exports given on the command line."""
    return sys.argv[1:]
