// From a source to documents: decoding, format, language, date and id.
#pragma once

#include "text/document.hpp"
#include "text/sources.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timeloom {

/// Something to tell the user, as "FILE: what (remedy)".
struct Message {
    enum class Kind : std::uint8_t {
        error, ///< something could not be read: exit code 1
        note   ///< read, but worth knowing: what was guessed, replaced or passed over
    };
    Kind kind;
    std::string text;
};

struct ReadOptions {
    std::vector<std::string> languages; ///< codes that can be read (base/data.hpp: known_languages)
    std::string language;  ///< of all documents, over all that they say of themselves; "" to find out
    std::string published; ///< for documents that give no date themselves; ""
    std::size_t largest_file = 1'000'000'000; ///< bytes; for JSON Lines the longest line
};

using TakeDocument = std::function<void(Document&&)>;
using TakeMessage = std::function<void(Message)>;

/// Reads one source and hands over its documents (several for .jsonl), without sentences and tokens. Never
/// throws for bad input: each failure is a message, and the rest is read. The id is "doc:" and the record's
/// own id, or else the begin of the text's SHA-256, so the same text is the same document wherever it is read
/// from. A document in none of options.languages has an empty language, and a message says which language it
/// seems to be in.
void read_source(const Source& source, const ReadOptions& options, const TakeDocument& take,
                 const TakeMessage& tell);

/// The same for bytes in memory; `source.path` gives the format by its extension and names the text in
/// messages.
void read_bytes(std::string bytes, const Source& source, const ReadOptions& options, const TakeDocument& take,
                const TakeMessage& tell);

/// Tells documents that were read before. Give it the documents in the order of their sources: the first one
/// stays.
class DocumentIds {
  public:
    /// True for a document to keep. False with a note for the same text again, with an error for an id that
    /// stands for another text.
    bool admit(const Document& document, const TakeMessage& tell);

  private:
    struct Seen {
        std::string sha256;
        std::string uri;
    };
    std::unordered_map<std::string, Seen> seen_;
};

} // namespace timeloom
