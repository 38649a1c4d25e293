"""Bad input: a clear message, the right exit code, the rest of the work done, no half-written output."""
import json, os, resource, signal
from program import Case, main

GOOD = 'Quellon Inc. bought Brandt Robotics on 3 March 2024.\n'
PICTURE = b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89' + bytes(range(256)) * 4

class BadInput(Case):
    def beside_good(self, name, content, said):
        """A bad file beside a good one: exit 1, the message names the file, the good one is read."""
        self.write('good.txt', GOOD)
        self.write(name, content)
        run = self.build('good.txt', name, code=1)
        self.assertIn(name, run.err)
        self.assertRegex(run.err, said)
        self.assertEqual([d['uri'] for d in run.timeline['documents']], ['good.txt'])

    def test_empty_file(self): self.beside_good('empty.txt', b'', 'empty')
    def test_blank_file(self): self.beside_good('blank.txt', b' \n\t\n', 'holds no text')
    def test_picture(self): self.beside_good('photo.txt', PICTURE, 'picture|is not text')
    def test_bytes_in_no_encoding(self): self.beside_good('noise.txt', bytes(range(1, 32)) * 30 + b'\x81\x8d\x8f\x90\x9d' * 40, 'is not text')

    def test_missing_file(self):
        self.write('good.txt', GOOD)
        run = self.build('good.txt', 'gone.txt', code=1)
        self.assertIn('gone.txt: does not exist', run.err)

    def test_japanese(self):
        self.write('good.txt', GOOD)
        self.write('ja.txt', 'マイクロソフトは火曜日、新しいデータセンターを東京に建設すると発表した。投資額は四千億円になる。\n' * 3)
        run = self.build('good.txt', 'ja.txt', code=1)
        self.assertRegex(run.err, r'ja\.txt.*Japanese')
        self.assertEqual({m['document'] for e in run.timeline['events'] for m in e['mentions']},
                         {d['id'] for d in run.timeline['documents'] if d['uri'] == 'good.txt'})

    def test_the_same_article_twice_is_one_document(self):
        self.write('a.txt', GOOD), self.write('b.txt', GOOD)
        run = self.build('a.txt', 'b.txt')
        self.assertEqual(len(run.timeline['documents']), 1)
        self.assertIn('b.txt', run.err)

    def test_a_broken_json_line_costs_only_that_line(self):
        lines = [json.dumps({'id': str(i), 'text': GOOD.replace('3', str(i + 1))}) for i in range(3)]
        lines[1] = lines[1][:25]
        self.write('news.jsonl', '\n'.join(lines))
        run = self.build('news.jsonl', code=1)
        self.assertRegex(run.err, r'news\.jsonl:2')
        self.assertEqual(sorted(d['id'] for d in run.timeline['documents']), ['doc:0', 'doc:2'])

    def test_an_id_with_two_texts(self):
        self.write('news.jsonl', '\n'.join(json.dumps({'id': 'x', 'text': text}) for text in (GOOD, GOOD + GOOD)))
        run = self.build('news.jsonl', code=1)
        self.assertIn('doc:x', run.err)
        self.assertEqual(len(run.timeline['documents']), 1)

    def test_html_cut_off(self):
        self.write('cut.html', '<html><head><title>A purchase</title></head><body><article><p>' + GOOD + '<p>Quellon is ba')
        self.assertEqual(self.build('cut.html').timeline['documents'][0]['title'], 'A purchase')

    def test_control_characters_and_surrogates(self):
        self.write('odd.jsonl', '{"id": "odd", "text": "Quellon\\u0001 bought Brandt\\ud800 Robotics on 3 March 2024."}\n')
        run = self.build('odd.jsonl')
        self.assertEqual([d['id'] for d in run.timeline['documents']], ['doc:odd'])
        self.assertIn('bought Brandt\ufffd Robotics', run.timeline['events'][0]['mentions'][0]['text'])

    def test_a_folder_without_permission(self):
        self.write('good.txt', GOOD)
        (self.folder / 'closed').mkdir(mode=0)
        # Root may read everything unless it gives up the capabilities to.
        as_user = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] if os.geteuid() == 0 else []
        run = self.build('good.txt', 'closed', code=1, prefix=as_user)
        self.assertRegex(run.err, r'closed: .*[Pp]ermission denied')
        self.assertEqual(len(run.timeline['documents']), 1)

    def test_a_file_that_vanishes(self):
        self.write('good.txt', GOOD)
        (self.folder / 'gone.txt').symlink_to('nowhere.txt')
        self.assertIn('gone.txt', self.build('good.txt', 'gone.txt', code=1).err)

    def test_an_output_folder_that_is_full(self):
        self.write('a.txt', GOOD)
        self.build('a.txt')
        good = (self.folder / 'out/timeline.json').read_bytes()
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        self.write('a.txt', GOOD * 2)
        run = self.run_program('build', 'a.txt', '-o', 'out', limit=limit)
        self.assertEqual(run.returncode, 3)
        self.assertRegex(run.err, 'out/.*cannot be written')
        self.assertEqual((self.folder / 'out/timeline.json').read_bytes(), good)
        self.assertEqual(sorted(path.name for path in (self.folder / 'out').iterdir()),
                         ['graph.graphml', 'timeline.html', 'timeline.json', 'timelinejs.json'])

    def test_an_output_folder_that_is_a_file(self):
        self.write('a.txt', GOOD), self.write('out', 'a file')
        run = self.run_program('build', 'a.txt', '-o', 'out')
        self.assertEqual(run.returncode, 3)
        self.assertIn('out', run.err)
        self.assertEqual((self.folder / 'out').read_text(), 'a file')

    def test_a_line_of_many_megabytes(self):
        self.write('long.txt', GOOD.strip() + ' ' + 'And then nothing much happened in the town. ' * 200_000)
        self.assertEqual(len(self.build('long.txt', '--format', 'json').timeline['documents']), 1)

    def test_many_tiny_files(self):
        for i in range(2000): self.write(f'many/{i}.txt', f'Quellon{i} bought Brandt on 3 March 2024.')
        self.assertEqual(len(self.build('many', '--format', 'json').timeline['documents']), 2000)

if __name__ == '__main__': main()
