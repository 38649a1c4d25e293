"""The CSV for neo4j-admin, which is no package here (neo4j_csv_test.mjs loads it into Ladybug): Python's CSV reader takes the
files, whose headers and values are held
against what Neo4j's manual asks for (field types, one id space, arrays joined by ";", dates of Cypher)."""
import csv
import glob
import os
import re

import expected

checks = expected.Checks()
csv.field_size_limit(1 << 24)
FIELD = re.compile(r'^(id:ID|:START_ID|:END_ID|:TYPE|:LABEL|uid|title|[a-z0-9_]+:(string|string\[\]|long|double|date))$')
DATE = re.compile(r'^(\d{4}|-\d{4,9}|\+\d{5,9})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$')


def typed(kind, text):
    if kind == 'string[]':
        return text.split(';')
    if kind == 'date':
        if not DATE.match(text):
            raise ValueError(f'no date of Cypher: {text}')
        return text.removeprefix('+')
    return int(text) if kind == 'long' else float(text) if kind == 'double' else text


def rows(files):
    """One dictionary a row; an empty field is an absent one."""
    for name in files:
        with open(name, encoding='utf-8', newline='') as file:
            lines = csv.reader(file, strict=True)
            header = next(lines)
            fields = [field.split(':') for field in header]
            if wrong := [field for field in header if not FIELD.match(field)]:
                raise ValueError(f'{name}: {wrong}')
            for line in lines:
                if len(line) != len(header):
                    raise ValueError(f'{name}: {line}')
                yield {field[0] or field[1]: typed(field[-1], text) for field, text in zip(fields, line) if text}


def nodes(folder):
    for row in rows(glob.glob(os.path.join(folder, 'neo4j', '*.csv'))):
        if 'id' in row:
            yield row.pop('id'), row


def edges(folder):
    for row in rows(glob.glob(os.path.join(folder, 'neo4j', '*.csv'))):
        if 'uid' in row:
            yield row.pop('uid'), row


def held(value):
    """A list has no way to hold its separator: it becomes a comma."""
    return [item.replace(';', ',') for item in value] if isinstance(value, list) else value


def wanted_nodes(folder):
    for node in expected.items(folder, 'nodes'):
        labels = ';'.join(node['labels'][1:].split(':'))
        yield node['id'], {'LABEL': labels, **{k: held(v) for k, v in node.items() if k not in ('id', 'labels', 'kind')}}


def wanted_edges(folder):
    for edge in expected.items(folder, 'edges'):
        ends = {'START_ID': edge.pop('source'), 'END_ID': edge.pop('target'), 'TYPE': edge.pop('interaction')}
        yield edge.pop('key'), {**ends, **{k: held(v) for k, v in edge.items()}}


for folder in expected.folders():
    checks.same('nodes', nodes(folder), lambda: wanted_nodes(folder))
    checks.same('edges', edges(folder), lambda: wanted_edges(folder))
    with open(os.path.join(folder, 'neo4j', 'load.sh'), encoding='utf-8') as file:
        command = file.read()
    named = set(re.findall(r'=(\w+\.csv)', command))
    checks.equal('load.sh names every file', named, {os.path.basename(name) for name in glob.glob(os.path.join(folder, 'neo4j', '*.csv'))})
checks.end()
