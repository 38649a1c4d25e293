// What a web page says of itself.
#pragma once

#include "text/page.hpp"

#include <libxml/tree.h>

namespace timeloom {

/// The first good source wins, in this order: meta properties, JSON-LD, microdata and <time>, <h1>, <title>,
/// the address.
Metadata read_head(const xmlNode* root);

} // namespace timeloom
