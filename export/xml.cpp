#include "export/xml.hpp"

namespace timeloom {
namespace {

/// What cannot stand in content or in an attribute's value as it is, and where such may begin: the control
/// characters, and U+FFFE and U+FFFF, which are EF BF BE and EF BF BF.
constexpr auto xml_special = [](auto c) {
    return (c < 32) | (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == 0xEF);
};

} // namespace

void write_xml(Buffer& out, std::string_view text) {
    while (true) {
        text.remove_prefix(out.write_until(text, xml_special));
        if (text.empty())
            return;
        std::size_t length = 1;
        switch (text[0]) {
        case '&':
            out << "&amp;";
            break;
        case '<':
            out << "&lt;";
            break;
        case '>': // "]]>" must not stand in content
            out << "&gt;";
            break;
        case '"':
            out << "&quot;";
            break;
        // Written as they are, a parser may make blanks of them.
        case '\n':
            out << "&#10;";
            break;
        case '\t':
            out << "&#9;";
            break;
        case '\r':
            out << "&#13;";
            break;
        case '\xEF':
            if (text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF"))
                length = 3;
            else
                out << text[0];
            break;
        default: // the other control characters are forbidden
            break;
        }
        text.remove_prefix(length);
    }
}

std::string_view xml_type(ColumnType type) {
    return type == ColumnType::integer ? "long" : type == ColumnType::real ? "double" : "string";
}

void start_xml_edge(Buffer& out, const Edge& edge) {
    out << "<edge id=\"";
    write_xml(out, edge.id);
    out << "\" source=\"";
    write_xml(out, edge.from);
    out << "\" target=\"";
    write_xml(out, edge.to);
    out << '"';
}

} // namespace timeloom
