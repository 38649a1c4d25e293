"""Help, versions, completions, formats, and words that make no sense."""
import json, subprocess
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
        self.assertIn('--published: “2025-13-45” is no date (write a day', self.said('build', 'a.txt', '--published', '2025-13-45', code=2))
        self.assertIn('--from: “5.3.2025” is no date (write a day', self.said('build', 'a.txt', '--from', '5.3.2025', code=2))
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

    def a_timeline(self):
        self.write('a.txt', 'Quellon Inc. bought Brandt Robotics on 3 March 2024. Quellon sued Vexor Ltd. in May 2024.')
        self.said('build', 'a.txt', '-o', 'out', '--quiet')
        return self.folder / 'out/timeline.json'

    def test_timeline_prints_a_line_an_event(self):
        self.a_timeline()
        lines = self.said('timeline', 'out').splitlines()
        self.assertRegex(lines[0], r'^3 March 2024 +1  .*Brandt Robotics.*Quellon')
        self.assertNotIn('\x1b', ''.join(lines))
        self.assertEqual(self.said('timeline', 'out/timeline.json').splitlines(), lines)

    def test_filters_keep_what_is_asked_for(self):
        self.a_timeline()
        self.assertEqual(len(self.said('timeline', 'out', '--type', 'lawsuit').splitlines()), 1)
        self.assertEqual(len(self.said('timeline', 'out', '--entity', 'Brandt Robotics').splitlines()), 1)
        self.assertNotIn('Vexor', self.said('timeline', 'out', '--to', '2024-04'))
        self.assertIn('--modality certain', self.said('timeline', 'out', '--modality', 'certain', code=2))

    def test_filters_that_cannot_be_meant_are_answered(self):
        self.a_timeline()
        self.assertIn('exchange the two', self.said('timeline', 'out', '--from', '2025', '--to', '2024', code=2))
        self.assertIn('--top: “0” is no number of things: give 1, 2, 3 …', self.said('timeline', 'out', '--top', '0', code=2))
        self.assertIn('passes all that is asked', self.said('timeline', 'out', '--type', 'lawsuit', '--min-sources', '99'))
        run = self.run_program('timeline', 'out', '--entity', 'Brand Robotics', '--type', 'lawsuits')
        self.assertEqual((run.returncode, run.out), (0, ''))
        self.assertIn('did you mean “Brandt Robotics”?', run.err)
        self.assertIn('did you mean “lawsuit”?', run.err)

    def test_mistyped_commands_and_options_are_answered_with_the_nearest(self):
        self.assertIn('timeloom: there is no command “buidl” (did you mean “build”?)\n`timeloom --help` tells more.', self.said('buidl', 'x', code=2))
        self.assertIn('there is no option “--fromat” (did you mean “--format”?)\n`timeloom convert --help` tells more.',
                      self.said('convert', 'x.json', '--fromat=csv', code=2))
        self.assertIn('there is no option “--quite” (did you mean “--quiet”?)', self.said('build', 'x', '--quite', code=2))

    def test_a_folder_of_articles_is_told_from_a_folder_of_results(self):
        (self.folder / 'articles').mkdir()
        self.assertIn('no timeline.json in this folder (make one of its articles: timeloom build articles -o out/)',
                      self.said('timeline', 'articles', code=3))

    def test_standard_input_and_output(self):
        timeline = self.a_timeline().read_bytes()
        run = self.run_program('convert', '-', '-f', 'json', '-o', '-', input=timeline)
        self.assertEqual((run.returncode, run.stdout), (0, timeline), run.err)

    def test_a_timeline_for_each_entity(self):
        self.said('convert', self.a_timeline(), '-o', 'again', '--format', 'markdown', '--per-entity', '--quiet')
        self.assertIn('Vexor', (self.folder / 'again/entities/vexorltd/timeline.md').read_text())
        self.assertNotIn('Vexor', (self.folder / 'again/entities/brandtrobotics/timeline.md').read_text())

    def test_edges_only(self):
        self.said('convert', self.a_timeline(), '-o', 'again', '--format', 'nodelink', '--edges-only')
        graph = json.loads(next((self.folder / 'again').iterdir()).read_text())
        self.assertIn('ACQUIRED', json.dumps(graph))
        self.assertNotIn('PARTICIPATES', json.dumps(graph))

    def test_convert_writes_what_build_would_have_written(self):
        timeline = self.a_timeline()
        self.said('convert', timeline, '-o', 'again', '--format', 'json,graphml')
        self.said('convert', 'out', '-o', 'once more', '--format', 'json,graphml') # the folder of the run
        for name in ('timeline.json', 'graph.graphml'):
            for folder in ('again', 'once more'):
                self.assertEqual((self.folder / folder / name).read_bytes(), (self.folder / 'out' / name).read_bytes(), name)

    def test_check_knows_its_own_formats(self):
        self.write('page.html', '<!DOCTYPE html>\n<title>A page</title>')
        self.assertIn('page.html: neither timeline.json nor GraphML nor GEXF', self.said('check', 'page.html', code=3))

    def test_convert_and_check_refuse_a_file_that_is_cut_off(self):
        timeline = self.a_timeline()
        self.assertIn('timeline.json', self.said('check', timeline))
        self.write('cut.json', timeline.read_bytes()[:500])
        self.assertRegex(self.said('check', 'cut.json', code=3), r'cut\.json:\d+')
        self.assertRegex(self.said('convert', 'cut.json', '-o', 'again', code=3), r'cut\.json:\d+')
        self.assertFalse((self.folder / 'again').exists())

    def test_dates(self):
        self.write('a.txt', 'The plant opened on Tuesday.')
        def first(*words): return json.loads(self.run_program('dates', 'a.txt', '--language', 'en', *words).out)['timexes'][0]
        self.assertEqual({key: first('--published', '2024-03-07')[key] for key in ('begin', 'end', 'text', 'type', 'value', 'earliest', 'latest', 'edtf')},
                         {'begin': 20, 'end': 27, 'text': 'Tuesday', 'type': 'DATE', 'value': '2024-03-05',
                          'earliest': '2024-03-05', 'latest': '2024-03-05', 'edtf': '2024-03-05'})
        self.assertIsNone(first()['edtf'])
        self.assertIn('not known', first()['why'])
        self.assertIn('<TIMEX3 tid="t1" type="DATE" value="2024-03-05">Tuesday</TIMEX3>',
                      self.said('dates', 'a.txt', '--language', 'en', '--published', '2024-03-07', '--timeml'))

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
