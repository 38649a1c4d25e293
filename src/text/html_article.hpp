// Where a page's article stands, and which parts of it are not its text.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <map>
#include <set>

namespace timeloom {

/// The article's place in a page: the element that holds most of the long paragraphs, links not counted
/// (after Readability's scores, simplified), and what within the page is skipped.
class HtmlArticle {
  public:
    /// `root` is the page's; it must outlive this.
    explicit HtmlArticle(const xmlNode* root);

    /// The element that holds the article; the page itself when no paragraph tells.
    const xmlNode* root() const { return article_; }
    /// Whether a node and all under it are no text of the article: scripts, navigation, asides, forms,
    /// captions, elements whose class or id names furniture, blocks of hardly anything but links. What holds
    /// half of the page's text is never skipped for its class or its links.
    bool skips(const xmlNode* node) const { return skipped_.contains(node); }

  private:
    /// Bytes of text under a node, what is always skipped left out.
    struct Text {
        std::size_t all = 0, linked = 0;
        std::size_t in_blocks = 0; ///< of it, outside links and within blocks
    };
    using Texts = std::map<const xmlNode*, Text>; ///< only asked for, never read in its order

    static Texts measure(const xmlNode* root);
    void mark_skipped(const xmlNode* root, const Texts& texts);
    const xmlNode* find(const xmlNode* root, const Texts& texts) const;

    std::set<const xmlNode*> skipped_; ///< as above
    const xmlNode* article_;
};

/// An element that begins and ends a block of text.
bool is_html_block(const xmlNode* node);
bool is_html_text(const xmlNode* node);

} // namespace timeloom
