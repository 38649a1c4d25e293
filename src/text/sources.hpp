// From what the user names to the list of files to read.
#pragma once

#include "text/page.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace timeloom {

struct Source {
    std::string path; ///< as the user named it, folders with the path below them; "-" is standard input
    std::shared_ptr<const Metadata> given; ///< the manifest's row; null when there is none
};

struct SourceList {
    std::vector<Source> sources; ///< sorted by path, none twice: the order of the inputs does not matter
    std::size_t passed_over = 0; ///< files in folders that are of no known kind
    std::vector<std::string> problems; ///< one message for each input that cannot be used
    std::vector<std::string> notes;    ///< what is passed over in a manifest
};

/// Files as they are, folders recursively; in a folder with a `documents.tsv` only the files that it lists,
/// with its metadata. Reads no article; holds the paths only.
SourceList find_sources(std::span<const std::string> inputs);

/// Whether a file in a folder is read: .txt .md .html .htm .jsonl, in any case, but no README.
bool is_article_file(const std::string& path);

/// The file name's extension in lower case, with its dot.
std::string extension_of(const std::string& path);

} // namespace timeloom
