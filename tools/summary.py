#!/usr/bin/python3
"""Adds up what the tests reported.

usage: summary.py STATUS RESULT…

STATUS  0 when everything ended well
RESULT  a testlog.json that `meson test` has written, or the output of a script that ends with a line that counts

A test program reports either doctest's summary or a last line "N passed, N failed, N skipped". A line that begins with
"SKIPPED:" tells of a case that could not run; doctest counts it as passed, so it is moved. A program that failed without
reporting a failed case, or reported no case at all, counts as one failed; a fuzzing run that found nothing counts as one
passed. Prints the sum; exits 1 when anything failed.
"""
import json, re, sys

def report(test):
    text = test.get('stdout') or ''
    if doctest := re.search(r'test cases:\s*(\d+) \|\s*(\d+) passed \|\s*(\d+) failed \|\s*(\d+) skipped', text):
        _, passed, failed, _ = map(int, doctest.groups())
        skipped = len(re.findall(r'^.*SKIPPED:', text, re.M))
        passed -= skipped
    elif lines := re.findall(r'^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$', text, re.M):
        passed, failed, skipped = (sum(int(line[i] or 0) for line in lines) for i in range(3))
    elif test['result'] == 'SKIP': passed, failed, skipped = 0, 0, 1
    else: passed, failed, skipped = (1, 0, 0) if test['result'] == 'OK' and '/ fuzz ' in test['name'] else (0, 1, 0)
    if test['result'] not in ('OK', 'SKIP') and not failed: failed = 1
    return passed, failed, skipped

def main():
    status, totals = int(sys.argv[1]), [0, 0, 0]
    for result in sys.argv[2:]:
        with open(result, encoding='utf-8') as log:
            if result.endswith('.json'): tests = [json.loads(line) for line in log]
            else: tests = [{'name': result, 'result': 'OK', 'stdout': log.read().strip().splitlines()[-1]}]
            for test in tests: totals = [a + b for a, b in zip(totals, report(test))]
    passed, failed, skipped = totals
    if status and not failed: failed = 1
    if not passed: failed += 1
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return failed > 0

sys.exit(main())
