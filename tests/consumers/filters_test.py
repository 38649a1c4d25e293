"""Every filter through every format: the events in it are those that were asked for, no other and none missing, and nothing in it refers
to what was left out. Needs nothing but Python; TIMELOOM names the program."""
import csv
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

import expected

checks = expected.Checks()
TIMELOOM = os.environ.get('TIMELOOM', 'timeloom')
csv.field_size_limit(1 << 30)


def rows(path, separator=','):
    with open(path, encoding='utf-8', newline='') as file:
        yield from csv.DictReader(file, delimiter=separator, quoting=csv.QUOTE_NONE if separator == '\t' else csv.QUOTE_MINIMAL)


def text(path):
    with open(path, encoding='utf-8', newline='') as file:
        return file.read()


def unescaped(line):
    return re.sub(r'\\(.)', r'\1', line)


def is_event(id):
    return id.startswith('event:')


# Of each graph format: the ids of its nodes, and the (source, target) of its edges.

def graphml(folder):
    root = xml.parse(f'{folder}/graph.graphml').getroot()
    tag = '{http://graphml.graphdrawing.org/xmlns}'
    return [n.get('id') for n in root.iter(tag + 'node')], [(e.get('source'), e.get('target')) for e in root.iter(tag + 'edge')]


def gexf(folder):
    root = xml.parse(f'{folder}/graph.gexf').getroot()
    local = lambda name: (e for e in root.iter() if e.tag.endswith('}' + name))
    return [n.get('id') for n in local('node')], [(e.get('source'), e.get('target')) for e in local('edge')]


def nodelink(folder):
    graph = json.loads(text(f'{folder}/node-link.json'))
    return [n['id'] for n in graph['nodes']], [(e['source'], e['target']) for e in graph['edges']]


def cytoscape(folder):
    elements = json.loads(text(f'{folder}/cytoscape.json'))['elements']
    return [n['data']['id'] for n in elements['nodes']], [(e['data']['source'], e['data']['target']) for e in elements['edges']]


def tables(folder, node, source, target):
    nodes, edges = [], []
    for path in glob.glob(folder + '/*.csv'):
        for row in rows(path):
            nodes += [row[node]] if node in row else []
            edges += [(row[source], row[target])] if source in row else []
    return nodes, edges


def neo4j(folder):
    return tables(folder + '/neo4j', 'id:ID', ':START_ID', ':END_ID')


def ladybug(folder):
    return tables(folder + '/ladybug', 'id', 'from', 'to')


def cypher(folder):
    story = re.sub(r"'(?:[^'\\]|\\.)*'", lambda m: m[0].replace('{', '').replace(',', ''), text(f'{folder}/cypher/story.cypher'))
    return re.findall(r"\{id: '([^']*)'", story), re.findall(r"\{a: '([^']*)', b: '([^']*)'", story)


def sqlite(folder):
    database = sqlite3.connect(f'{folder}/timeline.sqlite')
    column = lambda sql: [row for table in sql[1] for row in database.execute(sql[0].format(table))]
    nodes = column(('SELECT id FROM {}', ['document', 'entity', 'event']))
    return ([id for id, in nodes], column(('SELECT source, target FROM {}', ['participates', 'mentioned_in', 'direct', 'claims', 'relation', 'conflict', 'copy'])))


def postgresql(folder):
    nodes, edges = [], []
    for columns, lines in re.findall(r'^COPY \w+ \((.*?)\) FROM stdin;\n(.*?)^\\\.$', text(f'{folder}/timeline.sql'), re.M | re.S):
        for line in lines.splitlines():
            cells = line.split('\t')
            if columns.startswith('id,'):
                nodes.append(cells[0])
            else:
                edges.append((cells[1], cells[2]))
    return nodes, edges


