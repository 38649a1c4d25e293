#include "events/cues.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/spelling.hpp"
#include "syntax/inflection.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace timeloom {

namespace {

/// "Should Brandt grow, Arvo will": the first word of a sentence of several clauses that asks nothing.
bool opens_condition(const SentenceView& view, std::uint32_t word) {
    const auto size = std::uint32_t(view.words.size());
    return word == 0 && view.text(size - 1) != "?" && std::ranges::any_of(view.words, [&](const auto& w) {
               return w.punctuation() && w.unit.span.of(view.document->text) == ",";
           });
}

constexpr std::uint8_t cue_gap = 3;      ///< words between the parts of a cue ("ne … pas")
constexpr std::uint32_t tail_reach = 16; ///< how far behind its verb the rest of an idiom may stand

/// "legte die Fusion mit Brandt auf Eis": the last of several words that stand together behind what their
/// verb governs.
std::uint32_t far_tail(const SentenceView& view, std::uint32_t verb,
                       std::span<const std::vector<std::uint64_t>> parts) {
    if (parts.size() < 2)
        return no_index;
    const auto end = std::min<std::size_t>(view.words.size(), verb + tail_reach);
    for (auto first = verb + 1; first + parts.size() <= end && !view.words[first].punctuation(); ++first) {
        std::uint32_t at = first;
        if (std::ranges::all_of(parts, [&](const auto& keys) {
                return std::ranges::find(keys, view.words[at++].key) != keys.end();
            }))
            return at - 1;
    }
    return no_index;
}

struct PosName {
    std::string_view name;
    TriggerPos pos;
};
constexpr PosName pos_names[] = {
    {"V", TriggerPos::verb}, {"N", TriggerPos::noun}, {"A", TriggerPos::adjective}, {"X", TriggerPos::fixed}};

constexpr std::array<std::string_view, 6> scope_names = {"complement", "clause", "holder",
                                                         "condition",  "source", "opening"};

} // namespace

CueTable::CueTable(const std::filesystem::path& folder, const Inflection& inflection) {
    const auto table = read_table(folder / "factuality.tsv", {4, 5});
    for (const auto& row : table.rows) {
        Cue cue;
        const auto* pos = std::ranges::find(pos_names, row[1], &PosName::name);
        if (pos == std::end(pos_names))
            table.fail(row, "the pos is \"" + std::string(row[1]) + "\"", "write V, N, A or X");
        cue.pos = pos->pos;
        const auto* scope = std::ranges::find(scope_names, row[3]);
        if (scope == scope_names.end())
            table.fail(row, "the scope is \"" + std::string(row[3]) + "\"", "see languages/README.md");
        cue.scope = CueScope(scope - scope_names.begin());
        for (const auto& effect : split(row[2], '+')) {
            if (effect == "negative")
                cue.negative = true;
            else if (effect == "ends")
                cue.ends = true;
            else if (effect == "undone")
                cue.undone = true;
            else if (effect == "attribution")
                cue.attribution = true;
            else if (effect == "asserted")
                cue.settles = true;
            else if (effect == "plans")
                cue.plans = true;
            else if (effect == "possible")
                cue.modality = Modality::possible;
            else if (effect == "planned")
                cue.modality = Modality::planned;
            else if (effect == "reported")
                cue.modality = Modality::reported;
            else if (effect == "conditional")
                cue.modality = Modality::conditional;
            else if (effect == "none")
                continue;
            else
                table.fail(row, "unknown effect \"" + effect + "\"", "see languages/README.md");
        }
        if (cue.scope == CueScope::holder || cue.scope == CueScope::source)
            cue.attribution = true;
        cues_.push_back(cue);

        if (row[0] == "*") {
            any_verb_ = std::uint32_t(cues_.size() - 1);
            continue;
        }
        if (row[0].starts_with('-')) {
            for (auto& ending : spellings(row[0].substr(1)))
                tails_.push_back({std::move(ending), std::uint32_t(cues_.size() - 1)});
            continue;
        }
        const auto words = split(row[0], ' ');
        const char inflects = row[1] == "X" ? char(0) : row[1].front();
        const auto forms = [&](const std::string& word) {
            std::vector<std::string> all = spellings(fold_case(word));
            if (inflects)
                inflection.each_form(word, inflects,
                                     [&](std::string_view form, const Features&) { all.emplace_back(form); });
            return all;
        };
        Pattern pattern{
            std::uint32_t(cues_.size() - 1), std::uint8_t(inflects == 'V' || cue.negative ? cue_gap : 0), {}};
        for (std::size_t i = 1; i < words.size(); ++i) {
            pattern.more.emplace_back();
            for (const auto& form : forms(words[i]))
                pattern.more.back().push_back(hash_key(form));
        }
        std::vector<std::uint64_t> done;
        for (const auto& form : forms(words.front())) {
            const auto key = hash_key(form);
            if (std::ranges::find(done, key) != done.end())
                continue;
            done.push_back(key);
            patterns_[key].push_back(pattern);
        }
    }
}

