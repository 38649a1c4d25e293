// What every reader's fuzz target asserts: no crash, and documents that the rest of the program can rely on.
#pragma once

#include "base/data.hpp"
#include "base/utf8.hpp"
#include "text/read.hpp"
#include "text/segmenter.hpp"

#include <cstdlib>
#include <string>

namespace timeloom {

inline void require(bool holds) {
    if (!holds)
        std::abort();
}

/// Sentences and tokens are in order, in bounds, on character boundaries, and all tokens lie in their
/// sentences.
inline void check_document(Document& document) {
    static const Segmenter segmenter(find_data(), "fr");
    require(is_valid_utf8(document.text));
    require(!document.id.empty());
    segmenter.segment(document);
    std::uint32_t end = 0, token = 0;
    for (const auto& sentence : document.sentences) {
        require(sentence.first_token == token && sentence.end_token > token && sentence.span.begin >= end);
        end = sentence.span.begin;
        for (; token < sentence.end_token; ++token) {
            const auto span = document.tokens[token].span;
            require(span.begin >= end && span.end > span.begin && sentence.span.contains(span));
            require(is_valid_utf8(span.of(document.text)));
            require(&document.sentences[document.tokens[token].sentence] == &sentence);
            end = span.end;
        }
        require(sentence.span.end == end);
    }
    require(token == document.tokens.size());
}

/// Reads the bytes as a file of that name.
inline int fuzz_reader(const std::uint8_t* data, std::size_t size, const std::string& name) {
    const ReadOptions options{{"de", "en", "es", "fr", "it", "pt"}, {}, {}, 100'000};
    read_bytes(
        {reinterpret_cast<const char*>(data), size}, {name, nullptr}, options,
        [](Document&& document) { check_document(document); },
        [](const Message& message) { require(!message.text.empty()); });
    return 0;
}

} // namespace timeloom
