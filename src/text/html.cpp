// The body is found as people find it: the element that holds most of the long paragraphs, links not counted.
#include "text/html.hpp"

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/html_head.hpp"
#include "text/html_tree.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <map>
#include <memory>

namespace timeloom {

namespace {

constexpr std::size_t long_paragraph = 40; // bytes; shorter ones say nothing of where the article is
constexpr int share_of_ancestor[] = {4, 4, 2,
                                     1}; // quarters of a paragraph's length, for parent, grandparent, …

bool is_block(std::string_view name) {
    return is_one_of(name,
                     {"p",   "div",   "section", "article", "main",   "h1",   "h2",      "h3", "h4",
                      "h5",  "h6",    "li",      "ul",      "ol",     "dl",   "dt",      "dd", "blockquote",
                      "pre", "table", "tr",      "header",  "figure", "body", "address", "hr", "center"});
}

/// One of the words of class and id that pages use for what is not the article.
bool is_named_furniture(const xmlNode* node) {
    constexpr std::string_view words[] = {
        "nav",        "navbar",    "menu",    "sidebar",  "footer",      "breadcrumb", "breadcrumbs",
        "share",      "sharing",   "social",  "comments", "comment",     "respond",    "related",
        "newsletter", "subscribe", "promo",   "advert",   "ad",          "ads",        "cookie",
        "cookies",    "consent",   "popup",   "modal",    "recommended", "tags",       "pagination",
        "byline",     "toolbar",   "caption", "credit",   "sponsored",   "outbrain",   "taboola"};
    const auto label = fold_case(attribute(node, "class") + " " + attribute(node, "id"));
    for (std::size_t begin = 0; begin < label.size();) {
        const auto end = std::min(label.find_first_of(" -_", begin), label.size());
        if (std::find(std::begin(words), std::end(words), label.substr(begin, end - begin)) !=
            std::end(words))
            return true;
        begin = end + 1;
    }
    return false;
}

/// What never holds the article's text.
bool is_skipped(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return false;
    if (node->type != XML_ELEMENT_NODE)
        return true;
    const auto name = name_of(node);
    if (is_one_of(name, {"script", "style", "noscript", "nav",    "aside",    "footer", "form", "button",
                         "iframe", "svg",   "template", "select", "textarea", "input",  "head", "figcaption",
                         "object", "audio", "video",    "canvas", "dialog",   "menu"}))
        return true;
    if (is_one_of(name, {"html", "body", "main", "article", "p", "em", "strong", "a", "b", "i"}))
        return false;
    return attribute(node, "hidden") == "hidden" || attribute(node, "aria-hidden") == "true" ||
           is_named_furniture(node);
}

bool is_text(const xmlNode* node) {
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content;
}

/// Bytes of text under a node, that of links not counted.
std::size_t text_length(const xmlNode* root) {
    std::size_t length = 0;
    for (const auto* node = root->children; node && node != root;) {
        const bool skipped = is_skipped(node) || name_of(node) == "a";
        if (is_text(node))
            length += static_cast<std::size_t>(xmlStrlen(node->content));
        node = skipped ? after(node, root) : following(node, root);
    }
    return length;
}

const xmlNode* find_article(const xmlNode* root) {
    std::map<const xmlNode*, std::size_t>
        scores; // read in document order below, never in the order of addresses
    for (const auto* node = root; node;) {
        if (is_skipped(node)) {
            node = after(node, root);
            continue;
        }
        const auto name = name_of(node);
        if (name == "p" || name == "pre" || name == "blockquote")
            if (const auto length = text_length(node); length >= long_paragraph) {
                const auto* ancestor = node->parent;
                for (const int share : share_of_ancestor) {
                    if (!ancestor || ancestor->type != XML_ELEMENT_NODE)
                        break;
                    scores[ancestor] += length * static_cast<std::size_t>(share) / 4;
                    ancestor = ancestor->parent;
                }
            }
        node = name == "p" ? after(node, root) : following(node, root);
    }
    const xmlNode* best = root;
    std::size_t best_score = 0;
    for (const auto* node = root; node; node = following(node, root)) {
        const auto found = scores.find(node);
        // A descendant wins over its ancestor when it holds as much.
        if (found != scores.end() && found->second >= best_score) {
            best = node;
            best_score = found->second;
        }
    }
    return best;
}

/// Collects text: blanks run together, an empty line between blocks.
class TextWriter {
  public:
    void add(std::string_view piece) {
        for (std::size_t i = 0; i < piece.size();) {
            const auto [c, length] = code_point_at(piece, i);
            if (c != 0xA0 && character_class(c) == CharacterClass::space) {
                blank_ = true;
            } else if (c >= 0x20 && c != 0xAD) {
                if (blank_ && !at_line_start_)
                    text_ += ' ';
                text_.append(piece, i, length);
                blank_ = at_line_start_ = false;
            }
            i += length;
        }
    }
    void break_line() {
        if (!at_line_start_)
            text_ += '\n';
        at_line_start_ = true;
    }
    void break_block() {
        break_line();
        if (!text_.empty() && !text_.ends_with("\n\n"))
            text_ += '\n';
    }
    std::string take() {
        while (text_.ends_with('\n'))
            text_.pop_back();
        if (!text_.empty())
            text_ += '\n';
        return std::move(text_);
    }

  private:
    std::string text_;
    bool blank_ = false, at_line_start_ = true;
};

std::string body_text(const xmlNode* root) {
    TextWriter writer;
    const auto leave = [&](const xmlNode* node) {
        if (is_block(name_of(node)))
            writer.break_block();
    };
    for (const auto* node = root; node;) {
        const bool skipped = is_skipped(node) && node != root;
        const auto name = name_of(node);
        if (is_text(node))
            writer.add(reinterpret_cast<const char*>(node->content));
        if (name == "br")
            writer.break_line();
        if (!skipped && is_block(name))
            writer.break_block();
        if (!skipped && name == "li")
            writer.add("• ");
        if (name == "td" || name == "th")
            writer.add(" ");
        if (!skipped && node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node && node != root && !node->next) {
            node = node->parent;
            if (node)
                leave(node);
        }
        if (!node || node == root)
            break;
        leave(node);
        node = node->next;
    }
    return writer.take();
}

} // namespace

std::string declared_charset(std::string_view bytes) {
    std::string head(bytes.substr(0, 4096));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    auto at = head.find("charset=");
    if (at == std::string::npos)
        return {};
    at += 8;
    while (at < head.size() && (head[at] == '"' || head[at] == '\''))
        ++at;
    const auto end =
        std::min(head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_", at), head.size());
    return head.substr(at, end - at);
}

Page read_html(std::string_view source) {
    struct Free {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const std::unique_ptr<xmlDoc, Free> document(
        htmlReadMemory(source.data(), static_cast<int>(source.size()), nullptr, "UTF-8", options));
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root)
        return {};
    Page page{body_text(find_article(root)), read_head(root)};
    return page;
}

} // namespace timeloom
