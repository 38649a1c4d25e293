#!/usr/bin/python3
"""dateparser (Debian: python3-dateparser) for dates_bench: the same input and output as timex_eval."""
import datetime, json, sys, time
from dateparser.search import search_dates

spent = size = count = 0
for line in open(sys.argv[1], encoding='utf-8'):
    row = json.loads(line)
    base = datetime.datetime.fromisoformat(row['dct'])
    start = time.process_time()
    found = search_dates(row['text'], languages=[row['lang']], settings={'RELATIVE_BASE': base}) or []
    spent += time.process_time() - start
    size += len(row['text'].encode())
    count += len(found)
    days = [when.strftime('%Y-%m-%d') for _, when in found]
    print(json.dumps({'id': row['id'], 'timexes': [{'earliest': day, 'latest': day} for day in days]}))
print(json.dumps({'seconds': spent, 'bytes': size, 'found': count}), file=sys.stderr)
