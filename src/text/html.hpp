// Web pages: the article's text and what the page says of itself (libxml2's forgiving HTML parser).
#pragma once

#include "text/page.hpp"

#include <string>
#include <string_view>

namespace timeloom {

/// Title, date, publisher, language and address from the page's head, JSON-LD, microdata and <time>; the text
/// is the article's body, found by where the paragraphs are, without navigation, asides, forms, captions and
/// related links: paragraphs, headings and list items are separated by an empty line. A page without article
/// gives its whole text. Never throws for broken HTML. `source` must be valid UTF-8.
Page read_html(std::string_view source);

/// The encoding that a page's first bytes declare; "" when they do not.
std::string declared_charset(std::string_view bytes);

} // namespace timeloom
