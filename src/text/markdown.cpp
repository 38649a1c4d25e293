#include "text/markdown.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Takes the next line off `rest`, without its line end.
std::string_view take_line(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string_view unquoted(std::string_view value) {
    value = trim(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        return value.substr(1, value.size() - 2);
    return value;
}

void take_key(Metadata& metadata, std::string_view line, char separator) {
    const auto at = line.find(separator);
    if (at == std::string_view::npos)
        return;
    const auto key = fold_case(trim(line.substr(0, at)));
    const auto value = std::string(unquoted(line.substr(at + 1)));
    if (value.empty())
        return;
    if (key == "title")
        metadata.title = value;
    if (key == "lang" || key == "language" || key == "locale")
        metadata.language = value;
    if (key == "publisher" || key == "site" || (key == "author" && metadata.publisher.empty()))
        metadata.publisher = value;
    if (key == "url" || key == "canonical" || key == "canonical_url" || key == "source_url")
        metadata.url = value;
    const bool better = key == "published" || key == "pubdate" || key == "publishdate";
    if (better || (key == "date" && metadata.published.empty())) {
        metadata.published = value;
        metadata.published_from = "front matter " + key;
    }
}

/// Reads and removes the front matter; a fence that is never closed is no front matter.
void take_front_matter(std::string_view& source, Metadata& metadata) {
    auto rest = source;
    const auto fence = trim(take_line(rest));
    if (fence != "---" && fence != "+++")
        return;
    Metadata read;
    while (!rest.empty()) {
        const auto line = take_line(rest);
        if (trim(line) == fence) {
            source = rest;
            metadata = std::move(read);
            return;
        }
        if (!line.empty() && line.front() != ' ' && line.front() != '#')
            take_key(read, line, fence == "---" ? ':' : '=');
    }
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// The text of one line's inline marks. A link keeps its words, a picture nothing.
class InlineReader {
  public:
    InlineReader(std::string_view line, std::string& out) : line_(line), out_(out) {}

    void run() {
        while (at_ < line_.size()) {
            const char c = line_[at_];
            if (c == '\\' && at_ + 1 < line_.size() &&
                std::string_view("\\`*_{}[]()#+-.!|<>~").find(line_[at_ + 1]) != std::string_view::npos) {
                out_ += line_[at_ + 1];
                at_ += 2;
            } else if (c == '!' && line_.substr(at_ + 1, 1) == "[") {
                skip_picture();
            } else if (c == '[' || c == ']') {
                take_bracket(c);
            } else if (c == '<') {
                take_angle();
            } else if (c == '`' || c == '*' || (c == '~' && line_.substr(at_, 2) == "~~")) {
                skip_mark(c);
            } else if (c == '_' && !(at_ > 0 && is_word(line_[at_ - 1]) && at_ + 1 < line_.size() &&
                                     is_word(line_[at_ + 1]))) {
                ++at_;
            } else {
                out_ += c;
                ++at_;
            }
        }
    }

  private:
    /// A run of emphasis or code marks; a star between blanks stands for itself.
    void skip_mark(char c) {
        const auto begin = at_;
        while (at_ < line_.size() && line_[at_] == c)
            ++at_;
        const bool blank_before = begin == 0 || line_[begin - 1] == ' ';
        const bool blank_after = at_ == line_.size() || line_[at_] == ' ';
        if (c == '*' && blank_before && blank_after)
            out_.append(at_ - begin, c);
    }

    /// End of "(target)" or "[label]" at `at`, or `at`.
    std::size_t target_end(std::size_t at) const {
        if (at >= line_.size() || (line_[at] != '(' && line_[at] != '['))
            return at;
        const char open = line_[at], close = open == '(' ? ')' : ']';
        int depth = 0;
        for (std::size_t i = at; i < std::min(line_.size(), at + longest_target); ++i) {
            depth += (line_[i] == open) - (line_[i] == close);
            if (depth == 0)
                return i + 1;
        }
        return at;
    }

    void skip_picture() {
        const auto label = target_end(at_ + 1);
        const auto end = target_end(label);
        if (label > at_ + 1 && end > label) {
            at_ = end;
        } else {
            out_ += line_[at_++];
        }
    }

    void take_bracket(char c) {
        if (c == ']' && open_ > 0) {
            --open_;
            at_ = target_end(at_ + 1);
            return;
        }
        if (c == '[') {
            const auto label = target_end(at_);
            if (label > at_ && line_.substr(at_, 2) == "[^") { // a footnote's mark
                at_ = label;
                return;
            }
            if (label > at_ && target_end(label) > label) {
                ++open_;
                ++at_;
                return;
            }
        }
        out_ += c;
        ++at_;
    }

    /// A tag is removed, "<https://…>" keeps its address, any other "<" stands for itself.
    void take_angle() {
        const auto end = line_.substr(at_, longest_target).find('>');
        const auto next = at_ + 1 < line_.size() ? line_[at_ + 1] : ' ';
        if (end == std::string_view::npos ||
            !(next == '/' || next == '!' || (is_word(next) && !(next >= '0' && next <= '9')))) {
            out_ += line_[at_++];
            return;
        }
        const auto inside = line_.substr(at_ + 1, end - 1);
        if (inside.starts_with("http"))
            out_ += inside;
        at_ += end + 1;
    }

    static constexpr std::size_t longest_target = 1000; // bytes; keeps the whole linear

    std::string_view line_;
    std::string& out_;
    std::size_t at_ = 0;
    int open_ = 0;
};

bool is_rule(std::string_view line) {
    line = trim(line);
    return line.size() >= 3 && line.find_first_not_of("-*_=:| ") == std::string_view::npos;
}

/// Removes heading marks, quote marks and a table row's frame from the begin and end of a line.
std::string_view without_marks(std::string_view line) {
    while (!trim(line).empty() && trim(line).front() == '>')
        line = trim(line).substr(1);
    const auto inner = trim(line);
    const auto hashes = std::min(inner.find_first_not_of('#'), inner.size());
    if (hashes > 0 && hashes <= 6 && (hashes == inner.size() || inner[hashes] == ' ')) {
        auto heading = trim(inner.substr(hashes));
        while (heading.ends_with('#'))
            heading = trim(heading.substr(0, heading.size() - 1));
        return heading;
    }
    return line;
}

} // namespace

Page read_markdown(std::string_view source) {
    Page page;
    take_front_matter(source, page.metadata);
    bool in_code = false;
    while (!source.empty()) {
        const auto line = take_line(source);
        if (const auto start = trim(line); start.starts_with("```") || start.starts_with("~~~")) {
            in_code = !in_code;
            continue;
        }
        if (in_code)
            continue;
        if (!is_rule(line)) {
            const auto kept = without_marks(line);
            const bool is_heading =
                !line.empty() && trim(line).starts_with('#') && kept.size() < trim(line).size();
            const auto begin = page.text.size();
            // A bullet's star is no emphasis.
            const auto bullet = kept.find_first_not_of(" \t");
            std::size_t inline_from = 0;
            if (bullet != std::string_view::npos && kept[bullet] == '*' &&
                kept.substr(bullet + 1, 1) == " ") {
                page.text += kept.substr(0, bullet);
                page.text += '-';
                inline_from = bullet + 1;
            }
            InlineReader(kept.substr(inline_from), page.text).run();
            if (is_heading && page.metadata.title.empty())
                page.metadata.title = page.text.substr(begin);
            if (is_heading)
                page.text += '\n';
        }
        page.text += '\n';
    }
    return page;
}

} // namespace timeloom
