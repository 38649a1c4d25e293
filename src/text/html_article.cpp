#include "text/html_article.hpp"

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "text/html_tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace timeloom {

namespace {

constexpr std::size_t long_paragraph = 40; // bytes; shorter ones say nothing of where the article is
// Quarters of a paragraph's length, for parent, grandparent, …
constexpr std::array<std::size_t, 4> share_of_ancestor{4, 4, 2, 1};

/// What pages name in class and id that is not the article: a word of them, or one that begins so.
bool is_furniture_word(std::string_view word) {
    constexpr std::array words{"nav",    "menu",   "menus", "share",  "sharing", "social",
                               "promo",  "ad",     "ads",   "modal",  "tags",    "byline",
                               "credit", "widget", "tools", "author", "cookie"};
    constexpr std::array beginnings{
        "navbar",  "navigation", "sidebar",     "footer",   "breadcrumb", "sharedaddy", "comment",
        "respond", "related",    "newsletter",  "subscrib", "advert",     "cookies",    "consent",
        "popup",   "recommend",  "paginat",     "toolbar",  "caption",    "sponsor",    "outbrain",
        "taboola", "mostread",   "mostpopular", "masleido", "piuletti",   "trending",   "teaser",
        "recirc",  "readmore",   "meistgelesen"};
    return std::find(words.begin(), words.end(), word) != words.end() ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [word](std::string_view beginning) { return word.starts_with(beginning); });
}

bool is_named_furniture(const xmlNode* node) {
    const auto label = fold_case(attribute(node, "class") + " " + attribute(node, "id"));
    for (std::size_t begin = 0; begin < label.size();) {
        const auto end = std::min(label.find_first_of(" -_", begin), label.size());
        if (is_furniture_word(std::string_view(label).substr(begin, end - begin)))
            return true;
        begin = end + 1;
    }
    return false;
}

bool is_hidden(const xmlNode* node) {
    return !attribute(node, "hidden").empty() || attribute(node, "aria-hidden") == "true" ||
           is_one_of(attribute(node, "role"),
                     {"navigation", "complementary", "dialog", "search", "contentinfo"});
}

/// Elements that never hold the article's text.
bool is_skipped_element(std::string_view name) {
    return is_one_of(name,
                     {"script", "style", "noscript", "nav",    "aside",    "footer", "form", "button",
                      "iframe", "svg",   "template", "select", "textarea", "input",  "head", "figcaption",
                      "object", "audio", "video",    "canvas", "dialog",   "menu"});
}

/// Blocks that are dropped when all their text is links: lists of other articles, "read also" lines. A
/// heading may be a link to its own article.
bool may_be_links(std::string_view name) {
    return is_one_of(name, {"p", "li", "ul", "ol", "div", "section", "td", "h4", "h5", "h6"});
}

bool is_always_skipped(const xmlNode* node) {
    if (is_html_text(node))
        return false;
    return node->type != XML_ELEMENT_NODE || is_skipped_element(name_of(node)) || is_hidden(node);
}

} // namespace

bool is_html_text(const xmlNode* node) {
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content;
}

bool is_html_block(const xmlNode* node) {
    return is_one_of(name_of(node),
                     {"p",   "div",   "section", "article", "main",   "h1",   "h2",      "h3", "h4",
                      "h5",  "h6",    "li",      "ul",      "ol",     "dl",   "dt",      "dd", "blockquote",
                      "pre", "table", "tr",      "header",  "figure", "body", "address", "hr", "center"});
}

HtmlArticle::HtmlArticle(const xmlNode* root) : article_(root) {
    const auto texts = measure(root);
    mark_skipped(root, texts);
    article_ = find(root, texts);
}

HtmlArticle::Texts HtmlArticle::measure(const xmlNode* root) {
    Texts texts;
    const auto leave = [&](const xmlNode* node) {
        const auto text = texts[node];
        auto& parent = texts[node->parent];
        parent.all += text.all;
        parent.linked += name_of(node) == "a" ? text.all : text.linked;
        parent.in_blocks += is_html_block(node) ? text.all - text.linked : text.in_blocks;
    };
    for (const auto* node = root; node;) {
        const bool enters = !is_always_skipped(node) && node->type == XML_ELEMENT_NODE && node->children;
        if (is_html_text(node) && !xmlIsBlankNode(node))
            texts[node->parent].all += static_cast<std::size_t>(xmlStrlen(node->content));
        if (enters) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next) {
            node = node->parent;
            if (node != root)
                leave(node);
        }
        node = node == root ? nullptr : node->next;
    }
    return texts;
}

void HtmlArticle::mark_skipped(const xmlNode* root, const Texts& texts) {
    const auto page = texts.contains(root) ? texts.at(root).all : 0;
    for (const auto* node = root; node;) {
        bool skipped = is_always_skipped(node);
        if (const auto found = texts.find(node); !skipped && found != texts.end()) {
            const auto& [all, linked, in_blocks] = found->second;
            const auto name = name_of(node);
            const bool named =
                !is_one_of(name, {"html", "body", "main", "article", "p", "em", "strong", "a", "b", "i"}) &&
                is_named_furniture(node);
            skipped = all * 2 < page && (named || (may_be_links(name) && linked * 10 >= all * 9));
        }
        if (skipped)
            skipped_.insert(node);
        node = skipped ? after(node, root) : following(node, root);
    }
}

const xmlNode* HtmlArticle::find(const xmlNode* root, const Texts& texts) const {
    std::map<const xmlNode*, std::size_t>
        scores; // read in document order below, never in the order of addresses
    for (const auto* node = root; node;) {
        const auto found = texts.find(node);
        if (skips(node) || found == texts.end()) {
            node = after(node, root);
            continue;
        }
        const auto& text = found->second;
        const bool paragraph = is_one_of(name_of(node), {"p", "pre", "blockquote"});
        // Of other blocks what stands in them directly, its lines parted by <br>, is a paragraph too.
        const auto own = paragraph ? text.all - text.linked : text.all - text.linked - text.in_blocks;
        const auto* ancestor = paragraph ? node->parent : node;
        if ((paragraph || is_one_of(name_of(node), {"div", "section", "article", "td", "main"})) &&
            own >= long_paragraph)
            for (const auto share : share_of_ancestor) {
                if (!ancestor || ancestor->type != XML_ELEMENT_NODE)
                    break;
                scores[ancestor] += own * share / 4;
                ancestor = ancestor->parent;
            }
        node = paragraph ? after(node, root) : following(node, root);
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

} // namespace timeloom
