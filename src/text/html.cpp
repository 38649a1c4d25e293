#include "text/html.hpp"

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/html_article.hpp"
#include "text/html_head.hpp"
#include "text/html_tree.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

namespace timeloom {

namespace {

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

std::string body_text(const HtmlArticle& article) {
    TextWriter writer;
    const auto* root = article.root();
    const auto leave = [&](const xmlNode* node) {
        if (is_html_block(node))
            writer.break_block();
    };
    for (const auto* node = root; node;) {
        const bool skipped = article.skips(node);
        const auto name = name_of(node);
        if (is_html_text(node))
            writer.add(reinterpret_cast<const char*>(node->content));
        if (name == "br")
            writer.break_line();
        if (!skipped && is_html_block(node))
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
    Page page{body_text(HtmlArticle(root)), read_head(root)};
    return page;
}

} // namespace timeloom
