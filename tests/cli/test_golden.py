"""The samples give the outputs that stand in tests/golden. TIMELOOM_ACCEPT=1 (./check --accept) takes the new ones."""
import difflib, os, shutil
from program import Case, ROOT, main

class Golden(Case):
    def compare(self, story):
        golden = ROOT / 'tests/golden' / story
        shutil.copytree(ROOT / 'samples' / story, self.folder / story)
        run = self.run_program('build', story, '-o', 'out', '--format', 'json,graphml,timelinejs')
        self.assertEqual(run.returncode, 0, run.err)
        if os.environ.get('TIMELOOM_ACCEPT'):
            shutil.rmtree(golden, ignore_errors=True)
            shutil.copytree(self.folder / 'out', golden)
        names = sorted(path.name for path in golden.iterdir())
        self.assertEqual(sorted(path.name for path in (self.folder / 'out').iterdir()), names)
        for name in names:
            wanted, got = ((folder / name).read_text(encoding='utf-8').splitlines() for folder in (golden, self.folder / 'out'))
            changes = list(difflib.unified_diff(wanted, got, f'golden/{story}/{name}', 'now', lineterm='', n=0))
            self.assertEqual(changes, [], '\n'.join(line[:200] for line in changes[:20]))

    def test_stargate(self): self.compare('stargate')
    def test_shipyard(self): self.compare('shipyard')

if __name__ == '__main__': main()
