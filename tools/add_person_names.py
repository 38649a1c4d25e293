#!/usr/bin/env python3
"""Adds names of persons to languages/world/given-names.tsv and family-names.tsv.

    tools/add_person_names.py FAKER

FAKER is the folder of the Python package faker (Debian: python3-fake-factory 0.9.3), whose lists of names by country are
under the MIT licence. As in tools/make_world.py, which makes the two files, a given name that is a common word in one of
the languages gets a "?", such a family name is left out. Run it after make_world.py; the same package gives the same bytes.
"""
import ast
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).parent.parent / "languages"
LOCALES = """cs_CZ de_AT de_CH de_DE dk_DK en_GB en_NZ es_ES es_MX et_EE fi_FI fr_CH fr_FR hr_HR hu_HU it_IT lt_LT lv_LV
nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sl_SI sv_SE tw_GH""".split()
FILES = {"first_name": "given-names.tsv", "last_name": "family-names.tsv"}


def is_name(text):
    return (len(text) > 2 and text[0].isupper() and not text.isupper() and all(c.isalpha() or c in "'-" for c in text)
            and all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha()))


def fold(text):
    """Without accents, as names are looked up: "Pär" is "par"."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def names(file, kind):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.startswith(kind):
            for leaf in ast.walk(node.value):
                if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and is_name(leaf.value):
                    yield leaf.value


def main():
    common = {fold(word) for table in ("common-words.tsv", "small-words.tsv") for file in ROOT.glob("*/" + table)
              for line in file.read_text(encoding="utf-8").split("\n") if line[:1] != "#"
              for word in line.split("\t")[0].split()}
    for kind, file in FILES.items():
        lines = (ROOT / "world" / file).read_text(encoding="utf-8").rstrip("\n").split("\n")
        head = [line for line in lines if line.startswith("#")]
        listed = set(lines) - set(head)
        for locale in LOCALES:
            for name in names(pathlib.Path(sys.argv[1]) / "providers" / "person" / locale / "__init__.py", kind):
                if name in listed or name + "?" in listed:
                    continue
                if fold(name) not in common:
                    listed.add(name)
                elif kind == "first_name":
                    listed.add(name + "?")
        (ROOT / "world" / file).write_text("\n".join([*head, *sorted(listed)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
