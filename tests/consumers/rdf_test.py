"""rapper and rdflib read the TriG and the JSON-LD, every quad as it went in; SPARQL answers the story's questions."""
import array
import hashlib
import os
import re
import shutil
import subprocess
import urllib.parse

import expected

checks = expected.Checks()
try:
    import numpy
    import rdflib
except ImportError:
    checks.skip('rdflib or numpy is not installed (python3-rdflib, python3-numpy)')
    checks.end()

rdflib.NORMALIZE_LITERALS = False  # the words as they stand: "0.50" is not to become "0.5"
PREFIXES = '''
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX gaf: <http://groundedannotationframework.org/gaf#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX tl: <urn:timeloom:term:>
PREFIX schema: <http://schema.org/>
'''


TEXT = 'http://www.w3.org/2001/XMLSchema#string'
TAGGED = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'
ADDED = 'http://semanticweb.cs.vu.nl/2009/11/sem/eventType'  # by the data folder's frames; timeline.json does not have it
HERE = os.path.dirname(os.path.abspath(__file__))


class Digests:
    """What is left of quads: eight bytes each, as quads.mjs makes them."""

    def __init__(self):
        self.held = array.array('Q')

    def add(self, subject, predicate, value, language, datatype, graph):
        if predicate != ADDED:
            quad = '\0'.join((subject, predicate, value, language, datatype, graph)).encode()
            self.held.append(int.from_bytes(hashlib.md5(quad).digest()[:8], 'little'))

    def equal(self, what, wanted):
        got = numpy.unique(numpy.frombuffer(self.held, '<u8'))
        checks.equal(f'{what}, quad by quad', [len(numpy.setdiff1d(got, wanted, True)), len(numpy.setdiff1d(wanted, got, True))], [0, 0])


def wanted_digests(folder):
    """Sorted, each once."""
    return numpy.frombuffer(subprocess.run(['node', os.path.join(HERE, 'quads.mjs'), folder], check=True, stdout=subprocess.PIPE).stdout, '<u8')


PIECE = 10_000_000  # rdflib's store takes 0.2 GB for three of these


def pieces(folder, kind):
    """A file, if longer than PIECE as several, each with the prefixes or the context of the whole."""
    name, begins, cut, kept, between, tail = {
        'trig': ('timeline.trig', b'\n<', b'\n}\n', 3, b'', b''),
        'json-ld': ('timeline.jsonld', b'\n{', b',\n{"@id":"urn:timeloom:assertion:', 0, b',\n', b'\n]}\n')}[kind]
    with open(os.path.join(folder, name), 'rb') as file:
        whole = file.read()
    at = whole.index(begins) + 1
    head, last = whole[:at], len(whole) - len(tail)
    while at < last:
        found = whole.find(cut, at + PIECE)
        end = found + kept if found >= 0 else last
        yield (head + whole[at:end] + tail).decode()
        at = end + len(between)


def stored(digests, store):
    """Adds the quads that a store of rdflib holds."""
    for s, p, o, context in store.quads():
        literal = isinstance(o, rdflib.Literal)
        graph = str(getattr(context, 'identifier', context))
        digests.add(str(s), str(p), str(o), literal and o.language or '', (TAGGED if o.language else str(o.datatype or TEXT)) if literal else '',
                    graph if graph.startswith('urn:timeloom:') else '')


ESCAPES = {'t': '\t', 'n': '\n', 'r': '\r', 'b': '\b', 'f': '\f'}
NQUAD = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)(?: <([^>]*)>)? \.$')


def unescaped(text):
    return re.sub(r'\\(u[0-9A-F]{4}|U[0-9A-F]{8}|.)', lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else ESCAPES.get(m[1], m[1]), text)


