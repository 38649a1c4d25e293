#include "events/dating.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t window = 40;

bool dates(const SentenceView& view, std::uint32_t i) {
    return view.words[i].timex != no_index;
}

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
    return a < b ? b - a : a - b;
}

/// The nearest time below `root` in the tree, not behind another clause.
std::uint32_t below(const SentenceView& view, std::uint32_t root, std::uint32_t from) {
    std::vector<std::uint32_t> open{root};
    std::uint32_t best = no_index;
    for (std::size_t at = 0; at < open.size() && open.size() < 48; ++at)
        for (const auto child : view.children_of(open[at])) {
            if (dates(view, child) && (best == no_index || distance(child, from) < distance(best, from)))
                best = child;
            const auto relation = view.words[child].relation;
            const bool inside = relation == Deprel::obl || relation == Deprel::nmod ||
                                relation == Deprel::obj || relation == Deprel::advmod ||
                                relation == Deprel::amod || relation == Deprel::nummod ||
                                relation == Deprel::case_ || relation == Deprel::compound;
            if (inside && !dates(view, child))
                open.push_back(child);
        }
    return best;
}

} // namespace

std::uint32_t time_of(const SentenceView& view, std::uint32_t word, std::uint32_t verb) {
    if (view.parsed) {
        if (const auto found = below(view, word, word); found != no_index)
            return found;
        if (verb != no_index && verb != word)
            if (const auto found = below(view, verb, word); found != no_index)
                return found;
    }
    const auto own = view.words[word].clause;
    const auto& clause = view.clauses[own];
    std::uint32_t best = no_index;
    const auto end = std::min(clause.end, word + window);
    for (auto i = std::max(clause.first, word > window ? word - window : 0); i < end; ++i)
        if (dates(view, i) && view.words[i].clause == own &&
            (best == no_index || distance(i, word) < distance(best, word)))
            best = i;
    if (best != no_index)
        return best;
    // "In June, …" at the head of the sentence holds for what is told in its main clauses.
    if (clause.kind == Clause::Kind::relative || clause.kind == Clause::Kind::parenthesis)
        return no_index;
    for (std::uint32_t i = 0; i < view.words.size() && i < 4 && i < word; ++i)
        if (dates(view, i))
            return i;
    return no_index;
}

} // namespace timeloom