def dot(folder):
    name = r'"((?:[^"\\]|\\.)*)"'
    graph = text(f'{folder}/graph.dot')
    edges = re.findall(rf'^  {name} -> {name} \[', graph, re.M)
    return [unescaped(id) for id in re.findall(rf'^  {name} \[', graph, re.M)], [tuple(map(unescaped, edge)) for edge in edges]


def story_graph(story):
    """timeline.json, and the page's: ids, and references as edges."""
    nodes, edges = [], []
    for part in ('documents', 'entities', 'events'):
        nodes += [item['id'] for item in story[part]]
    for document in story['documents']:
        edges += [(document['id'], document['copies_of'])] if document.get('copies_of') else []
    for entity in story['entities']:
        edges += [(entity['id'], mention['document']) for mention in entity['mentions']]
    for event in story['events']:
        edges += [(event['id'], who['entity']) for who in event['participants'] + event['attribution'] if 'entity' in who]
        edges += [(event['id'], quote['document']) for quote in event['mentions'] + event['time']['expressions']]
        edges += [(event['id'], who['entity']) for mention in event['mentions'] for who in mention['attribution'] if 'entity' in who]
    edges += [(relation['from'], relation['to']) for relation in story['relations']]
    edges += [(conflict['about'][0], about) for conflict in story['conflicts'] for about in conflict['about']]
    return nodes, edges


def timeline(folder):
    return story_graph(json.loads(text(f'{folder}/timeline.json')))


def page(folder):
    return story_graph(json.loads(re.search(r'<script type="application/json" id="story">(.*?)</script>', text(f'{folder}/timeline.html'), re.S)[1]))


def plain(iri):
    return urllib.parse.unquote(iri)[len('urn:timeloom:'):]


def trig(folder):
    """Subjects, and what they refer to."""
    story = text(f'{folder}/timeline.trig')
    story = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', story)
    subjects = re.findall(r'^\s*<(urn:timeloom:[^>]*)> (?:a|tl:)', story, re.M)
    return [plain(s) for s in subjects], [('', plain(o)) for o in re.findall(r' <(urn:timeloom:(?!term:>)[^>]*)>', story)]


def jsonld(folder):
    nodes, edges = [], []

    def walk(item, inside):
        if isinstance(item, list):
            for each in item:
                walk(each, inside)
        elif isinstance(item, dict):
            id = item.get('@id', '')
            if id.startswith('urn:timeloom:'):
                (edges if set(item) == {'@id'} else nodes).append(('', plain(id)) if set(item) == {'@id'} else plain(id))
            for key, value in item.items():
                if key != '@context':
                    walk(value, key)
    walk(json.loads(text(f'{folder}/timeline.jsonld')), '')
    return nodes, edges


def ftm(folder):
    nodes, edges = [], []
    for line in text(f'{folder}/entities.ftm.json').splitlines():
        entity = json.loads(line)
        nodes.append(entity['id'])
        for name in ('involved', 'addressEntity', 'proof', 'subject', 'object'):
            edges += [(entity['id'], other) for other in entity['properties'].get(name, [])]
    return nodes, edges


GRAPHS = {'graphml': graphml, 'gexf': gexf, 'nodelink': nodelink, 'cytoscape': cytoscape, 'neo4j': neo4j, 'ladybug': ladybug, 'cypher': cypher,
          'sqlite': sqlite, 'postgresql': postgresql, 'dot': dot}
REFERRING = {'json': timeline, 'html': page, 'trig': trig, 'jsonld': jsonld, 'ftm': ftm}


# Of the lists: what each says of the events, from what timeline.json has of them.

