// What the graph formats in XML, GraphML and GEXF, have in common.
#pragma once

#include "export/buffer.hpp"

#include <string_view>

namespace timeloom {

/// Text as XML content or attribute value, without the control characters that XML forbids.
void write_xml(Buffer& out, std::string_view text);

/// "long", "double" or "string": days and lists are texts.
std::string_view xml_type(ColumnType type);

/// `<edge id="…" source="…" target="…"`, its tag still open.
void start_xml_edge(Buffer& out, const Edge& edge);

} // namespace timeloom
