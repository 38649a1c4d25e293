// Binds slots by trying the ways through one pattern in order. Patterns have no loops and the automaton has
// already said that this rule covers these pieces, so this is short.
#include "time/pattern.hpp"

namespace timeloom::timing {

namespace {

/// What remains to be matched from a piece on: a callable that lives elsewhere, for the time of one call. (A
/// std::function would allocate for each step.)
class Rest {
  public:
    template <typename Callable>
    Rest(const Callable& callable)
        : callable_(&callable), call_([](const void* object, std::size_t at) {
              return (*static_cast<const Callable*>(object))(at);
          }) {}
    bool operator()(std::size_t at) const { return call_(callable_, at); }

  private:
    const void* callable_;
    bool (*call_)(const void*, std::size_t);
};

class Match {
  public:
    Match(const Rule& rule, const Vocabulary& vocabulary, const std::vector<Piece>& pieces, std::size_t end)
        : rule_(rule), vocabulary_(vocabulary), pieces_(pieces), end_(end) {}

    std::vector<MatchedSpan> spans;
    Reading outside; ///< slots bound outside any span
    bool in_span = false;

    bool run(std::size_t begin) {
        return step(rule_.pattern, begin, [&](std::size_t at) { return at == end_; });
    }

  private:
    const Rule& rule_;
    const Vocabulary& vocabulary_;
    const std::vector<Piece>& pieces_;
    std::size_t end_;

    bool step(const PatternNode& node, std::size_t at, const Rest& rest) {
        switch (node.kind) {
        case PatternNode::Kind::piece:
            return piece(node, at, rest);
        case PatternNode::Kind::sequence:
            return sequence(node, 0, at, rest);
        case PatternNode::Kind::choice:
            for (const auto& part : node.parts)
                if (step(part, at, rest))
                    return true;
            return false;
        case PatternNode::Kind::optional:
            return step(node.parts.front(), at, rest) || rest(at);
        case PatternNode::Kind::span:
            break;
        }
        spans.push_back({at, at, {}});
        in_span = true;
        const bool done = step(node.parts.front(), at, [&](std::size_t after) {
            spans.back().end = after;
            in_span = false;
            if (rest(after))
                return true;
            in_span = true;
            return false;
        });
        if (!done) {
            spans.pop_back();
            in_span = false;
        }
        return done;
    }

    bool sequence(const PatternNode& node, std::size_t part, std::size_t at, const Rest& rest) {
        if (part == node.parts.size())
            return rest(at);
        return step(node.parts[part], at,
                    [&](std::size_t after) { return sequence(node, part + 1, after, rest); });
    }

    bool piece(const PatternNode& node, std::size_t at, const Rest& rest) {
        if (at < end_ && (!node.glued || pieces_[at].glued) && vocabulary_.has(pieces_[at].symbol, node.id)) {
            const auto& found = pieces_[at];
            const auto value = found.number >= 0 && !(found.key && vocabulary_.value(found.key, node.id))
                                   ? std::optional(found.number)
                                   : vocabulary_.value(found.key, node.id);
            if (bind(node, value.value_or(0), rest, at + 1))
                return true;
        }
        for (const auto& phrase : vocabulary_.phrases(node.id)) {
            if (at + phrase.keys.size() > end_)
                continue;
            bool same = !node.glued || pieces_[at].glued;
            for (std::size_t i = 0; same && i < phrase.keys.size(); ++i)
                same = pieces_[at + i].key == phrase.keys[i] && (!phrase.glued[i] || pieces_[at + i].glued);
            if (same && bind(node, phrase.value, rest, at + phrase.keys.size()))
                return true;
        }
        return false;
    }

    bool bind(const PatternNode& node, std::int32_t value, const Rest& rest, std::size_t after) {
        if (!node.slot)
            return rest(after);
        const auto index = spans.size();
        const bool inside = in_span;
        auto& slot = (inside ? spans.back().reading : outside)[*node.slot];
        const auto before = slot;
        slot = value;
        if (rest(after))
            return true;
        (inside ? spans[index - 1].reading : outside)[*node.slot] = before;
        return false;
    }
};

/// What one expression of a match may take from another: nothing finer than an hour ("from 10 to 11.30"
/// begins at 10:00).
Reading shared(Reading reading) {
    for (const auto slot : {Slot::minute, Slot::second})
        if (reading.has(slot))
            reading[slot] = unset;
    return reading;
}

/// "1430" is 14:30.
void split_clock(Reading& reading) {
    if (!reading.has(Slot::hhmm))
        return;
    reading[Slot::hour] = reading[Slot::hhmm] / 100;
    reading[Slot::minute] = reading[Slot::hhmm] % 100;
    reading[Slot::hhmm] = unset;
}

/// "1553-58", "1979, '83 and '87": two figures behind a year are of its century. False where they would lie
/// before it, so that they are none: "2015-10".
bool complete_year(Reading& reading, const Reading& first) {
    if (!reading.has(Slot::year2) || reading.has(Slot::year) || !first.has(Slot::year))
        return true;
    reading[Slot::year] = first[Slot::year] / 100 * 100 + reading[Slot::year2];
    reading[Slot::year2] = unset;
    return reading[Slot::year] > first[Slot::year];
}

/// "28 December to 2 January 2017": the year of the one is not that of the other, for nothing ends before it
/// begins.
void correct_year(Reading& own, const Reading& other, int years) {
    if (own.has(Slot::month) && other.has(Slot::month) && !own.has(Slot::year) && other.has(Slot::year) &&
        (other[Slot::month] - own[Slot::month]) * years > 0)
        own[Slot::year] = other[Slot::year] + years;
}

/// The "pm" of "from 9 to 5 pm" is not that of the 9.
void correct_meridiem(Reading& first, const Reading& last) {
    if (first.has(Slot::hour) && last.has(Slot::hour) && first[Slot::hour] % 12 > last[Slot::hour] % 12)
        first[Slot::meridiem] = 1 - first[Slot::meridiem];
}

} // namespace

bool match_rule(const Rule& rule, const Vocabulary& vocabulary, const std::vector<Piece>& pieces,
                std::size_t begin, std::size_t end, std::vector<MatchedSpan>& spans) {
    Match match(rule, vocabulary, pieces, end);
    if (!match.run(begin))
        return false;
    if (match.spans.empty())
        match.spans.push_back({begin, end, {}});
    for (auto& span : match.spans)
        if (!complete_year(span.reading, match.spans.front().reading))
            return false;
    correct_year(match.spans.front().reading, match.spans.back().reading, -1);
    correct_year(match.spans.back().reading, match.spans.front().reading, 1);
    const auto first = shared(match.spans.front().reading), last = shared(match.spans.back().reading);
    const bool takes_meridiem = !first.has(Slot::meridiem) && last.has(Slot::meridiem);
    for (auto& span : match.spans) {
        span.reading.inherit(last);
        span.reading.inherit(first);
        span.reading.inherit(match.outside);
        span.reading.inherit(rule.reading);
        span.reading.kind = rule.reading.kind;
        split_clock(span.reading);
    }
    if (takes_meridiem)
        correct_meridiem(match.spans.front().reading, last);
    if (rule.reading.has(Slot::onward))
        match.spans.front().reading[Slot::onward] = unset;
    spans = std::move(match.spans);
    return true;
}

} // namespace timeloom::timing
