"""Help, versions, completions, formats, and words that make no sense."""
import subprocess
from program import Case, PROGRAM, main

class Commands(Case):
    def said(self, *words, code=0):
        run = self.run_program(*words)
        self.assertEqual(run.returncode, code, run.err)
        return run.out + run.err

    def test_help_has_examples_and_exit_codes(self):
        text = self.said('--help')
        self.assertIn('timeloom build articles/ -o out/', text)
        self.assertIn('Exit codes', text)
        for command in ('build', 'timeline', 'convert', 'check', 'dates', 'formats', 'completion'):
            self.assertIn(command, text)
            self.assertIn('Usage', self.said(command, '--help'))

    def test_version(self): self.assertRegex(self.said('--version'), r'^timeloom \d+\.\d+\.\d+\n$')

    def test_wrong_words(self):
        self.said(code=2)
        self.said('weave', code=2)
        self.said('build', code=2)
        self.write('a.txt', 'Quellon bought Brandt on 3 March 2024.')
        self.assertIn('graphml', self.said('build', 'a.txt', '--format', 'graphm', code=2))
        self.assertIn('2025-13-45', self.said('build', 'a.txt', '--published', '2025-13-45', code=2))
        self.assertIn('de en es', self.said('build', 'a.txt', '--language', 'xx', code=2))
        self.assertIn('standard output', self.said('build', 'a.txt', '-o', '-', code=2))
        self.assertFalse((self.folder / 'out').exists())

    def test_nothing_to_read(self):
        self.assertIn('does not exist', self.said('build', 'no/such', '-o', 'out', code=3))
        self.assertFalse((self.folder / 'out').exists())

    def test_quiet_says_only_faults(self):
        self.write('a.txt', 'Quellon bought Brandt on 3 March 2024.')
        self.assertEqual(self.said('build', 'a.txt', '-o', 'out', '--quiet'), '')

    def test_formats(self):
        listed = self.said('formats')
        for name in ('json', 'graphml', 'timelinejs', 'html'): self.assertRegex(listed, rf'(?m)^{name} ')

    def test_bash_completes_commands_and_options(self):
        script = self.said('completion', 'bash')
        def complete(*words):
            line = ' '.join(words)
            done = subprocess.run(['bash', '-c', f'{script}\nCOMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _timeloom; echo "${{COMPREPLY[@]}}"'],
                                  capture_output=True, text=True, cwd=self.folder)
            self.assertEqual(done.returncode, 0, done.stderr + line)
            return done.stdout.split()
        self.assertEqual(complete('timeloom', 'bui'), ['build'])
        self.assertIn('--published', complete('timeloom', 'build', '--p'))
        self.assertEqual(self.run_program('completion', 'tcsh').returncode, 2)

    def test_fish_and_zsh_have_scripts(self):
        self.assertIn('complete -c timeloom', self.said('completion', 'fish'))
        self.assertIn('#compdef timeloom', self.said('completion', 'zsh'))

if __name__ == '__main__': main()
