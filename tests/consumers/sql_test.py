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
NODES = ['document', 'entity', 'event']
EDGES = ['participates', 'mentioned_in', 'direct', 'claims', 'relation', 'conflict', 'copy']
LISTS = {'published_why', 'aliases', 'same_as', 'time_why', 'time_expressions', 'attribution', 'amounts', 'languages', 'said_by', 'edge_why'}
RIGHTS = ["Nordlinie may match any offer for the “north quay”"]
CHANGED = ['First ship of Rutas del Sur arrives', 'Nordlinie holds the only berth of Puerto Claro',
           'Nordlinie may match any offer for the “north quay”', 'Rutas del Sur and Puerto Claro sign an agreement']
WHO = '''SELECT e.title FROM claims c JOIN entity e ON e.id = c.source JOIN event v ON v.id = c.target
         WHERE v.title = 'Rutas del Sur and Puerto Claro sign an agreement' '''


def nodes(folder, clean=lambda value: value):
    for node in expected.items(folder, 'nodes'):
        yield clean(node['id']), {k: clean(v) for k, v in node.items() if k not in ('id', 'kind')}


def edges(folder, clean=lambda value: value):
    for edge in expected.items(folder, 'edges'):
        yield edge['key'], {('relationship' if k == 'interaction' else k): clean(v) for k, v in edge.items() if k != 'key'}


def sqlite_rows(database, tables, key):
    """Lists come as JSON text."""
    for table in tables:
        for row in database.execute(f'SELECT * FROM "{table}"'):
            yield row[key], {k: json.loads(row[k]) if k in LISTS else row[k] for k in row.keys() if k != key and row[k] is not None}


def without_nul(value):
    return [item.replace('\0', '') for item in value] if isinstance(value, list) else value.replace('\0', '') if isinstance(value, str) else value


def iso_day(value):
    """PostgreSQL counts no year 0: "0045-03-15 BC" is -0044-03-15."""
    if isinstance(value, str) and len(value) == 13 and value.endswith(' BC') and value[4] == '-':
        return f'-{int(value[:4]) - 1:04}{value[4:10]}'
    return value


def postgres_rows(psql, tables, key):
    for table in tables:
        with subprocess.Popen([*psql, '-c', f'COPY (SELECT row_to_json(t) FROM {table} t) TO STDOUT'], stdout=subprocess.PIPE, encoding='utf-8', errors='strict') as run:
            for line in run.stdout:
                row = json.loads(line.rstrip('\n').replace('\\\\', '\\'))  # COPY writes each backslash twice
                yield row[key], {k: iso_day(v) for k, v in row.items() if v is not None and k not in (key, 'held')}


def ask_of(reader, folder, ask):
    """One language for both: a day as text, compared as a date where there are dates."""
    expected.answers(
        checks, folder, reader,
        rights=lambda day: ask(f'''SELECT v.title FROM participates p JOIN entity e ON e.id = p.source
            JOIN event v ON v.id = p.target WHERE p.role = 'holder' AND e.title = 'Microsoft' AND v.start_latest <= '{day}'
            AND (v.end_latest IS NULL OR v.end_latest >= '{day}')'''),
        changed=lambda day: ask(f"SELECT title FROM event WHERE '{day}' IN (start_time, end_time)"),
        involved=lambda day: ask(f'''SELECT DISTINCT e.title FROM participates p JOIN entity e ON e.id = p.source JOIN event v ON v.id = p.target
            WHERE '{day}' IN (v.start_time, v.end_time)'''),
        tellers=lambda kind: ask(f'''SELECT DISTINCT d.title FROM mentioned_in m JOIN event v ON v.id = m.source JOIN document d ON d.id = m.target
            WHERE v.event_type = '{kind}' '''),
        claimants=lambda name: ask(f'''SELECT DISTINCT e.title FROM claims c JOIN entity e ON e.id = c.source JOIN participates p ON p.target = c.target
            JOIN entity n ON n.id = p.source WHERE n.title = '{name}' '''))


