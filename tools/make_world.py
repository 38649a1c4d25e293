#!/usr/bin/env python3
"""Makes the tables of languages/world/ and the common-words.tsv of each language from open reference data.

usage: make_world.py ENTITIES UD NER LANGUAGES

ENTITIES   folder with organizations.tsv, people.tsv, places.tsv, products.tsv, given_names.tsv, family_names.tsv
UD         folder with LANG/*.conllu.zst (Universal Dependencies; needs the command zstd)
NER        folder with de/*.iob2.zst (GermEval 2014, UNER), for more German nouns
LANGUAGES  where to write: LANGUAGES/world/*.tsv and LANGUAGES/XX/common-words.tsv

curated.tsv and legal-forms.tsv are written by hand and never touched. Output is sorted: two runs give the same bytes.
Sources and licences: languages/world/README.md. Rows whose only licence is CC BY-SA or unverified are left out.
"""
import collections, glob, os, re, subprocess, sys, unicodedata

LANGS = ['de', 'en', 'es', 'fr', 'it', 'pt']
LEGAL = re.compile(r",? (Inc\.?|Incorporated|Corp\.?|Corporation|Ltd\.?|Limited|PLC|plc|AG|SE|S\.A\.|SA|S\.p\.A\.|SpA|ASA|N\.V\.|NV|B\.V\.|AB|A/S|Oyj|GmbH|KGaA|"
                   r"Co\.|Company|Holdings?|LLC|L\.P\.|& Co\.?|AG & Co\.? KGaA|SE & Co\.? KGaA)$")
CLOSED = {'ADP', 'DET', 'PRON', 'CCONJ', 'SCONJ', 'AUX', 'PART', 'ADV', 'NUM', 'INTJ'}
# name-matched ids that the source's own notes doubt: they may name a national unit instead of the group
UNSURE = {'Salesforce', 'Alibaba', 'Infosys', 'Deloitte', 'PwC', 'Spotify', 'ExxonMobil', 'Exxon Mobil', 'Médecins Sans Frontières',
          'Doctors Without Borders', 'Court of Justice of the European Union'}
# bodies that sources call by different names
SAME = {'UK Government': 'Government of the United Kingdom', 'French Senate': 'Senate of France'}
# one thing that two sources list under two types: the type that is not wanted
DOUBLE = {('place', 'European Union'), ('place', 'United Nations'), ('organization', 'TikTok'), ('organization', 'Instagram'), ('product', 'Linux')}
LEFT_OUT = {'UD_Spanish-AnCora', 'UD_French-Sequoia', 'UD_French-FQB'}  # GPL at this commit, LGPL-LR

def fold(s):
    return ''.join(c for c in unicodedata.normalize('NFKD', s).casefold() if c.isalnum())

def full_name(name):
    return SAME.get(name) or re.sub(r'^US (?=Department|Congress|Senate|House|Army|Navy)', 'United States ', name)

def rows(folder, name):
    lines = open(os.path.join(folder, name), encoding='utf-8').read().split('\n')
    head = lines[0].split('\t')
    return [dict(zip(head, line.split('\t'))) for line in lines[1:] if line]

def common_words(ud, ner, lang, persons):
    """Lower-case forms (German nouns too) -> letter of the commonest part of speech: f closed class, n, v, a."""
    seen, proper = collections.defaultdict(collections.Counter), collections.Counter()
    for file in sorted(glob.glob(os.path.join(ud, lang, '*.conllu.zst'))):
        treebank, first = '', False
        for line in subprocess.run(['zstd', '-dc', file], capture_output=True, check=True).stdout.decode().split('\n'):
            if line.startswith('# treebank'): treebank = line.split('= ')[1].strip()
            if not line or line[0] == '#' or treebank in LEFT_OUT: continue
            cells = line.split('\t')
            form, pos = cells[1], cells[3]
            if '-' in cells[0]: pos = 'ADP'            # a contraction: "del", "zum"
            if not form.isalpha() or len(form) < 2: continue
            if pos == 'PROPN': proper[form.lower()] += 1
            elif form.islower() or pos in CLOSED or (pos == 'NOUN' and lang == 'de' and form[1:].islower()):
                kind = 'f' if pos in CLOSED else {'NOUN': 'n', 'VERB': 'v', 'ADJ': 'a'}.get(pos, '')
                if kind: seen[form.lower()][kind] += 1
    for file in sorted(glob.glob(os.path.join(ner, lang, '*.iob2.zst')) if lang == 'de' else []):
        first = True
        for line in subprocess.run(['zstd', '-dc', file], capture_output=True, check=True).stdout.decode().split('\n'):
            cells = line.split('\t')
            if len(cells) < 3: first = True; continue
            form = cells[1]
            if form.isalpha() and len(form) > 2 and form[0].isupper() and form[1:].islower():
                if cells[2] != 'O': proper[form.lower()] += 1
                elif not first: seen[form.lower()]['n'] += 1
            first = first and not form.isalpha()
    keep = {}
    for word, kinds in seen.items():
        kind, count = sorted(kinds.items(), key=lambda k: (-k[1], k[0]))[0]
        total = sum(kinds.values())
        least = 1 if lang in ('de', 'es', 'fr', 'it') and len(word) > 3 and kind in 'nfav' else 2
        if kind == 'n' and word.capitalize() in persons: least = 3
        if total >= least and total > proper[word]: keep[word] = kind
    return keep

