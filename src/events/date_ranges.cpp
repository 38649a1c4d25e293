#include "events/date_ranges.hpp"

namespace timeloom {

namespace {

constexpr std::uint32_t farthest_end = 4; ///< of a range: "and", a preposition, an article between

/// The word of the expression that ends the range which the one at `word` begins, or none.
std::uint32_t end_of_range(const ReadingContext& context, const SentenceView& view, std::uint32_t word) {
    const auto& words = view.words;
    const auto& from = context.times[words[word].timex];
    auto to = word + 1;
    while (to < words.size() && to - word < farthest_end && words[to].timex == no_index)
        ++to;
    if (to == words.size() || words[to].timex == no_index || !from.bounds.earliest)
        return no_index;
    const auto& end = context.times[words[to].timex];
    if (end.type != TimexType::date || !end.bounds.latest || *end.bounds.latest <= *from.bounds.earliest)
        return no_index;
    const auto governor = [&](std::uint32_t i) { // of the expression, over its article
        auto at = i - 1;
        if (at > 0 && at < i && words[at].is(ClassOf::determiner) && words[at].preposition == 0)
            --at;
        return at;
    };
    const auto behind = [&](std::uint32_t i, std::string_view preposition) {
        const auto at = governor(i);
        return at < i && words[at].preposition != 0 &&
               words[at].preposition == context.classes.preposition_class(preposition);
    };
    const bool adjoining = governor(to) == word + 1;
    const bool joined = adjoining && words[word + 1].is(ClassOf::coordinator) && behind(word, "between");
    const bool onward = end.relation == TimeRelation::until || (adjoining && behind(to, "to"));
    const bool begun = from.relation == TimeRelation::since || behind(word, "of");
    return joined || (onward && begun) ? to : no_index;
}

} // namespace

RangeOfTime range_at(const ReadingContext& context, const SentenceView& view, std::uint32_t word) {
    if (const auto to = end_of_range(context, view, word); to != no_index)
        return {word, to};
    for (auto i = word; i > 0 && word - i < farthest_end; --i)
        if (view.words[i - 1].timex != no_index)
            return end_of_range(context, view, i - 1) == word ? RangeOfTime{i - 1, word} : RangeOfTime{};
    return {};
}

} // namespace timeloom
