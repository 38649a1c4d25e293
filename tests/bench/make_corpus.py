#!/usr/bin/python3
"""Make a large, varied corpus out of a few articles, to measure speed and memory on.

usage: make_corpus.py MEGABYTES OUTPUT.jsonl [ARTICLES…]   (default: the measuring articles beside the project, else samples/)

Each article is told again and again. In every copy each capitalised name that occurs at least twice in the articles gets a
made-up name of its own (the same one throughout the copy), every year 1900-2099 is moved by the same random number of
years, and other numbers of two figures or more get new last figures. So no two copies share their names and years, the
vocabulary of events stays, and the same call gives the same bytes (a fixed seed).
"""
import json, os, random, re, sys

SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran cor del fin gar hol kir lan mor nel pra quel ros sten tal vor'.split()
WORD = re.compile(r"[A-ZÀ-Ý][\w’'-]+")
NUMBER = re.compile(r'\d[\d.,]*')

def read(paths):
    for path in paths:
        if os.path.isdir(path): yield from read(sorted(os.path.join(path, name) for name in os.listdir(path)))
        elif path.endswith('.txt'):
            with open(path, encoding='utf-8-sig') as file: yield os.path.basename(path), file.read()

def names_of(texts):
    """Words that stand capitalised inside sentences twice or more and nowhere in lower case."""
    count, lower = {}, set()
    for text in texts:
        lower.update(re.findall(r'\b[a-zß-ÿ]\w+', text))
        for match in WORD.finditer(text):
            if match.start() > 1 and text[match.start() - 2] not in '.!?\n:': count[match.group()] = count.get(match.group(), 0) + 1
    return {name for name, times in count.items() if times > 1 and name.lower() not in lower}

def vary(text, names, rng):
    new, shift = {}, rng.randint(-30, 30)
    def name(match):
        word = match.group()
        if word not in names: return word
        return new.setdefault(word, ''.join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize())
    def number(match):
        digits = match.group()
        if re.fullmatch(r'(19|20)\d\d', digits): return str(int(digits) + shift)
        return re.sub(r'\d$', lambda last: str(rng.randint(0, 9)), digits) if len(digits) > 2 else digits
    return NUMBER.sub(number, WORD.sub(name, text))

def main():
    megabytes, output = float(sys.argv[1]), sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    shared = os.environ.get('TIMELOOM_SHARED', os.path.join(here, '../../../shared'))
    given = sys.argv[3:] or ([os.path.join(shared, 'seeds')] if os.path.isdir(shared) else [os.path.join(here, '../../samples')])
    articles = list(read(given))
    names, rng, size, copy = names_of(text for _, text in articles), random.Random(20250121), 0, 0
    with open(output, 'w', encoding='utf-8') as out:
        while size < megabytes * 1e6:
            for file, text in articles:
                told = vary(text, names, rng)
                day = f'{rng.randint(1995, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}'
                out.write(json.dumps({'id': f'{file}-{copy}', 'text': told, 'published': day}, ensure_ascii=False) + '\n')
                size += len(told.encode())
            copy += 1

main()