bool CueTable::opening_verb(const SentenceView& view) const {
    const auto verb = [&](std::uint32_t i) { // "verkauft" may be taken for a participle
        return (view.words[i].upos == Upos::VERB || view.words[i].upos == Upos::AUX) &&
               view.words[i].features.form != Features::Form::gerund;
    };
    if (any_verb_ == no_index || !view.tagged || view.words.size() < 4 || !verb(0) || verb(1) ||
        !opens_condition(view, 0))
        return false;
    for (std::uint32_t i = 2; i + 1 < view.words.size(); ++i) {
        if (view.text(i) != ",")
            continue;
        const auto next = view.words[i + 1].upos == Upos::ADV ? i + 2 : i + 1; // "so wird", "dann wird"
        if (next < view.words.size() && verb(next))
            return true;
    }
    return false;
}

const std::vector<CueTable::Pattern>* CueTable::patterns_at(const SentenceView& view,
                                                            std::uint32_t word) const {
    const auto key = view.words[word].key;
    if (const auto* patterns = patterns_.find(key))
        return patterns;
    if (key != 0 && view.document->tokens[view.words[word].first_token].plain)
        return nullptr;
    const auto text = view.text(word);
    const auto hyphen = text.find('-');
    return hyphen == std::string_view::npos ? nullptr : patterns_.find(word_key(text.substr(0, hyphen)));
}

std::vector<FoundCue> CueTable::find(const SentenceView& view) const {
    std::vector<FoundCue> found;
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        const auto& word = view.words[i];
        for (const auto& tail : tails_)
            if (view.text(i).ends_with(tail.ending))
                found.push_back({tail.cue, i, i});
        const auto* patterns = patterns_at(view, i);
        if (i == 0 && opening_verb(view)) {
            found.push_back({any_verb_, i, i});
            continue;
        }
        if (!patterns)
            continue;
        // A name or noun that looks like a cue ("May").
        const auto& token = view.document->tokens[word.first_token];
        const bool noun_like =
            token.capital && !token.all_capitals && i > 0 && !view.words[i - 1].punctuation();
        const FoundCue none{no_index, i, i};
        FoundCue best = none;
        std::size_t longest = 0;
        for (const auto& pattern : *patterns) {
            const auto pos = cues_[pattern.cue].pos;
            const bool opening = cues_[pattern.cue].scope == CueScope::opening;
            if (opening && !opens_condition(view, i))
                continue;
            if (noun_like && pos != TriggerPos::noun && pattern.more.empty())
                continue;
            if (view.tagged) {
                // Further words tell a verb from its noun better than a tag.
                if (pos == TriggerPos::verb && pattern.more.empty() && word.upos != Upos::VERB &&
                    word.upos != Upos::AUX && word.upos != Upos::ADJ)
                    continue;
                // "sobre o caso": the noun, no conjunction.
                if (pos == TriggerPos::fixed && cues_[pattern.cue].scope == CueScope::condition &&
                    pattern.more.empty() && i > 0 && view.has(i - 1, ClassOf::definite))
                    continue;
                // "la propuesta": a noun that looks like a participle
                if (pos == TriggerPos::adjective && pattern.more.empty() && word.upos == Upos::NOUN)
                    continue;
                if (pos == TriggerPos::noun && word.upos != Upos::NOUN && word.upos != Upos::PROPN)
                    continue;
                if (cues_[pattern.cue].scope == CueScope::condition && pattern.more.empty() &&
                    word.upos == Upos::NOUN) // "o primeiro caso"
                    continue;
            }
            auto at = i;
            const bool fits = std::ranges::all_of(pattern.more, [&](const auto& keys) {
                // A preposition also melted with its article ("d'", "dello").
                const auto matches = [&](std::uint32_t w) {
                    return std::ranges::find(keys, view.words[w].key) != keys.end() ||
                           (view.words[w].preposition &&
                            std::ranges::find(keys, view.words[w].preposition_base) != keys.end());
                };
                const bool comma =
                    at + 1 < view.words.size() && view.text(at + 1) == ","; // "Bedingung, dass"
                const auto end = std::min<std::size_t>(view.words.size(), at + 2 + pattern.gap + comma);
                for (auto next = at + 1; next < end; ++next)
                    if (matches(next)) {
                        at = next;
                        return true;
                    }
                // The tree knows a particle at the far end of its clause ("lehnte den Verkauf … ab").
                for (const auto child : view.children_of(i))
                    if (child > at &&
                        (view.words[child].relation == Deprel::compound_prt ||
                         (pos == TriggerPos::verb && view.words[child].relation == Deprel::xcomp)) &&
                        matches(child)) {
                        at = child;
                        return true;
                    }
                return false;
            });
            const auto tail = fits || pos != TriggerPos::verb ? no_index : far_tail(view, i, pattern.more);
            if (tail != no_index)
                at = tail;
            if ((!fits && tail == no_index) || pattern.more.size() + 1 + opening <= longest)
                continue;
            longest = pattern.more.size() + 1;
            best = {pattern.cue, i, at, at - i == pattern.more.size()};
        }
        if (best.cue == no_index)
            continue;
        // A cue inside a longer one is part of it, but for what comes between its words ("promised not to").
        const bool between = !found.empty() && !found.back().whole && best.word < found.back().last;
        if (!found.empty() && !between && best.last <= found.back().last &&
            longest <= found.back().last - found.back().word)
            continue;
        found.push_back(best);
    }
    return found;
}

bool CueTable::attributes(std::uint64_t key) const {
    const auto* patterns = patterns_.find(key);
    return patterns && std::ranges::any_of(*patterns, [&](const Pattern& p) {
               return p.more.empty() && cues_[p.cue].attribution && cues_[p.cue].pos == TriggerPos::verb;
           });
}

} // namespace timeloom