def rapper(trig):
    """The quads that rapper reads, which it prints as N-Quads."""
    digests = Digests()
    with subprocess.Popen(['rapper', '-q', '-i', 'trig', '-o', 'nquads', trig], stdout=subprocess.PIPE) as run:
        for line in run.stdout:
            s, p, thing, text, language, datatype, graph = NQUAD.match(line.decode().rstrip('\n')).groups()
            digests.add(s, p, thing if text is None else unescaped(text), language or '',
                        '' if text is None else TAGGED if language else datatype or TEXT, graph or '')
    checks.equal('rapper ends well', run.returncode, 0)
    return digests


def filled(text, kind):
    """rdflib's own store, with a file in it."""
    store = rdflib.ConjunctiveGraph()
    store.parse(data=text, format=kind)
    return store


def labels(folder):
    return ((event['id'], event['title'].replace('\0', '')) for event in expected.items(folder, 'nodes') if event['id'].startswith('event:'))


for folder in expected.folders():
    trig = os.path.join(folder, 'timeline.trig')
    wanted = wanted_digests(folder) if shutil.which('node') else None
    if wanted is None:
        checks.skip('node is not installed: the quads are not compared')
    for kind in ('trig', 'json-ld'):
        digests, told = Digests(), []
        try:
            for piece in pieces(folder, kind):
                data = filled(piece, kind)
                stored(digests, data)
                told += [(urllib.parse.unquote(str(row.event))[len('urn:timeloom:'):], str(row.label))
                         for row in data.query(PREFIXES + 'SELECT ?event ?label WHERE { ?event a sem:Event ; rdfs:label ?label }')]
        except rdflib.plugin.PluginException:
            checks.skip(f'this rdflib reads no {kind}')
            continue
        if wanted is not None:
            digests.equal(f'rdflib, {kind}', wanted)
        checks.same(f'rdflib answers from {kind}', told, lambda: labels(folder))
    if not shutil.which('rapper'):
        checks.skip('rapper is not installed (raptor2-utils)')
    elif wanted is not None:
        rapper(trig).equal('rapper', wanted)
    if os.path.basename(folder) not in ('sample', 'stargate'):
        continue
    data = filled(next(pieces(folder, 'trig')), 'trig')
    expected.answers(checks, folder, 'rdflib', **expected.in_sparql(lambda query: [str(row.it) for row in data.query(PREFIXES + query)]))
    if os.path.basename(folder) != 'sample':
        continue
    rights = data.query(PREFIXES + '''SELECT ?label WHERE {
        ?event tl:holder ?who ; rdfs:label ?label ; sem:hasEarliestBeginTimeStamp ?from ; sem:hasLatestEndTimeStamp ?to .
        ?who rdfs:label "Nordlinie" .
        FILTER(?from <= "2025-03-01"^^xsd:date && ?to >= "2025-03-01"^^xsd:date) }''')
    checks.equal('rights of Nordlinie on 1 March 2025', [str(r.label) for r in rights], ['Nordlinie may match any offer for the “north quay”'])
    changed = data.query(PREFIXES + '''SELECT DISTINCT ?label WHERE { ?event rdfs:label ?label .
        { ?event sem:hasBeginTimeStamp "2025-01-21"^^xsd:date } UNION { ?event sem:hasEndTimeStamp "2025-01-21"^^xsd:date }
        } ORDER BY ?label''')
    checks.equal('what changed on 21 January 2025', [str(r.label) for r in changed],
                 ['First ship of Rutas del Sur arrives', 'Nordlinie holds the only berth of Puerto Claro',
                  'Nordlinie may match any offer for the “north quay”', 'Rutas del Sur and Puerto Claro sign an agreement'])
    says = data.query(PREFIXES + '''SELECT ?name WHERE { ?graph tl:asserts ?event ; prov:wasAttributedTo ?who . ?who rdfs:label ?name .
        ?event rdfs:label "Rutas del Sur and Puerto Claro sign an agreement"@en }''')
    checks.equal('who says so', [str(r.name) for r in says], ['Inés Vega'])
checks.end()
