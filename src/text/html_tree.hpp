// Small helpers over libxml2's tree, shared by the readers of a page's head and body.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace timeloom {

inline std::string_view name_of(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE && node->name ? reinterpret_cast<const char*>(node->name) : "";
}

inline std::string attribute(const xmlNode* node, const char* name) {
    if (node->type != XML_ELEMENT_NODE)
        return {};
    xmlChar* value = xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
    std::string out = value ? reinterpret_cast<const char*>(value) : "";
    xmlFree(value);
    return out;
}

/// The next node in document order that is no descendant of `node`, within `root`; nullptr at the end.
inline const xmlNode* after(const xmlNode* node, const xmlNode* root) {
    while (node && node != root && !node->next)
        node = node->parent;
    return !node || node == root ? nullptr : node->next;
}

/// The next node in document order within `root`; nullptr at the end.
inline const xmlNode* following(const xmlNode* node, const xmlNode* root) {
    return node->type == XML_ELEMENT_NODE && node->children ? node->children : after(node, root);
}

} // namespace timeloom
