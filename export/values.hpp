// The text form of graph values that formats without lists and dates of their own share.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>
#include <string_view>

namespace timeloom {

/// Text as it is, a day as ISO 8601, a list as a JSON array of strings, a number in its shortest form; ""
/// when absent. The view lives as long as the value's own text or `scratch`, whichever was needed.
std::string_view text_of(const Value& value, std::string& scratch);

/// The text in the column of that name; "" where there is none.
std::string_view text_named(std::span<const Column> columns, std::span<const Value> row,
                            std::string_view name);

/// Appends a JSON string literal.
void append_json(std::string& out, std::string_view text);

} // namespace timeloom
