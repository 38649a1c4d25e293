#!/usr/bin/env python3
"""Learns models/name-clues/*.tsv: what speaks for a name and for its type.

    tools/learn_name_clues.py TIMELOOM-TRAIN NER UD [--check]

NER holds LANGUAGE/SET.iob2.zst (PER, LOC, ORG), UD holds LANGUAGE/SET.conllu.zst (proper nouns). `timeloom-train
clues` finds the candidates and their clues (src/entities/name_clues.hpp); an averaged perceptron (Freund & Schapire
1999; Collins 2002) learns two choices from them: name or plain word, and which of three types. Where a corpus marks
proper nouns only, the types are those of the names that the world tables know. Words that the corpora hold once are
taken out of the common words before, as a new text has words that no table knows. Integers only: the same bytes again.

--check learns from three quarters and prints accuracy on the fourth; it writes nothing.
"""
import collections
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
LANGUAGES = ["de", "en", "es", "fr", "it", "pt"]
NER_SETS = ["train", "dev", "test", "test-pud"]
UD_SETS = ["train", "dev", "extra-gsd"]
# treebanks whose sentences NER has too, and one under the LGPL-LR
LEFT_OUT = {"de": "PUD", "en": "PUD", "pt": "PUD|Bosque", "fr": "Sequoia"}
TYPES = "OPL"  # organization, person, place
LEAST_SEEN, LEAST_WEIGHT, EPOCHS, MARGIN, SCALE = 3, 3, 6, 8, 2
KNOWN_PLACES = 6  # one of so many is learned from


def unpack(file):
    return subprocess.run(["zstd", "-dc", file], capture_output=True, text=True, check=True).stdout


def blocks(file):
    for block in unpack(file).split("\n\n"):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows and "text" in comments:
            yield comments, rows


def spans_of(text, forms, labels):
    """Byte spans of labelled tokens; a label that begins with "+" goes on with the span before it."""
    spans, at = [], 0
    for form, label in zip(forms, labels):
        begin = text.find(form, at)
        if begin < 0:
            return None
        at = begin + len(form)
        if label.startswith("+") and spans:
            spans[-1][1] = at
        elif label:
            spans.append([begin, at, label.lstrip("+")])
    size = [0]
    for letter in text:
        size.append(size[-1] + len(letter.encode()))
    return ",".join(f"{size[b]}-{size[e]}-{label}" for b, e, label in spans)


def read_ner(file):
    for comments, rows in blocks(file):
        tags = [("+" if row[2][0] == "I" else "") + row[2][2] if row[2] != "O" else "" for row in rows]
        yield comments["text"], spans_of(comments["text"], [row[1] for row in rows], tags)


def read_ud(file, without):
    for comments, rows in blocks(file):
        if without and re.search(without, comments.get("treebank", "")):
            continue
        forms, proper, covered = [], [], 0
        for row in rows:
            if "." in row[0]:
                continue
            if "-" in row[0]:
                covered = int(row[0].split("-")[1])
                forms.append(row[1])
                proper.append(False)
            elif int(row[0]) <= covered:
                proper[-1] |= row[3] == "PROPN"
            else:
                forms.append(row[1])
                proper.append(row[3] == "PROPN")
        labels = [("+N" if i and proper[i - 1] else "N") if is_name else "" for i, is_name in enumerate(proper)]
        spans = spans_of(comments["text"], forms, labels)
        yield comments["text"], None if spans is None else "0-0-U," + spans


def read_corpora(ner, ud):
    sentences = []
    for language in LANGUAGES:
        files = [(ner / language / f"{s}.iob2.zst", True) for s in NER_SETS]
        files += [(ud / language / f"{s}.conllu.zst", False) for s in UD_SETS]
        for file, typed in files:
            if file.exists():
                for text, spans in read_ner(file) if typed else read_ud(file, LEFT_OUT.get(language)):
                    if spans is not None:  # else tokens and text differ
                        sentences.append((language, text.replace("\t", " "), spans))
    return sentences


def without_rare_words(sentences, folder):
    """A copy of the tables without the common words that the corpora hold once."""
    shutil.copytree(ROOT / "languages", folder / "languages")
    seen = {language: collections.Counter() for language in LANGUAGES}
    for language, text, _ in sentences:
        seen[language].update(re.findall(r"[^\W\d_]+", text.lower()))
    for language in LANGUAGES:
        file = folder / "languages" / language / "common-words.tsv"
        rows = file.read_text().split("\n")
        file.write_text("\n".join(
            row for row in rows
            if row.startswith("#") or row.endswith("\tf") or seen[language][row.split("\t")[0]] != 1))