# Aliases that mean something else in most news of that language: a football league, not a party.
MISLEADING = {('League (Italy)', 'und', 'League'), ('League (Italy)', 'es', 'Liga'), ('League (Italy)', 'pt', 'Liga')}

def aliases(row, name, common, needs_context):
    """lang:alias|… of our six languages, 'und' for all; a common word gets the mark '?'."""
    out, seen = [], set()
    def add(lang, alias):
        alias = alias.strip()
        if len(fold(alias)) < 2 or '(' in alias or not any(c.isupper() or c.isdigit() for c in alias): return
        if (name, lang, alias) in MISLEADING: return
        if len(alias) > 60 or (lang, alias) in seen or ('und', alias) in seen: return
        mark = '?' if needs_context(lang, alias) else ''
        if alias == name and not mark: return
        seen.add((lang, alias)); out.append(f'{lang}:{alias}{mark}')
    add('und', re.sub(r' \(.*', '', name))
    for cell in row.get('aliases', '').split('|'):
        lang, _, alias = cell.partition(':')
        if lang in LANGS or lang == 'und': add(lang, alias)
        if lang == 'de' and ' ' in alias and row.get('type') != 'person':               # adjectives are inflected: Vereinte, Vereinten Nationen
            words = alias.split(' ')
            for ending in ('e', 'en', 'er', 'em'):
                bent = [re.sub('(e|er|es)$', ending, w) if w[:1].isupper() and i + 1 < len(words) and re.search('[a-zß](e|er|es)$', w)
                        and len(w) > 5 else w for i, w in enumerate(words)]
                if bent != words: add('de', ' '.join(bent))
    return out

