"""rapper and rdflib read the TriG and the JSON-LD; SPARQL answers the story's questions."""
import json
import os
import shutil
import subprocess

import expected

checks = expected.Checks()
try:
    import rdflib
except ImportError:
    checks.skip('rdflib is not installed (python3-rdflib)')
    checks.end()

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


def quads(graph):
    return {(str(s), str(p), str(o), getattr(o, 'language', None), str(getattr(o, 'datatype', None)), str(c.identifier if hasattr(c, 'identifier') else c))
            for s, p, o, c in graph.quads()}


for folder in expected.folders():
    trig = os.path.join(folder, 'timeline.trig')
    data = rdflib.ConjunctiveGraph()
    data.parse(trig, format='trig')
    with open(os.path.join(folder, 'timeline.json'), encoding='utf-8') as file:
        story = json.load(file)
    count = lambda kind: len(set(data.subjects(rdflib.RDF.type, rdflib.URIRef(kind))))
    checks.equal('events', count('http://semanticweb.cs.vu.nl/2009/11/sem/Event'), len(story['events']))
    checks.equal('documents', count('http://schema.org/NewsArticle'), len(story['documents']))
    labels = {str(o) for s, o in data.subject_objects(rdflib.RDFS.label)}
    checks.equal('labels', {e['label'].replace('\0', '') for e in story['events']} - labels, set())
    # "null" is what rdflib calls quotation equality: offsets and words of every mention.
    wanted = {m['text'].replace('\0', '') for e in story['events'] for m in e['mentions']}
    exact = {str(o) for o in data.objects(None, rdflib.URIRef('http://www.w3.org/ns/oa#exact'))}
    checks.equal('quotations', wanted - exact, set())
    if shutil.which('rapper'):
        run = subprocess.run(['rapper', '-q', '-c', '-i', 'trig', trig], capture_output=True, text=True)
        checks.equal('rapper', (run.returncode, run.stderr), (0, ''))
    else:
        checks.skip('rapper is not installed (raptor2-utils)')
    try:
        linked = rdflib.ConjunctiveGraph()
        linked.parse(os.path.join(folder, 'timeline.jsonld'), format='json-ld')
        checks.equal('JSON-LD triples', len(linked), len(data))
    except rdflib.plugin.PluginException:
        checks.skip('this rdflib reads no JSON-LD')
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
