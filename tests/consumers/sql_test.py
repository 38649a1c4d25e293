"""SQLite and PostgreSQL load the tables and answer the story's questions; the server is the test's own."""
import glob
import json
import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile

import expected

checks = expected.Checks()
TABLES = {'node': ['document', 'entity', 'event'],
          'edge': ['participates', 'mentioned_in', 'direct', 'claims', 'relation', 'conflict', 'copy']}
RIGHTS = ["Nordlinie may match any offer for the “north quay”"]
CHANGED = ['First ship of Rutas del Sur arrives', 'Nordlinie holds the only berth of Puerto Claro',
           'Nordlinie may match any offer for the “north quay”', 'Rutas del Sur and Puerto Claro sign an agreement']
WHO = '''SELECT e.title FROM claims c JOIN entity e ON e.id = c.source JOIN event v ON v.id = c.target
         WHERE v.title = 'Rutas del Sur and Puerto Claro sign an agreement' '''


def sqlite_rows(database):
    """Nodes and edges as expected.load gives them, but with lists as JSON and nothing stripped."""
    database.row_factory = sqlite3.Row
    nodes, edges = {}, {}
    for table in TABLES['node']:
        for row in database.execute(f'SELECT * FROM "{table}"'):
            nodes[row['id']] = {k: row[k] for k in row.keys() if k != 'id' and row[k] is not None}
    for table in TABLES['edge']:
        for row in database.execute(f'SELECT * FROM "{table}"'):
            edges[row['uid']] = {k: row[k] for k in row.keys() if k != 'uid' and row[k] is not None}
    return nodes, edges


def linked(folder, clean=lambda text: text):
    with open(os.path.join(folder, 'node-link.json'), encoding='utf-8') as file:
        data = json.load(file)
    nodes = {clean(n['id']): {k: v if isinstance(v, list) else clean(v) if isinstance(v, str) else v for k, v in n.items() if k not in ('id', 'kind')} for n in data['nodes']}
    edges = {}
    for e in data['edges']:
        edges[clean(e['key'])] = {('relationship' if k == 'interaction' else k): clean(v) if isinstance(v, str) else v for k, v in e.items() if k != 'key'}
    return nodes, edges


def with_lists(rows, wanted):
    """Lists come as JSON text; put them back where a list is wanted."""
    return {key: {k: json.loads(v) if isinstance(wanted.get(key, {}).get(k), list) and isinstance(v, str) else v for k, v in row.items()}
            for key, row in rows.items()}


def postgres(folders):
    tools = sorted(glob.glob('/usr/lib/postgresql/*/bin'))
    if not tools:
        return checks.skip('PostgreSQL is not installed (postgresql-15)')
    bin_ = tools[-1]
    place = tempfile.mkdtemp(prefix='timeloom-pg-')
    as_user = []
    if os.getuid() == 0:  # the server refuses to run as root
        try:
            pwd.getpwnam('postgres')
        except KeyError:
            return checks.skip('no user postgres to run the server as')
        shutil.chown(place, 'postgres')
        as_user = ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
    os.chmod(place, 0o755)
    data = os.path.join(place, 'data')
    run = lambda *command, **more: subprocess.run([*as_user, *command], check=True, capture_output=True, text=True, cwd=place, **more)
    try:
        run(f'{bin_}/initdb', '-D', data, '-U', 'timeloom', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync')
        run(f'{bin_}/pg_ctl', '-D', data, '-w', '-l', os.path.join(place, 'log'), '-o', f"-k {place} -c listen_addresses='' -c fsync=off", 'start')
        try:
            for folder in folders:
                name = 'db_' + os.path.basename(folder)
                psql = ['psql', '-h', place, '-U', 'timeloom', '-v', 'ON_ERROR_STOP=1', '-q', '-A', '-t']
                subprocess.run([*psql, '-d', 'postgres', '-c', f'CREATE DATABASE {name}'], check=True)
                loaded = subprocess.run([*psql, '-d', name, '-f', os.path.join(folder, 'timeline.sql')], capture_output=True, text=True)
                checks.equal('psql loads', (loaded.returncode, loaded.stderr[:500]), (0, ''))
                ask = lambda sql: subprocess.run([*psql, '-d', name, '-c', sql], check=True, capture_output=True, text=True).stdout
                nodes, edges = linked(folder, lambda text: text.replace('\0', ''))
                got = {}
                for table in TABLES['node'] + TABLES['edge']:
                    for line in ask(f"SELECT row_to_json(t) FROM {table} t").splitlines():
                        row = {k: v for k, v in json.loads(line).items() if v is not None and k != 'held'}
                        got[row.pop('id', None) or row.pop('uid')] = row
                days = lambda row: {k: v for k, v in row.items() if not (isinstance(v, str) and k.endswith(('_earliest', '_latest')) and (v.startswith('-') or 'BC' in v))}
                wanted = {**nodes, **edges}
                clean = lambda v: [x.replace('\0', '') for x in v] if isinstance(v, list) else v
                wanted = {key: {k: clean(v) for k, v in row.items()} for key, row in wanted.items()}
                checks.equal('rows', {k: days(v) for k, v in got.items()}, {k: days(v) for k, v in wanted.items()})
                if os.path.basename(folder) == 'sample':
                    checks.equal('rights', ask('''SELECT v.title FROM participates p JOIN entity e ON e.id = p.source JOIN event v ON v.id = p.target
                        WHERE p.role = 'holder' AND e.title = 'Nordlinie' AND v.held @> date '2025-03-01' ''').splitlines(), RIGHTS)
                    checks.equal('changed', ask('''SELECT title FROM event WHERE '2025-01-21' IN (start_time, end_time) ORDER BY title COLLATE "C" ''').splitlines(), CHANGED)
                    checks.equal('who says so', ask(WHO).splitlines(), ['Inés Vega'])
                else:
                    checks.equal('year −44', ask("SELECT count(*) > 0 FROM event WHERE start_earliest = date '0045-03-15 BC'").strip(), 't')
                    checks.equal('year 12025', ask("SELECT count(*) > 0 FROM event WHERE start_earliest = date '12025-01-01'").strip(), 't')
        finally:
            run(f'{bin_}/pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    except subprocess.CalledProcessError as error:
        checks.equal('PostgreSQL runs', (error.cmd[:6], error.stdout, error.stderr), 'no error')
    finally:
        shutil.rmtree(place, ignore_errors=True)


for folder in expected.folders():
    database = sqlite3.connect(os.path.join(folder, 'timeline.sqlite'))
    checks.equal('SQLite is sound', database.execute('PRAGMA integrity_check').fetchone()[0], 'ok')
    nodes, edges = linked(folder)
    got_nodes, got_edges = sqlite_rows(database)
    checks.equal('SQLite nodes', with_lists(got_nodes, nodes), nodes)
    checks.equal('SQLite edges', with_lists(got_edges, edges), edges)
    if os.path.basename(folder) == 'sample':
        ask = lambda sql: [row[0] for row in database.execute(sql)]
        checks.equal('SQLite rights', ask('''SELECT v.title FROM participates p JOIN entity e ON e.id = p.source JOIN event v ON v.id = p.target
            WHERE p.role = 'holder' AND e.title = 'Nordlinie' AND v.start_earliest <= '2025-03-01' AND coalesce(v.end_latest, '9999') >= '2025-03-01' '''), RIGHTS)
        checks.equal('SQLite changed', ask("SELECT title FROM event WHERE '2025-01-21' IN (start_time, end_time) ORDER BY title"), CHANGED)
        checks.equal('SQLite who says so', ask(WHO), ['Inés Vega'])
postgres(expected.folders())
checks.end()
