#include "time/finder.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace timeloom::timing {

namespace {

bool is_joint(const Piece& piece) {
    return piece.key == hash_key(".") || piece.key == hash_key(",") || piece.key == hash_key(":") ||
           piece.key == hash_key("/");
}

bool is_sign(const Piece& piece) {
    return !piece.figures && piece.key != 0 && piece.sign;
}

/// False where a figure or a word is cut in two before the span: the "30" of "1.30", the "14" of "A14".
bool begins_alone(const std::vector<Piece>& pieces, std::size_t begin) {
    const auto& first = pieces[begin];
    if (begin == 0 || !first.glued || !first.figures)
        return true;
    const auto& before = pieces[begin - 1];
    if (!is_sign(before) || before.key == hash_key("$") || before.key == hash_key("#"))
        return false;
    return !(is_joint(before) && before.glued && begin > 1 && pieces[begin - 2].figures);
}

/// False where one is cut in two behind the span: the "10" of "10km".
bool ends_alone(const std::vector<Piece>& pieces, std::size_t end) {
    const auto& last = pieces[end - 1];
    if (end == pieces.size() || !pieces[end].glued)
        return true;
    const auto& after = pieces[end];
    if (!last.figures) { // the "year" of "year-round" is half a word; that of "May-June" is not
        const bool joined = (after.key == hash_key("-") || after.key == hash_key(".")) && // "Monday.com"
                            end + 1 < pieces.size() && pieces[end + 1].glued && !pieces[end + 1].sign;
        return !joined || pieces[end + 1].capital || pieces[end + 1].figures;
    }
    const auto is_figure = [&](std::size_t at) {
        return at < pieces.size() && pieces[at].glued && pieces[at].figures;
    };
    if (after.key == hash_key("-") && is_figure(end + 1) && end + 3 < pieces.size() &&
        pieces[end + 2].key == hash_key("-") && is_figure(end + 3)) // "2025-13-45", which is no date
        return false;
    if (!is_sign(after) || after.key == hash_key("%"))
        return false;
    return !(is_joint(after) && end + 1 < pieces.size() && pieces[end + 1].glued && pieces[end + 1].figures);
}

/// No expression runs over an empty line.
bool is_connected(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end,
                  std::string_view text) {
    for (auto i = begin + 1; i < end; ++i)
        if (!pieces[i].glued && pieces[i].sentence != pieces[i - 1].sentence &&
            text.substr(pieces[i - 1].end, pieces[i].begin - pieces[i - 1].end).find("\n\n") !=
                std::string_view::npos)
            return false;
    return true;
}

class Search {
  public:
    Search(const std::vector<Piece>& pieces, const TimeRules& rules, std::string_view text)
        : pieces_(pieces), rules_(rules), text_(text) {}

    std::vector<Match> run() {
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (const auto state = rules_.automaton.start(pieces_[i].symbol); state != Automaton::dead)
                follow(i, state);
        return std::move(candidates_);
    }

  private:
    const std::vector<Piece>& pieces_;
    const TimeRules& rules_;
    std::string_view text_;
    std::vector<Match> candidates_;
    std::vector<MatchedSpan> spans_; ///< of the match at hand

    void follow(std::size_t begin, Automaton::State state) {
        auto end = begin + 1;
        while (true) {
            for (const auto rule : rules_.automaton.accepted(state))
                accept(rule, begin, end);
            if (end == pieces_.size() || pieces_[end].symbol == no_symbol)
                return;
            state = rules_.automaton.next(state, pieces_[end].symbol, pieces_[end].glued);
            if (state == Automaton::dead)
                return;
            ++end;
        }
    }

    void accept(std::uint32_t index, std::size_t begin, std::size_t end) {
        const auto& rule = rules_.rules[index];
        const bool denied = rule.reading.kind == Reading::Kind::none;
        const auto first = static_cast<std::uint32_t>(begin), last = static_cast<std::uint32_t>(end);
        Match found{first, last, first, last, index, denied};
        if (!is_connected(pieces_, begin, end, text_))
            return;
        if (rule.has_spans) {
            if (!match_rule(rule, rules_.vocabulary, pieces_, begin, end, spans_))
                return;
            found.begin = static_cast<std::uint32_t>(spans_.front().begin);
            found.end = static_cast<std::uint32_t>(spans_.back().end);
        }
        if (denied ||
            (rule.has_spans ? stand_alone() : begins_alone(pieces_, begin) && ends_alone(pieces_, end)))
            candidates_.push_back(found);
    }

    /// Each of the spans; the sign that joins one to the next cuts neither: "enero-marzo".
    bool stand_alone() const {
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            const bool joined = i + 1 < spans_.size() && spans_[i + 1].begin == spans_[i].end + 1;
            if (!begins_alone(pieces_, spans_[i].begin) || !(joined || ends_alone(pieces_, spans_[i].end)))
                return false;
        }
        return true;
    }
};

bool comes_first(const Match& a, const Match& b) {
    if (a.begin != b.begin)
        return a.begin < b.begin;
    if (a.match_end != b.match_end)
        return a.match_end > b.match_end;
    if (a.end != b.end)
        return a.end > b.end;
    if (a.match_begin != b.match_begin) // more pieces in the whole match: more specific
        return a.match_begin < b.match_begin;
    if (a.denied != b.denied)
        return a.denied;
    return a.rule < b.rule;
}

} // namespace

TimexFinder::TimexFinder(const std::vector<Piece>& pieces, const TimeRules& rules, std::string_view text)
    : pieces_(pieces), rules_(rules), matches_(Search(pieces, rules, text).run()) {
    if (!std::is_sorted(matches_.begin(), matches_.end(), comes_first))
        std::sort(matches_.begin(), matches_.end(), comes_first);
}

std::vector<std::uint64_t> TimexFinder::names_met() const {
    std::vector<std::uint64_t> names;
    const auto given = rules_.vocabulary.class_named("givenname"),
               family = rules_.vocabulary.class_named("surname");
    const auto is = [&](const Piece& piece, const std::optional<ClassId>& id) {
        return id && rules_.vocabulary.has(piece.symbol, *id);
    };
    for (const auto& match : matches_)
        for (auto i = match.begin; match.denied && i < match.end; ++i)
            if (const auto& piece = pieces_[i]; piece.capital && (is(piece, given) || is(piece, family)))
                names.push_back(piece.key);
    std::sort(names.begin(), names.end());
    return names;
}

bool TimexFinder::is_name_again(const Match& match, const std::vector<std::uint64_t>& names) const {
    const auto& piece = pieces_[match.begin];
    if (match.denied || match.end - match.begin != 1 || !piece.capital ||
        !std::binary_search(names.begin(), names.end(), piece.key))
        return false;
    const auto inside = rules_.vocabulary.class_named("insideof");
    return !inside || match.begin == 0 || !rules_.vocabulary.has(pieces_[match.begin - 1].symbol, *inside);
}

void TimexFinder::each(const std::function<void(const FoundTimex&)>& found) const {
    const auto names = names_met();
    std::vector<MatchedSpan> spans;
    std::size_t free = 0;
    for (const auto& match : matches_) {
        if (match.begin < free || (!names.empty() && is_name_again(match, names)))
            continue;
        if (!match.denied && !match_rule(rules_.rules[match.rule], rules_.vocabulary, pieces_,
                                         match.match_begin, match.match_end, spans))
            continue;
        free = match.end;
        if (match.denied)
            continue;
        for (const auto& span : spans)
            found({span.begin, span.end, span.reading});
    }
}

} // namespace timeloom::timing
