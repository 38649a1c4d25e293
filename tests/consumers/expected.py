"""What went into an export, read line by line from its node-link JSON, and the counting of checks.

A graph may be too large to lie in memory twice: of what is wanted only a digest an item is kept, and what a
reader holds is compared with it item by item."""
import hashlib
import json
import os
import re
import sys

FORBIDDEN = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')  # what XML cannot hold


def digest(value):
    """Equal for equal values: 1 and 1.0, True and 1 count as equal, as they do in Python."""
    plain = lambda v: int(v) if isinstance(v, (bool, float)) and v == int(v) else v
    if isinstance(value, tuple):
        return hashlib.blake2b(b''.join(map(digest, value)), digest_size=12).digest()
    if isinstance(value, dict):
        value = {k: plain(v) for k, v in value.items()}
    return hashlib.blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=12).digest()


class Checks:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def equal(self, what, got, wanted):
        if got == wanted:
            self.passed += 1
        else:
            self.failed += 1
            print(f'FAILED {what}: got {str(got)[:300]!r}, wanted {str(wanted)[:300]!r}')

    def same(self, what, got, wanted):
        """`got` yields (id, value) in any order, `wanted()` the same: every id once, with an equal value."""
        left = {key: digest(value) for key, value in wanted()}
        size, wrong, first = len(left), 0, None
        for key, value in got:
            if left.pop(key, None) != digest(value):
                wrong, first = wrong + 1, first or (key, value)
        if not wrong and not left:
            self.passed += 1
            return
        self.failed += 1
        key, value = first or (next(iter(left)), 'nothing')
        as_wanted = next((v for k, v in wanted() if k == key), 'nothing')
        print(f'FAILED {what}: {wrong} wrong, {len(left)} of {size} missing; {key!r}: {difference(value, as_wanted)}')

    def skip(self, why):
        self.skipped += 1
        print('skipped:', why)

    def end(self):
        print(f'{self.passed} passed, {self.failed} failed, {self.skipped} skipped')
        sys.exit(1 if self.failed else 0)


def difference(got, wanted):
    """The first attribute that is not equal, else both in full."""
    if isinstance(got, tuple) and isinstance(wanted, tuple):
        got, wanted = next(((a, b) for a, b in zip(got, wanted) if a != b), (got, wanted))
    if isinstance(got, dict) and isinstance(wanted, dict):
        name = next((k for k in sorted({*got, *wanted}) if got.get(k) != wanted.get(k)), None)
        return f'{name}: got {str(got.get(name))[:200]!r}, wanted {str(wanted.get(name))[:200]!r}'
    return f'got {str(got)[:200]!r}, wanted {str(wanted)[:200]!r}'


def flat(value):
    """A list as the JSON text that formats without lists hold; control characters as XML keeps them."""
    if isinstance(value, list):
        # The exports escape what JSON makes them escape, and nothing else.
        value = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
        value = re.sub(r'\\([bfrt])', lambda m: '\\u%04x' % ord(json.loads(f'"\\{m.group(1)}"')), value)
    return FORBIDDEN.sub('', value) if isinstance(value, str) else value


def items(folder, part):
    """The objects of "nodes" or "edges" of node-link.json, which has one a line."""
    inside = False
    with open(os.path.join(folder, 'node-link.json'), encoding='utf-8', newline='\n') as file:
        for line in file:
            if not line.startswith('{"') or line.startswith('{"directed"'):
                inside = line.endswith(f'"{part}":[\n')
            elif inside:
                yield json.loads(line.rstrip('\n,'))


def nodes(folder):
    """Yields (id, attributes), with the names that GraphML gives them."""
    for node in items(folder, 'nodes'):
        attributes = {k: flat(v) for k, v in node.items() if k != 'id'}
        yield flat(node['id']), dict(attributes, node_id=flat(node['id']))


def edges(folder):
    """Yields (id, (source, target, attributes)), with the names that GraphML gives them."""
    for edge in items(folder, 'edges'):
        attributes = {k: flat(v) for k, v in edge.items() if k not in ('source', 'target', 'key')}
        attributes.update(uid=flat(edge['key']), relationship=edge['interaction'])
        yield flat(edge['key']), (flat(edge['source']), flat(edge['target']), attributes)


def questions():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'questions.json'), encoding='utf-8') as file:
        return json.load(file)


def answers_of(folder):
    """The answers to the questions as timeline.json has them, each a list of texts."""
    with open(os.path.join(folder, 'timeline.json'), encoding='utf-8') as file:
        story = json.load(file)
    name = {e['id']: e['name'] for e in story['entities']}
    title = {d['id']: d['title'] for d in story['documents']}
    events = story['events']
    named = lambda event: [name[p['entity']] for p in event['participants'] if 'entity' in p]
    on = lambda day: [e for e in events if day in (e['time']['edtf'] or '').split('/')]
    held = lambda e, day: (e['time']['start']['latest'] or '~') <= day <= (e['time']['end']['latest'] or '~')
    return {
        'rights': lambda day: [e['label'] for e in events if held(e, day) for p in e['participants']
                               if p['role'] == 'holder' and name.get(p.get('entity')) == 'Microsoft'],
        'changed': lambda day: [e['label'] for e in on(day)],
        'involved': lambda day: {who for e in on(day) for who in named(e)},
        'tellers': lambda kind: {title[m['document']] for e in events if e['type'] == kind for m in e['mentions']},
        'claimants': lambda of: {name[a['entity']] for e in events if of in named(e) for a in e['attribution'] if 'entity' in a},
    }


def answers(checks, folder, reader, **ask):
    """What is asked of the sample story, by functions that give lists of texts. It is the whole list, no row more or less, and has
    what a reader of the articles knows to be in it."""
    if os.path.basename(folder) != 'stargate':
        return
    known, wanted = questions(), answers_of(folder)
    for name, question, of in (('rights', 'which rights did Microsoft hold on 1 March 2025?', '2025-03-01'),
                               ('changed', 'what changed on 21 January 2025?', '2025-01-21'),
                               ('involved', 'who was part of what changed on 21 January 2025?', '2025-01-21'),
                               ('tellers', 'which articles tell of the right?', 'right-of-first-refusal'),
                               ('claimants', 'who says that Arm takes part?', 'Arm')):
        got = sorted(ask[name](of))
        checks.equal(f'{reader}: {question}', got, sorted(wanted[name](of)))
        checks.equal(f'{reader}: {question} Known answers', [text for text in known[name] if not any(text in row for row in got)], [])


def in_sparql(ask):
    """The questions as functions, for `ask`, which gives a list of texts."""
    return {name: lambda of, lines=lines: ask(' '.join(lines).replace('$OF', of)) for name, lines in questions()['sparql'].items()}


def folders():
    """The folders of exports given on the command line."""
    return sys.argv[1:]