LISTS = {
    'csv': (lambda folder: [row['id'] for row in rows(f'{folder}/timeline.csv')], lambda event: event['id']),
    'tsv': (lambda folder: [row['id'] for row in rows(f'{folder}/timeline.tsv', '\t')], lambda event: event['id']),
    'markdown': (lambda folder: [unescaped(label).strip() for label in re.findall(r'^- \*\*.*?\*\*: (?:~~)?(.*?)(?:~~)?  $', text(f'{folder}/timeline.md'), re.M)],
                 lambda event: re.sub(r'[\0-\x1f]', '', re.sub(r'[\n\r\t]', ' ', event['label'])).strip()),
    'ical': (lambda folder: re.findall(r'^UID:(.*?)\r$', text(f'{folder}/timeline.ics').replace('\r\n ', ''), re.M), lambda event: in_calendar(event) and event['id']),
    'timelinejs': (lambda folder: [slide['unique_id'] for slide in json.loads(text(f'{folder}/timelinejs.json'))['events']], lambda event: dated(event) and event['id']),
    'vis': (lambda folder: [item['id'] for item in json.loads(text(f'{folder}/vis-timeline.json'))['items']], lambda event: dated(event) and event['id']),
}


def bounds(event):
    time = event['time']
    return [time[end][which] for end in ('start', 'end') for which in ('earliest', 'latest')]


def in_calendar(event):
    """iCalendar knows years of four digits only."""
    days = [day for day in bounds(event) if day]
    return dated(event) and all(re.match(r'\d{4}-', day) for day in days or [event['time']['edtf']])


def dated(event):
    return any(bounds(event)) or bool(re.search(r'\d', event['time']['edtf'] or ''))


def within(event, first, last):
    """May have been in those days. The stories asked here prove bounds for every date."""
    earliest, latest = event['time']['start']['earliest'], event['time']['end']['latest']
    number = lambda day: tuple(map(int, re.fullmatch(r'(-?\d+)-(\d\d)-(\d\d)', day).groups()))
    return dated(event) and (not first or not latest or number(latest) >= number(first)) and (not last or not earliest or number(earliest) <= number(last))