def read_examples(train, sentences, folder):
    """(language, label, doubtful, known type, votes, clues) of every candidate; see `timeloom-train clues`."""
    lines = "".join("\t".join(sentence) + "\n" for sentence in sentences)
    out = subprocess.run([train, "clues", "--data", folder], input=lines, capture_output=True, text=True, check=True)
    for line in out.stdout.splitlines():
        language, label, looks, known, votes, *clues = line.split("\t")
        keys = []
        for clue in clues:
            if clue.startswith("*"):
                keys.append((language, clue[1:]))
            else:
                keys.append(("", clue))
                if clue.count(" ") < 2:  # classes mean nearly the same everywhere, but not quite
                    keys.append((language, clue))
        yield language, label, looks, known, [int(v) for v in votes.split()], keys


def type_of(label, known, votes):
    if label in TYPES:
        return TYPES.index(label)
    if label != "N":
        return None
    if known in TYPES:
        return TYPES.index(known)
    best = votes.index(max(votes))
    clear = votes[best] >= 4 and sorted(votes)[-2] <= votes[best] - 3
    return best if clear and best < len(TYPES) else None


def lessons(examples):
    """Examples of both choices: (language, clues, right class, whether --check counts it)."""
    names, types, places = [], [], 0
    for language, label, looks, known, votes, keys in examples:
        single = ("", "length <1>") in keys
        letters = single and ("", "shape <AA> <AA> <text>") in keys
        # of names that are plain words, treebanks tag each word as what it is
        telling = label != "x" and (single or label not in "Nu")
        if ("doubtful" in looks or letters) and telling and known == "-":
            names.append((language, keys, int(label not in "-u"), True))
        kind = type_of(label, known, votes)
        if "nested" in looks or kind is None:
            continue
        if known == "L":  # most known names are places, most unknown ones are not
            places += 1
            if places % KNOWN_PLACES:
                continue
        types.append((language, keys, kind, known == "-" and label in TYPES))
    return names, types


def learn(examples, classes):
    """clue → its weights, as whole numbers."""
    seen = collections.Counter(key for _, keys, _, _ in examples for key in keys)
    places = {key: i for i, key in enumerate(key for key in sorted(seen) if seen[key] >= LEAST_SEEN)}
    lines = [([places[key] for key in keys if key in places], right) for _, keys, right, _ in examples]
    weights = [[0] * classes for _ in places]
    sums = [[0] * classes for _ in places]
    dice, time = random.Random(1), 1
    for _ in range(EPOCHS):
        dice.shuffle(lines)
        for ids, right in lines:
            scores = [sum(weights[i][c] for i in ids) for c in range(classes)]
            scores[right] -= MARGIN
            best = max(range(classes), key=scores.__getitem__)
            if best != right:
                for i in ids:
                    weights[i][right] += 1
                    weights[i][best] -= 1
                    sums[i][right] += time
                    sums[i][best] -= time
            time += 1
    mean = lambda i, c: (2 * SCALE * (weights[i][c] * time - sums[i][c]) + time) // (2 * time)
    table = {key: [mean(i, c) for c in range(classes)] for key, i in places.items()}
    return {key: row for key, row in table.items() if max(row) - min(row) >= LEAST_WEIGHT}


def check(examples, classes, title):
    right, all_ = collections.Counter(), collections.Counter()
    for part in range(4):
        table = learn([e for i, e in enumerate(examples) if i // 50 % 4 != part], classes)
        for language, keys, answer, counts in (e for i, e in enumerate(examples) if i // 50 % 4 == part):
            if counts:
                scores = [sum(table[key][c] for key in keys if key in table) for c in range(classes)]
                all_[language] += 1
                right[language] += max(range(classes), key=scores.__getitem__) == answer
    print(title, *(f"{language} {100 * right[language] / all_[language]:.1f} of {all_[language]}" for language in sorted(all_)))


HEAD = """# What speaks for a name and for its type. Made by tools/learn_name_clues.py from named-entity corpora and Universal
# Dependencies treebanks; licence CC BY-SA 4.0, attribution in models/README.md.
# FORMAT: clue (src/entities/name_clues.hpp), weights: is a name, organization, person, place
"""


def write(names, types, folder):
    folder.mkdir(exist_ok=True)
    for language in ["", *LANGUAGES]:
        rows = {}
        for key, (_, name) in names.items():
            if key[0] == language:
                rows[key[1]] = [name, 0, 0, 0]
        for key, row in types.items():
            if key[0] == language:
                rows[key[1]] = [rows.get(key[1], [0])[0], *row]
        text = HEAD + "".join("\t".join([clue, *map(str, row)]) + "\n" for clue, row in sorted(rows.items()))
        (folder / f"{language or 'all'}.tsv").write_text(text)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    train, ner, ud = map(pathlib.Path, arguments)
    sentences = read_corpora(ner, ud)
    with tempfile.TemporaryDirectory() as folder:
        without_rare_words(sentences, pathlib.Path(folder))
        names, types = lessons(read_examples(train, sentences, folder))
    if "--check" in sys.argv:
        check(names, 2, "names")
        check(types, len(TYPES), "types")
    else:
        write(learn(names, 2), learn(types, len(TYPES)), ROOT / "models" / "name-clues")


main()
