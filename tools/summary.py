#!/usr/bin/python3
"""Adds up what the test programs of some build folders reported.

usage: summary.py STATUS BUILD…

STATUS  0 when every test program ended well
BUILD   a folder whose meson-logs/testlog.json `meson test` has written

A test program reports either doctest's summary or a last line "N passed, N failed, N skipped". A line that begins with
"SKIPPED:" tells of a case that could not run; doctest counts it as passed, so it is moved. A program that failed without
reporting a failed case, or reported no case at all, counts as one failed. Prints the sum; exits 1 when anything failed.
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
    else: passed, failed, skipped = (1, 0, 0) if test['result'] == 'OK' and test['name'].startswith(('header', 'format', 'fuzz')) else (0, 1, 0)
    if test['result'] not in ('OK', 'SKIP') and not failed: failed = 1
    return passed, failed, skipped

def main():
    status, totals = int(sys.argv[1]), [0, 0, 0]
    for build in sys.argv[2:]:
        with open(f'{build}/meson-logs/testlog.json', encoding='utf-8') as log:
            for line in log: totals = [a + b for a, b in zip(totals, report(json.loads(line)))]
    passed, failed, skipped = totals
    if status and not failed: failed = 1
    if not passed: failed += 1
    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return failed > 0

sys.exit(main())