def main():
    source, ud, ner, languages = sys.argv[1:5]
    persons = {n for file in ('given_names.tsv', 'family_names.tsv') for n in (r['name'] for r in rows(source, file))}
    common = {lang: common_words(ud, ner, lang, persons) for lang in LANGS}
    for lang in LANGS:
        with open(f'{languages}/{lang}/common-words.tsv', 'w', encoding='utf-8') as out:
            out.write('# Words that name nobody, even where they stand capitalised. Made by tools/make_world.py from Universal\n'
                      '# Dependencies treebanks (German: GermEval 2014 too); licence CC BY-SA 4.0, attribution in languages/world/README.md.\n'
                      '# FORMAT: word in lower case, kind: f closed class, n noun, v verb, a adjective\n')
            for word in sorted(common[lang]): out.write(f'{word}\t{common[lang][word]}\n')
    state = {'rank': 1, 'country': False}
    def needs_context(lang, alias):
        if ' ' in alias or alias.isupper() and len(alias) > 3 or state['country']: return False
        word = alias.lower()
        if state['rank'] > 1 and alias in persons: return True
        return any(word in common[x] for x in (LANGS if lang == 'und' else [lang]))
    world = f'{languages}/world'
    head = ('# {what}. Made by tools/make_world.py; sources and licences: README.md. Corrections and additions: curated.tsv.\n'
            '# FORMAT: name, type, Wikidata id, prominence (1 most, 3 least), owner or maker, seat, aliases LANG:ALIAS|… (und: every\n'
            '#   language; "?" at the end: a common word too, needs context), country (ISO 3166 code)\n')
    names = {}
    def write(file, what, entries):
        best = {}
        for e in sorted(entries, key=lambda e: (e[3], e[0])):
            if (e[1], e[0]) in DOUBLE: continue
            key = (e[1], fold(e[0]))
            if key in best:
                best[key][6] = best[key][6] + [a for a in e[6] if a not in best[key][6]]
                best[key][2] = best[key][2] or e[2]
            else: best[key] = list(e)
        with open(f'{world}/{file}', 'w', encoding='utf-8') as out:
            out.write(head.format(what=what))
            for e in sorted(best.values(), key=lambda e: (e[0].casefold(), e[1])):
                out.write('\t'.join([e[0], e[1], e[2], str(e[3]), e[4], e[5], '|'.join(e[6]), e[7]]).rstrip('\t') + '\n')
        print(file, len(best))
    def open_licence(row):
        return not set(re.split('[;+]', row['licence'])) <= {'UNVERIFIED', 'CC-BY-SA-4.0'}
    def shorten(name):
        short = LEGAL.sub('', LEGAL.sub('', name)).strip().rstrip(',')
        return short if len(fold(short)) > 2 else name

    # a capital named for a government or the EU is a figure of speech, left to the text
    seats = {fold(a.partition(':')[2]) for r in rows(source, 'places.tsv') if r['subtype'] in ('capital', 'country')
             for a in r['aliases'].split('|') + [':' + r['name']]}
    organizations = []
    for r in rows(source, 'organizations.tsv'):
        tier, sub = int(r['tier']), r['subtype']
        state['rank'] = tier
        if tier > 2 or not open_licence(r): continue
        r['aliases'] = '|'.join(a for a in r['aliases'].split('|') if fold(a.partition(':')[2]) not in seats)
        if tier == 2 and sub in ('operator', 'healthcare', 'research', 'archive', 'other'): continue
        name = shorten(r['name']) if sub in ('company', 'brand', 'bank', 'other') else r['name']
        name = full_name(name)
        if name != r['name']: r['aliases'] += '|und:' + r['name']
        for cell in list(r['aliases'].split('|')):
            lang, _, alias = cell.partition(':')
            if alias and sub in ('company', 'brand', 'bank') and shorten(alias) != alias: r['aliases'] += f'|{lang}:{shorten(alias)}'
        qid = '' if r['qid_basis'] == 'name-match' and r['name'] in UNSURE else r['qid']
        if tier == 2 and sub == 'brand' and (' ' not in name) and needs_context('und', name): continue
        organizations.append((name, 'organization', qid, tier, '', '', aliases(r, name, common, needs_context), r['country']))
    # a row of lesser rank whose name is an alias of a prominent one is the same body
    leading = {}
    for o in organizations:
        if o[3] == 1:
            for a in [o[0]] + [re.sub(r'^\w+:|\?$', '', a) for a in o[6]]: leading.setdefault(fold(shorten(a)), o)
    merged = []
    for o in organizations:
        same = leading.get(fold(shorten(re.sub(r' Inc Class A$|, Inc\..*', '', o[0]))))
        if o[3] == 1 or same is None or (o[7] and same[7] and o[7] != same[7]): merged.append(o)
        else: merged.append((same[0], same[1], o[2] if not same[2] else '', 2, '', '', o[6], same[7]))
    organizations = merged
    write('organizations.tsv', 'Companies, banks, brands, agencies, parties, news outlets', organizations)
    known = {fold(o[0]) for o in organizations}

    people, state['rank'] = [], 1
    surnames = collections.Counter(r['name'].split(' ')[-1] for r in rows(source, 'people.tsv'))
    frequent = {r['name'] for r in rows(source, 'family_names.tsv')[:1500]}
    for r in rows(source, 'people.tsv'):
        if int(r['tier']) <= 2 and open_licence(r):
            last = r['name'].split(' ')[-1]             # leading people are called by a surname that nobody shares
            if r['tier'] == '1' and surnames[last] == 1 and last not in frequent and len(last) > 3: r['aliases'] += '|und:' + last
            people.append((r['name'], 'person', r['qid'], int(r['tier']), '', '', aliases(r, r['name'], common, needs_context), r['country']))
    write('people.tsv', 'People in public life', people)

    places, demonyms = [], collections.defaultdict(set)
    prominent = {fold(r['name']): r['country'] for r in rows(source, 'places.tsv') if int(r['tier']) <= 2}
    for r in rows(source, 'places.tsv'):
        tier, sub = int(r['tier']), r['subtype']
        if not open_licence(r) or r['name'] == 'world': continue
        # a lesser town is worth a row when it is of some size, its name of some length ("Bol" is many things), and no better
        # known place of another country has that name
        if tier > 2 and sub == 'city' and (int(r['population'] or 0) < 30000 or len(r['name']) < 5 or
                                           prominent.get(fold(r['name']), r['country']) != r['country']): continue
        state.update(rank=tier, country=sub == 'country')
        rank = 1 if sub == 'country' else 2 if sub in ('capital', 'union', 'subdivision', 'region') or tier == 1 else 3
        places.append((r['name'], 'place', r['qid'], rank, '', '', aliases(r, r['name'], common, needs_context), r['country']))
        if sub in ('country', 'territory', 'union', 'macroregion', 'region'):
            for cell in r['demonyms'].split('|'):
                lang, _, word = cell.partition(':')
                if lang in LANGS and word and ' ' not in word: demonyms[lang].add((word.lower(), r['name']))
    write('places.tsv', 'Countries, regions, cities, seas', places)
    for lang in LANGS:
        with open(f'{languages}/{lang}/demonyms.tsv', 'w', encoding='utf-8') as out:
            out.write('# Adjectives and nouns of nationality. Made by tools/make_world.py; regular endings are known to the finder.\n'
                      '# FORMAT: word in lower case, place as named in world/places.tsv\n')
            for word, place in sorted(demonyms[lang]): out.write(f'{word}\t{place}\n')

    products, state['country'] = [], False
    kept = ('ai_model', 'os', 'device', 'database', 'app', 'software', 'service')
    dropped = ('brand_or_product', 'currency', 'programming_language', 'also_organization')
    leading = {fold(r['name']): r['name'] for r in rows(source, 'products.tsv') if r['tier'] == '1'}
    for r in rows(source, 'products.tsv'):
        tier = state['rank'] = int(r['tier'])
        if tier > 2 or not open_licence(r) or (tier == 2 and r['category'] in dropped) or r['category'] == 'currency': continue
        if tier == 2 and (r['category'] not in kept or ' ' not in r['name'] and needs_context('und', r['name'])): continue
        if len(r['name']) > 30 or fold(r['name']) in known: continue
        maker, _, rest = r['name'].partition(' ')
        if tier == 2 and fold(maker) in known and fold(rest) in leading:   # "Apple iOS" is "iOS"
            r['aliases'] += '|und:' + r['name']
            r['name'] = leading[fold(rest)]
        owner = re.sub(r' \(.*', '', r['vendor'])
        owner = owner if fold(owner) in known else ''
        kind = r['type'] if r['type'] in ('product', 'project', 'work') else 'product'
        if r['category'] in ('law', 'treaty', 'regulation'): kind = 'work'
        products.append((r['name'], kind, '', tier, owner, '', aliases(r, r['name'], common, needs_context), ''))
    write('products.tsv', 'Products, AI models, software, indices, laws, projects', products)

    state['rank'] = 1
    for file, out_name, what in (('given_names.tsv', 'given-names.tsv', 'Given names'), ('family_names.tsv', 'family-names.tsv', 'Family names')):
        kept = set()
        for r in rows(source, file):
            n = r['name']
            if not (n[:1].isupper() and len(n) > 1 and all(c.isalpha() or c in "-'’ " for c in n)
                    and all('LATIN' in unicodedata.name(c, '') for c in n if c.isalpha())): continue
            if not needs_context('und', n): kept.add(n)
            elif file == 'given_names.tsv' and len(n) > 2: kept.add(n + '?')
        fate = 'have a "?"' if file == 'given_names.tsv' else 'left out'
        with open(f'{world}/{out_name}', 'w', encoding='utf-8') as out:
            out.write(f'# {what} of many countries. Made by tools/make_world.py; common words {fate}. Sources: README.md.\n# FORMAT: name\n')
            for n in sorted(kept): out.write(n + '\n')
        print(out_name, len(kept))

if __name__ == '__main__': main()
