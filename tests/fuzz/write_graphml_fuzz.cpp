// GraphML: whatever the texts, the file is well-formed and the titles come back, but for what XML cannot
// hold.
#include "export/graphml.hpp"
#include "write_fuzz.hpp"

#include <cstdlib>
#include <libxml/parser.h>
#include <libxml/tree.h>

using namespace timeloom;

namespace {

std::string storable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 32 && c != '\t' && c != '\n' && c != '\r')
            continue;
        if (text.compare(i, 3, "\xEF\xBF\xBE") == 0 || text.compare(i, 3, "\xEF\xBF\xBF") == 0) {
            i += 2;
            continue;
        }
        out += text[i];
    }
    return out;
}

std::string title_of(xmlNode* node) {
    for (auto* child = node->children; child; child = child->next) {
        xmlChar* key = xmlGetProp(child, reinterpret_cast<const xmlChar*>("key"));
        const bool title = key && std::string_view(reinterpret_cast<char*>(key)) == "nodelabel";
        xmlFree(key);
        if (!title)
            continue;
        xmlChar* content = xmlNodeGetContent(child);
        const std::string text(reinterpret_cast<char*>(content));
        xmlFree(content);
        return text;
    }
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto timeline = fuzzed_timeline(data, size);
    const EventTypes types;
    std::string xml;
    write_graphml({timeline, types}, [&xml](std::string_view bytes) { xml += bytes; });
    xmlDoc* document =
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "graph.graphml", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    if (!document)
        std::abort();
    const std::string_view wanted[] = {timeline.documents[0].title.empty() ? timeline.documents[0].uri
                                                                           : timeline.documents[0].title,
                                       timeline.entities[0].name, timeline.events[0].label};
    std::size_t at = 0;
    for (auto* graph = xmlDocGetRootElement(document)->children; graph; graph = graph->next)
        for (auto* node = graph->children; node; node = node->next)
            if (node->type == XML_ELEMENT_NODE &&
                std::string_view(reinterpret_cast<const char*>(node->name)) == "node")
                if (title_of(node) != storable(wanted[at++]))
                    std::abort();
    if (at != 3)
        std::abort();
    xmlFreeDoc(document);
    return 0;
}
