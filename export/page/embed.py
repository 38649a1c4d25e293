#!/usr/bin/env python3
"""Writes a C++ file that holds the files named as one list of (name, bytes); run by the build.

usage: embed.py OUT.cpp FILE...
"""
import os
import sys

out, files = sys.argv[1], sys.argv[2:]
with open(out, "w") as cpp:
    cpp.write('#include "export/page_parts.hpp"\n\nnamespace timeloom {\nnamespace {\n')
    for index, name in enumerate(files):
        with open(name, "rb") as file:
            cpp.write("constexpr unsigned char part%d[] = {%s};\n" % (index, ",".join(map(str, file.read()))))
    cpp.write("constexpr PagePart parts[] = {\n")
    for index, name in enumerate(files):
        cpp.write('    {"%s", part%d, sizeof part%d},\n' % (os.path.basename(name), index, index))
    cpp.write("};\n} // namespace\n\nstd::span<const PagePart> page_parts() { return parts; }\n\n} // namespace timeloom\n")
