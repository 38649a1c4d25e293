"""`timeloom build`: inputs of every kind, the same bytes whatever the order and the number of threads."""
import json, os, shutil
from program import Case, ROOT, main

ARTICLE = 'Quellon buys Brandt\n\nQuellon Inc. bought Brandt Robotics on 3 March 2024. The deal is worth $40 million.\n'

class Build(Case):
    def test_a_file_gives_the_usual_outputs(self):
        self.write('a.txt', ARTICLE)
        run = self.build('a.txt')
        self.assertEqual(sorted(path.name for path in (self.folder / 'out').iterdir()),
                         ['graph.graphml', 'timeline.html', 'timeline.json', 'timelinejs.json'])
        self.assertEqual(run.timeline['schema'], 'timeloom/timeline/1')
        bought = [event for event in run.timeline['events'] if event['type'] == 'acquisition']
        self.assertEqual([event['time']['edtf'] for event in bought], ['2024-03-03'])
        self.assertEqual(run.out, '')

    def test_a_process_with_one_processor_ends_and_gives_the_same(self):
        self.write('a.txt', ARTICLE)
        self.write('b.txt', ARTICLE.replace('Brandt', 'Arvo'))
        many = self.build('a.txt', 'b.txt', '-j', '4').timeline
        one = {min(os.sched_getaffinity(0))}
        for jobs in ([], ['-j', '4']):
            self.assertEqual(self.build('a.txt', 'b.txt', *jobs, limit=lambda: os.sched_setaffinity(0, one)).timeline, many)

    def test_every_quotation_stands_at_its_offsets(self):
        texts = {}
        for sample in sorted((ROOT / 'samples/stargate').glob('*.txt')):
            shutil.copy(sample, self.folder)
            texts[sample.name] = sample.read_text(encoding='utf-8')
        run = self.build(*sorted(texts))
        documents = {document['id']: texts[document['uri']] for document in run.timeline['documents']}
        seen = 0
        for item in run.timeline['events'] + run.timeline['entities']:
            for mention in item['mentions']:
                self.assertEqual(documents[mention['document']][mention['begin']:mention['end']], mention['text'])
                seen += 1
        self.assertGreater(seen, 50)

    def test_standard_input_and_output(self):
        run = self.run_program('build', '-', '-o', '-', '--format', 'json', input=ARTICLE.encode())
        self.assertEqual(run.returncode, 0, run.err)
        self.assertEqual(json.loads(run.out)['documents'][0]['uri'], '-')

    def test_a_manifest_gives_the_metadata_and_leaves_other_files_out(self):
        self.write('news/a.txt', ARTICLE)
        self.write('news/b.txt', 'Not listed.')
        self.write('news/documents.tsv', 'file\tlanguage\tpublished\ttitle\na.txt\ten\t2024-03-05\tA purchase\n')
        documents = self.build('news').timeline['documents']
        self.assertEqual([(d['title'], d['language'], d['published']['edtf'], d['published']['basis']) for d in documents],
                         [('A purchase', 'en', '2024-03-05', 'given')])

    def test_json_lines(self):
        self.write('news.jsonl', json.dumps({'id': 'one', 'text': ARTICLE, 'published': '2024-03-04'}) + '\n')
        document = self.build('news.jsonl').timeline['documents'][0]
        self.assertEqual((document['id'], document['published']['edtf']), ('doc:one', '2024-03-04'))

    def test_order_and_threads_change_nothing(self):
        stories = sorted((ROOT / 'samples/stargate').iterdir())
        outputs = set()
        for jobs, order in ((1, stories), (3, stories[::-1]), (2, stories[2:] + stories[:2])):
            for story in stories: shutil.copy(story, self.folder)
            shutil.rmtree(self.folder / 'out', ignore_errors=True)
            self.build(*(story.name for story in order), '--jobs', jobs, '--format', 'json,graphml,timelinejs,html')
            outputs.add(b'\0'.join(path.read_bytes() for path in sorted((self.folder / 'out').iterdir())))
        self.assertEqual(len(outputs), 1)

    def test_an_unrelated_article_changes_no_id(self):
        for story in (ROOT / 'samples/shipyard').iterdir(): shutil.copy(story, self.folder)
        inputs = sorted(path.name for path in self.folder.glob('*.txt'))
        before = self.build(*inputs).timeline
        self.write('other.txt', 'Ein Sturm traf am 2. Mai 2019 die Insel Borkum.\n')
        after = self.build(*inputs, 'other.txt').timeline
        for kind in ('documents', 'entities', 'events'):
            self.assertLessEqual({item['id'] for item in before[kind]}, {item['id'] for item in after[kind]}, kind)

    def test_the_last_good_output_stays_when_nothing_can_be_read(self):
        self.write('a.txt', ARTICLE)
        self.build('a.txt')
        good = (self.folder / 'out/timeline.json').read_bytes()
        self.write('b.txt', '')
        self.build('b.txt', code=3)
        self.assertEqual((self.folder / 'out/timeline.json').read_bytes(), good)

if __name__ == '__main__': main()
