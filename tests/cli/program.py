"""What the tests of the command line share: running the program on files made for the occasion."""
import json, os, pathlib, subprocess, sys, tempfile, unittest

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[2]

class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run_program(self, *words, input=None, limit=None, prefix=()):
        """Runs the program in the case's folder; `limit` is called in the child before it starts, `prefix` are words before it."""
        done = subprocess.run([*prefix, PROGRAM, *map(str, words)], input=input, capture_output=True, cwd=self.folder, preexec_fn=limit, timeout=240)
        done.out, done.err = done.stdout.decode(), done.stderr.decode()
        return done

    def build(self, *words, code=0, **more):
        """Builds into out/ and returns the run, with `timeline` read when there is one."""
        done = self.run_program('build', *words, '-o', 'out', **more)
        self.assertEqual(done.returncode, code, done.err)
        path = self.folder / 'out/timeline.json'
        done.timeline = json.loads(path.read_text()) if path.exists() else None
        return done

def main():
    """Runs the cases of the calling module, and reports in one line."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = unittest.TextTestRunner(verbosity=1, stream=sys.stdout).run(suite)
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    print(f'{result.testsRun - failed - skipped} passed, {failed} failed, {skipped} skipped')
    sys.exit(failed > 0)
