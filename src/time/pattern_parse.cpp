#include "time/pattern.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace timeloom::timing {

namespace {

class PatternReader {
  public:
    PatternReader(const Table& table, const TableRow& row, std::string_view text, Vocabulary& vocabulary,
                  const NamedPatterns& named)
        : table_(table), row_(row), rest_(text), vocabulary_(vocabulary), named_(named) {}

    PatternNode whole() {
        auto node = choice();
        if (!rest_.empty())
            fail(std::string("'") + rest_.front() + "' closes nothing", "open it, or remove it");
        return node;
    }

  private:
    const Table& table_;
    const TableRow& row_;
    std::string_view rest_;
    Vocabulary& vocabulary_;
    const NamedPatterns& named_;
    bool blank_ = true; ///< a blank stands before what comes next

    [[noreturn]] void fail(const std::string& problem, const std::string& remedy) const {
        table_.fail(row_, problem, remedy);
    }

    void skip_blanks() {
        while (!rest_.empty() && rest_.front() == ' ') {
            blank_ = true;
            rest_.remove_prefix(1);
        }
    }

    std::string take_until(char close) {
        const auto end = rest_.find(close);
        if (end == std::string_view::npos)
            fail("'" + std::string(rest_) + "' does not end", std::string("close it with ") + close);
        std::string taken(rest_.substr(0, end));
        rest_.remove_prefix(end + 1);
        return taken;
    }

    PatternNode choice() {
        PatternNode result{PatternNode::Kind::choice, 0, {}, false, {}};
        result.parts.push_back(sequence());
        while (!rest_.empty() && rest_.front() == '|') {
            rest_.remove_prefix(1);
            blank_ = true;
            result.parts.push_back(sequence());
        }
        return result.parts.size() == 1 ? std::move(result.parts.front()) : result;
    }

    PatternNode sequence() {
        PatternNode result;
        while (skip_blanks(),
               !rest_.empty() && std::string_view("|)]>").find(rest_.front()) == std::string_view::npos)
            item(result.parts);
        return result;
    }

    void item(std::vector<PatternNode>& parts) {
        const char first = rest_.front();
        const bool glued = !blank_;
        if (first == '(' || first == '[' || first == '<') {
            rest_.remove_prefix(1);
            auto inner = choice();
            const char close = first == '(' ? ')' : first == '[' ? ']' : '>';
            if (rest_.empty() || rest_.front() != close)
                fail(std::string("'") + first + "' is not closed", std::string("close it with ") + close);
            rest_.remove_prefix(1);
            blank_ = false;
            const auto kind = first == '('   ? PatternNode::Kind::sequence
                              : first == '[' ? PatternNode::Kind::optional
                                             : PatternNode::Kind::span;
            PatternNode node{kind, 0, {}, false, {}};
            node.parts.push_back(std::move(inner));
            if (glued)
                glue_first(node);
            parts.push_back(std::move(node));
        } else if (first == '{') {
            rest_.remove_prefix(1);
            parts.push_back(slot(take_until('}'), glued));
            blank_ = false;
        } else if (first == '@') {
            const auto end = rest_.find_first_of(" |)]>([<{", 1);
            const auto name = rest_.substr(0, end);
            const auto found = named_.find(name);
            if (found == named_.end())
                fail("the pattern " + std::string(name) + " is unknown",
                     "write its row '" + std::string(name) + "<tab>= …' above");
            parts.push_back(found->second);
            if (glued)
                glue_first(parts.back());
            rest_.remove_prefix(name.size());
            blank_ = false;
        } else if (first == '\\' && rest_.size() > 1) {
            literal(rest_.substr(1, 1), glued, parts);
            rest_.remove_prefix(2);
            blank_ = false;
        } else {
            const auto end = rest_.find_first_of(" |)]>([<{@\\");
            literal(rest_.substr(0, end), glued, parts);
            rest_.remove_prefix(std::min(end, rest_.size()));
            blank_ = false;
        }
    }

    static void glue_first(PatternNode& node) {
        if (node.kind == PatternNode::Kind::piece) {
            node.glued = true;
        } else if (node.kind == PatternNode::Kind::choice) {
            for (auto& part : node.parts)
                glue_first(part);
        } else {
            for (auto& part : node.parts) { // an optional first part leaves the next one glued as well
                glue_first(part);
                if (part.kind != PatternNode::Kind::optional)
                    break;
            }
        }
    }

    PatternNode slot(const std::string& text, bool glued) {
        PatternNode node{PatternNode::Kind::piece, 0, {}, glued, {}};
        const auto equals = text.find('=');
        const std::string class_name = text[0] == ':'                ? text.substr(1)
                                       : equals == std::string::npos ? text
                                                                     : text.substr(equals + 1);
        const auto id = vocabulary_.class_named(class_name);
        if (!id)
            fail("no word is of the class '" + class_name + "'",
                 "add words of it to time-words.tsv, or correct the name");
        node.id = *id;
        if (text[0] == ':')
            return node;
        const auto slot_name = equals == std::string::npos ? text : text.substr(0, equals);
        node.slot = slot_named(slot_name);
        if (!node.slot)
            fail("there is no slot '" + slot_name + "'", "write {slot=class}, or {:class} to bind nothing");
        return node;
    }

    void literal(std::string_view text, bool glued, std::vector<PatternNode>& parts) {
        for (const auto& piece : cut(text)) {
            if (piece.figures)
                fail("figures '" + std::string(text) + "' in a pattern", "use a slot such as {number}");
            parts.push_back({PatternNode::Kind::piece,
                             vocabulary_.literal(piece.key),
                             {},
                             piece.begin == 0 ? glued : piece.glued,
                             {}});
        }
    }
};

} // namespace

bool has_span(const PatternNode& pattern) {
    return pattern.kind == PatternNode::Kind::span ||
           std::any_of(pattern.parts.begin(), pattern.parts.end(), has_span);
}

PatternNode parse_pattern(const Table& table, const TableRow& row, std::string_view text,
                          Vocabulary& vocabulary, const NamedPatterns& named) {
    return PatternReader(table, row, text, vocabulary, named).whole();
}

} // namespace timeloom::timing