def filters(story):
    """Options, and the events that they ask for."""
    events = story['events']
    entities, documents = story['entities'], {d['id']: d for d in story['documents']}
    takes_part = lambda event, id: any(p.get('entity') == id for p in event['participants'])
    most = lambda values: max(sorted(set(values)), key=values.count)
    name = max(entities, key=lambda e: sum(takes_part(event, e['id']) for event in events))
    kind = most([e['type'] for e in events])
    document = documents[most([m['document'] for e in events for m in e['mentions']])]
    publisher = most([d['publisher'] or d['title'] for d in documents.values()])
    day = sorted(e['time']['start']['earliest'] for e in events if re.match(r'\d{4}-', e['time']['start']['earliest'] or ''))
    first, last = day[len(day) // 3], day[2 * len(day) // 3]
    from_publisher = lambda e: any(publisher in (documents[m['document']]['publisher'], documents[m['document']]['title']) for m in e['mentions'])
    standing = lambda e, word: e['polarity'] == 'negative' if word == 'denied' else e['modality'] == word
    prominent = sorted(events, key=lambda e: (-e['sources']['independent'], -len(e['mentions']), e['id']))
    yield ['--entity', name['id']], [e for e in events if takes_part(e, name['id'])]
    yield ['--type', kind], [e for e in events if kind in (e['type'], e['subtype'])]
    yield ['--source', document['uri']], [e for e in events if any(m['document'] == document['id'] for m in e['mentions'])]
    yield ['--source', publisher], [e for e in events if from_publisher(e)]
    for language in sorted({d['language'] for d in documents.values()})[:2]:
        yield ['--told-in', language], [e for e in events if language in e['sources']['languages']]
    for word in ('asserted', 'planned', 'denied'):
        yield ['--modality', word], [e for e in events if standing(e, word)]
    yield ['--from', first], [e for e in events if within(e, first, None)]
    yield ['--to', last], [e for e in events if within(e, None, last)]
    yield ['--from', first, '--to', last, '--modality', 'asserted'], [e for e in events if within(e, first, last) and standing(e, 'asserted')]
    yield ['--min-sources', '2'], [e for e in events if e['sources']['independent'] >= 2]
    yield ['--top', '4'], prominent[:4]
    yield ['--entity', name['id'], '--top', '2'], [e for e in prominent if takes_part(e, name['id'])][:2]


def convert(story, out, *options):
    run = subprocess.run([TIMELOOM, 'convert', story, '-o', out, '--format', 'all', *options], capture_output=True, text=True)
    checks.equal(f'convert {" ".join(options)}', (run.returncode, run.stderr[-200:] if run.returncode else ''), (0, ''))


def compare(what, out, wanted):
    ids = sorted(e['id'] for e in wanted)
    escaped = lambda all: sorted(re.sub(r'[^A-Za-z0-9.:-]', lambda m: ''.join(f'_{byte:02x}' for byte in m[0].encode()), id) for id in all)
    for name, read in {**GRAPHS, **REFERRING}.items():
        nodes, edges = read(out)
        mine = [id for id in nodes if is_event(id) and '/' not in id]
        if name in ('trig', 'jsonld'):
            mine = set(mine)  # a subject once in its graph, once outside of it
        checks.equal(f'{what}, {name}: events', sorted(mine), escaped(ids) if name == 'ftm' else ids)
        known = set(nodes)
        checks.equal(f'{what}, {name}: nothing refers to what is left out', sorted({end for edge in edges for end in edge if end} - known)[:3], [])
        checks.equal(f'{what}, {name}: has what takes part', bool(edges) or not wanted, True)
    for name, (read, of) in LISTS.items():
        checks.equal(f'{what}, {name}', sorted(read(out)), sorted(filter(None, map(of, wanted))))


def entities_alone(out, story):
    """Direct edges only: no event is a node, and each edge lies between entities of the story. (The hostile events have roles that
    no direct edge joins.)"""
    known = {e['id'] for e in story['entities']}
    for name, read in GRAPHS.items():
        nodes, edges = read(out)
        checks.equal(f'--edges-only, {name}: entities', (set(nodes) <= known, len(nodes) == len(set(nodes))), (True, True))
        checks.equal(f'--edges-only, {name}: edges', (len(edges) > 0 or story['entities'][0]['id'].startswith('entity:c:'), {end for edge in edges for end in edge} <= set(nodes)), (True, True))


def per_entity(out, story):
    found = {}
    for path in glob.glob(f'{out}/entities/*/'):
        part = json.loads(text(path + 'timeline.json'))
        found[frozenset(e['id'] for e in part['events'])] = path
    for entity in story['entities']:
        mine = [e for e in story['events'] if any(p.get('entity') == entity['id'] for p in e['participants'])]
        if mine:
            path = found.get(frozenset(e['id'] for e in mine))
            checks.equal(f'--per-entity: {entity["name"]} has its own', path is not None, True)
            if path:
                compare(f'--per-entity {entity["name"]}', path, mine)


for folder in expected.folders():
    if os.path.getsize(os.path.join(folder, 'timeline.json')) > 1e7:
        continue  # what a filter keeps of a large story is no other question
    path = os.path.join(folder, 'timeline.json')
    story = json.loads(text(path))
    place = tempfile.mkdtemp(prefix='timeloom-filters-')
    try:
        for options, wanted in filters(story):
            what = f'{os.path.basename(folder)} {" ".join(options)}'
            if not wanted:
                continue
            checks.equal(f'{what} leaves something out', len(wanted) < len(story['events']) or options[0] == '--modality', True)
            out = os.path.join(place, 'out')
            convert(path, out, *options)
            compare(what, out, wanted)
            shutil.rmtree(out, ignore_errors=True)
        convert(path, place + '/direct', '--edges-only')
        entities_alone(place + '/direct', story)
        if os.path.basename(folder) == 'sample':
            convert(path, place + '/each', '--per-entity')
            per_entity(place + '/each', story)
    finally:
        shutil.rmtree(place, ignore_errors=True)
checks.end()
