// From a file's bytes to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace timeloom {

struct DecodedText {
    std::string text; ///< valid UTF-8 without byte order mark; line ends and control characters are kept
    std::string note; ///< what was guessed or replaced; "" for clean UTF-8
};

/// Recognises UTF-8, UTF-16 (with and without byte order mark) and Windows-1252; `declared` is an encoding's
/// name that the text itself gives (HTML), believed only when the bytes are not UTF-8. UTF-8 with a few
/// broken bytes is read with U+FFFD in their place. Throws InputError naming `file` for pictures, archives
/// and other bytes that are no text.
DecodedText decode_text(std::string bytes, const std::string& file, const std::string& declared = {});

} // namespace timeloom