def ask_postgres(folder, psql):
    loaded = subprocess.run([*psql, '-f', os.path.join(folder, 'timeline.sql')], capture_output=True, text=True)
    checks.equal('psql loads', (loaded.returncode, loaded.stderr[:500]), (0, ''))
    ask = lambda sql: subprocess.run([*psql, '-c', sql], check=True, capture_output=True, text=True).stdout.splitlines()
    checks.same('PostgreSQL nodes', postgres_rows(psql, NODES, 'id'), lambda: nodes(folder, without_nul))
    checks.same('PostgreSQL edges', postgres_rows(psql, EDGES, 'uid'), lambda: edges(folder, without_nul))
    ask_of('PostgreSQL', folder, ask)
    if os.path.basename(folder) == 'sample':
        checks.equal('rights', ask('''SELECT v.title FROM participates p JOIN entity e ON e.id = p.source JOIN event v ON v.id = p.target
            WHERE p.role = 'holder' AND e.title = 'Nordlinie' AND v.held @> date '2025-03-01' '''), RIGHTS)
        checks.equal('changed', ask('''SELECT title FROM event WHERE '2025-01-21' IN (start_time, end_time) ORDER BY title COLLATE "C" '''), CHANGED)
        checks.equal('who says so', ask(WHO), ['Inés Vega'])
    elif os.path.basename(folder) == 'hostile':
        checks.equal('year −44', ask("SELECT count(*) > 0 FROM event WHERE start_earliest = date '0045-03-15 BC'"), ['t'])
        checks.equal('year 12025', ask("SELECT count(*) > 0 FROM event WHERE start_earliest = date '12025-01-01'"), ['t'])


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
    run = lambda *command: subprocess.run([*as_user, *command], check=True, capture_output=True, text=True, cwd=place)
    try:
        run(f'{bin_}/initdb', '-D', data, '-U', 'timeloom', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync')
        run(f'{bin_}/pg_ctl', '-D', data, '-w', '-l', os.path.join(place, 'log'), '-o', f"-k {place} -c listen_addresses='' -c fsync=off", 'start')
        try:
            for folder in folders:
                name = 'db_' + os.path.basename(folder)
                psql = ['psql', '-h', place, '-U', 'timeloom', '-v', 'ON_ERROR_STOP=1', '-q', '-A', '-t', '-d']
                subprocess.run([*psql, 'postgres', '-c', f'CREATE DATABASE {name}'], check=True)
                ask_postgres(folder, [*psql, name])
        finally:
            run(f'{bin_}/pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    except subprocess.CalledProcessError as error:
        checks.equal('PostgreSQL runs', (error.cmd[:6], error.stdout, error.stderr), 'no error')
    finally:
        shutil.rmtree(place, ignore_errors=True)


for folder in expected.folders():
    database = sqlite3.connect(os.path.join(folder, 'timeline.sqlite'))
    database.row_factory = sqlite3.Row
    checks.equal('SQLite is sound', database.execute('PRAGMA integrity_check').fetchone()[0], 'ok')
    checks.same('SQLite nodes', sqlite_rows(database, NODES, 'id'), lambda: nodes(folder))
    checks.same('SQLite edges', sqlite_rows(database, EDGES, 'uid'), lambda: edges(folder))
    ask = lambda sql: [row[0] for row in database.execute(sql)]
    ask_of('SQLite', folder, ask)
    if os.path.basename(folder) == 'sample':
        checks.equal('SQLite rights', ask('''SELECT v.title FROM participates p JOIN entity e ON e.id = p.source JOIN event v ON v.id = p.target
            WHERE p.role = 'holder' AND e.title = 'Nordlinie' AND v.start_earliest <= '2025-03-01' AND coalesce(v.end_latest, '9999') >= '2025-03-01' '''), RIGHTS)
        checks.equal('SQLite changed', ask("SELECT title FROM event WHERE '2025-01-21' IN (start_time, end_time) ORDER BY title"), CHANGED)
        checks.equal('SQLite who says so', ask(WHO), ['Inés Vega'])
postgres(expected.folders())
checks.end()
