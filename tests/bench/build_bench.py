#!/usr/bin/python3
"""Speed and memory of `timeloom build` on the varied corpus of make_corpus.py.

usage: build_bench.py PROGRAM [MEGABYTES…]   (default: 1 10)

Each size is built on one thread, to timeline.json and graph.graphml, once with the models and once without. Prints text
read per second of processor time (user + system; the start, measured on five short articles in five languages, taken
off) and peak memory; then what the first article alone takes.
"""
import os, resource, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, '../..'))

def run(program, data, source, out):
    """Processor seconds and peak megabytes of one run."""
    pid = os.fork()
    if not pid:
        os.execv(program, [program, '--quiet', '--data', data, 'build', source, '-o', out, '-j', '1', '-f', 'json,graphml'])
    _, status, used = os.wait4(pid, 0)
    if status: sys.exit(f'{source}: the program ended with {os.waitstatus_to_exitcode(status)}')
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

def main():
    program, sizes = os.path.abspath(sys.argv[1]), [float(size) for size in sys.argv[2:]] or [1, 10]
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, 'bare')
        shutil.copytree(os.path.join(ROOT, 'languages'), os.path.join(bare, 'languages'))
        short = os.path.join(folder, 'short.jsonl')
        print(f'{"corpus":>10} {"models":>7} {"MB/s":>7} {"seconds":>9} {"peak MB":>8}')
        for size in sizes:
            corpus = os.path.join(folder, f'{size}.jsonl')
            subprocess.run([os.path.join(HERE, 'make_corpus.py'), str(size), corpus], check=True)
            with open(corpus, encoding='utf-8') as lines, open(short, 'w', encoding='utf-8') as first:
                first.writelines(line for line, _ in zip(lines, range(5)))
            megabytes = os.path.getsize(corpus) / 1e6
            for label, data in (('with', ROOT), ('without', bare)):
                start, _ = run(program, data, short, os.path.join(folder, 'out'))
                seconds, peak = run(program, data, corpus, os.path.join(folder, 'out'))
                print(f'{megabytes:8.1f}MB {label:>7} {megabytes / max(seconds - start, 1e-9):7.2f} {seconds:9.2f} {peak:8.0f}', flush=True)
        with open(short, encoding='utf-8') as lines: article = lines.readline()
        with open(short, 'w', encoding='utf-8') as first: first.write(article)
        for label, data in (('with', ROOT), ('without', bare)):
            seconds, peak = min(run(program, data, short, os.path.join(folder, 'out')) for _ in range(5))
            print(f'{"1 article":>10} {label:>7} {"":7} {seconds:9.3f} {peak:8.0f}', flush=True)

main()
