#include "events/sayings.hpp"

#include "events/discourse.hpp"
#include "events/holders.hpp"
#include "events/phrases.hpp"

#include <algorithm>
#include <optional>

namespace timeloom {

namespace {

bool is_verb(const SentenceWord& word) {
    return !word.names() && (word.upos == Upos::VERB || word.upos == Upos::AUX);
}

/// By word; `open`: a quotation of the sentence before goes on.
std::vector<bool> quoted_words(const SentenceView& view, bool open) {
    std::vector<bool> quoted(view.words.size());
    for (std::uint32_t i = 0; i < view.words.size(); ++i) {
        open = quotes_behind(view.words[i].quote, open);
        quoted[i] = open && !view.words[i].punctuation();
    }
    return quoted;
}

class Finder {
  public:
    Finder(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
           const Discourse& discourse, const std::vector<bool>& quoted)
        : context_(context), view_(view), judge_(judge), discourse_(discourse), quoted_(quoted) {}

    /// "…, said Ana Rubio": between two marks of punctuation a verb of saying and who says it.
    std::optional<Saying> insertion(const FoundCue& cue) const {
        const bool fixed =
            judge_.cue(cue).pos == TriggerPos::fixed; // "heißt es in einer Mitteilung von Brandt"
        if (!judge_.cue(cue).attribution || (fixed && view_.words[cue.word].upos != Upos::VERB) ||
            (!fixed && judge_.cue(cue).pos != TriggerPos::verb))
            return std::nullopt;
        Saying saying;
        saying.cue = &cue;
        saying.first = cue.word;
        while (saying.first > 0 && !cuts(saying.first - 1))
            --saying.first;
        saying.end = cue.last + 1;
        while (saying.end < view_.words.size() && !cuts(saying.end))
            ++saying.end;
        const bool behind = closes_before(saying.first);
        const bool inside = quoted_[cue.word]; // « Brandt, a déclaré Ana Rubio, a vendu Arvo »
        saying.quotes = behind || inside || opens_at(saying.end);
        saying.subject = subject_in(saying);
        if ((inside && (saying.first == 0 || view_.text(saying.first - 1) != "," ||
                        saying.subject == no_index || saying.subject < cue.word)) ||
            !tells(cue.word, behind && !inside) || !stands_alone(saying, behind && !inside))
            return std::nullopt;
        saying.to = std::uint32_t(view_.words.size());
        if (!saying.quotes && governs_behind(saying))
            saying.from = saying.end;
        if (fixed)
            saying.speaker = holder_at(context_, view_, judge_, {}, cue.word);
        if (!saying.speaker.known())
            saying.speaker = speaker_at(context_, view_, saying.subject);
        if (!saying.speaker.known() && view_.words[cue.word].relation == Deprel::conj)
            saying.speaker = holder_at(context_, view_, judge_, {}, cue.word); // "called it “…” and said"
        if (!saying.speaker.known())
            saying.speaker = discourse_.last_speaker();
        // "…, said the head of the union, Ana Rubio"
        const auto next = saying.end + 1;
        if (saying.speaker.mention == no_index && next < view_.words.size() &&
            view_.text(saying.end) == "," && speaks(next, false))
            saying.speaker = speaker_at(context_, view_, next);
        include_sources(saying);
        return saying;
    }

    /// "Rubio: …" and "«…»: Ana Rubio, head of Brandt"
    std::optional<Saying> colon() const {
        const auto size = std::uint32_t(view_.words.size());
        for (std::uint32_t at = 1; at + 1 < size; ++at) {
            if (view_.text(at) != ":" || quoted_[at])
                continue;
            if (at == 1 && speaks(0, quoted_[std::min(at + 2, size - 1)]) && verb_between(at + 1, size))
                return Saying{0, at + 1, at + 1, size, false, nullptr, 0, speaker_at(context_, view_, 0)};
            // "Roth winkt ab: „Arvo hat nichts verkauft“"
            if (opens_at(at + 1))
                if (const auto subject = subject_before(at); subject != no_index && speaks(subject, false))
                    return Saying{at,   at + 1,  at + 1,  size,
                                  true, nullptr, subject, speaker_at(context_, view_, subject)};
            if (closes_before(at) && speaks(at + 1, false) && !verb_between(at + 1, size))
                return Saying{at, size, 0, at, true, nullptr, at + 1, speaker_at(context_, view_, at + 1)};
        }
        return std::nullopt;
    }

  private:
    bool cuts(std::uint32_t i) const {
        const auto mark = view_.text(i);
        return view_.words[i].punctuation() && mark != "-" && mark != "." && mark != "'" && mark != "’";
    }

    /// Whether a verb is one of its own clause, no attribute ("a report published by …").
    bool tells(std::uint32_t verb, bool behind_quotation) const {
        const auto& word = view_.words[verb];
        if (behind_quotation)
            return true;
        const auto passive = [&](std::uint32_t child) {
            const auto relation = view_.words[child].relation;
            return relation == Deprel::aux_pass || relation == Deprel::obl_agent ||
                   relation == Deprel::nsubj_pass;
        };
        return word.relation != Deprel::acl && word.relation != Deprel::amod &&
               word.features.form != Features::Form::infinitive &&
               word.features.form != Features::Form::gerund &&
               std::ranges::none_of(view_.children_of(verb), passive);
    }

    /// Whether a quotation ends right before the word.
    bool closes_before(std::uint32_t first) const {
        for (auto i = first; i > 0 && i + 2 > first && view_.words[i - 1].punctuation(); --i)
            if (closes(i - 1) || (i > 1 && closes(i - 2)))
                return true;
        return false;
    }
    /// Whether a quotation begins at the word, or behind the mark that stands there.
    bool opens_at(std::uint32_t end) const {
        for (auto i = end; i < view_.words.size() && i < end + 2 && view_.words[i].punctuation(); ++i)
            if (view_.words[i].quote == QuoteMark::opens || view_.words[i].quote == QuoteMark::straight)
                return true;
        return false;
    }
    bool closes(std::uint32_t i) const {
        return view_.words[i].quote == QuoteMark::closes || view_.words[i].quote == QuoteMark::straight;
    }

    bool verb_between(std::uint32_t from, std::uint32_t to) const {
        return std::any_of(view_.words.begin() + from, view_.words.begin() + to, is_verb);
    }

    /// Whether what stands before or behind a colon is who speaks: a person; whoever is `quoted`.
    bool speaks(std::uint32_t word, bool quoted) const {
        return view_.words[word].names() &&
               (quoted || context_.type_of(view_.words[word].first_mention) == EntityType::person);
    }

    /// The subject of the main verb of what stands before a colon.
    std::uint32_t subject_before(std::uint32_t colon) const {
        for (std::uint32_t i = 0; i < colon; ++i) {
            const auto& word = view_.words[i];
            if (word.relation != Deprel::nsubj || word.head < 0 || std::uint32_t(word.head) >= colon)
                continue;
            const auto kind = view_.clauses[word.clause].kind;
            if (kind == Clause::Kind::main || kind == Clause::Kind::coordinate)
                return i;
        }
        return no_index;
    }

    /// Whether nothing that is said stands in the stretch itself, and a mark of punctuation parts it from
    /// what is said.
    bool stands_alone(const Saying& saying, bool behind_quotation) const {
        if (behind_quotation)
            return true;
        const auto& cue = *saying.cue;
        const auto& opening = view_.words[saying.first];
        const bool sourcing = opening.is(ClassOf::sourcing);
        const bool opened = opening.is(ClassOf::relative) || opening.is(ClassOf::complementizer) ||
                            opening.is(ClassOf::subordinator);
        if ((saying.first == 0 && !sourcing && !saying.quotes) || opening.is(ClassOf::coordinator) ||
            (opened && !sourcing) || (saying.subject == no_index && !context_.classes.profile().pro_drop))
            return false;
        for (auto i = saying.first; i < saying.end; ++i) {
            const auto& word = view_.words[i];
            if (i >= cue.word && i <= cue.last)
                continue;
            const bool auxiliary = i < cue.word && word.is(ClassOf::perfect);
            const bool object = word.head == std::int32_t(cue.word) && word.relation == Deprel::obj &&
                                word.timex == no_index && i > cue.last && !word.names();
            const bool opens = i > cue.word && word.is(ClassOf::complementizer) && word.upos == Upos::SCONJ;
            if ((is_verb(word) && !auxiliary) || object || opens)
                return false;
        }
        return sourcing || (saying.quotes && !quoted_[cue.word]) || tells_beside(saying);
    }

    /// "After it grew, said Rubio, Arvo bought Brandt": before the stretch nothing but a dependent clause.
    bool governs_behind(const Saying& saying) const {
        const auto& opening = view_.clauses[view_.words[0].clause];
        return saying.first > 0 && opening.kind == Clause::Kind::subordinate && opening.verb < saying.first &&
               std::ranges::any_of(view_.clauses, [&](const Clause& clause) {
                   return clause.verb != no_index && clause.verb >= saying.end;
               });
    }

    /// Whether a main clause with a verb of its own stands beside the stretch.
    bool tells_beside(const Saying& saying) const {
        return std::ranges::any_of(view_.clauses, [&](const Clause& clause) {
            return clause.verb != no_index && (clause.verb < saying.first || clause.verb >= saying.end) &&
                   (clause.kind == Clause::Kind::main || clause.kind == Clause::Kind::coordinate ||
                    clause.kind == Clause::Kind::complement);
        });
    }

    /// The noun of the stretch that says so: the verb's subject, else the one next behind or before it.
    std::uint32_t subject_in(const Saying& saying) const {
        const auto& cue = *saying.cue;
        for (const auto child : view_.children_of(cue.word))
            if (view_.words[child].relation == Deprel::nsubj && child >= saying.first && child < saying.end)
                return child;
        const auto may_speak = [&](std::uint32_t i) {
            const auto& word = view_.words[i];
            return word.timex == no_index && word.amount == no_index && case_of(view_, i) == no_index &&
                   (word.names() || word.is(ClassOf::third) ||
                    (!word.word_class && (word.upos == Upos::NOUN || word.upos == Upos::PROPN)));
        };
        const auto clause_begins = [&](std::uint32_t i) {
            const auto& word = view_.words[i];
            return is_verb(word) || word.upos == Upos::SCONJ || word.is(ClassOf::relative);
        };
        for (auto i = cue.last + 1;
             i < saying.end && (!clause_begins(i) || view_.has(i, ClassOf::determiner)); ++i)
            if (may_speak(i))
                return i;
        for (auto i = cue.word; i > saying.first; --i)
            if (may_speak(i - 1))
                return i - 1;
        return no_index;
    }

    /// "…, Reuters reported, citing Ana Rubio"
    void include_sources(Saying& saying) const {
        const auto next = saying.end + 1;
        const auto* found = next < view_.words.size() ? judge_.cue_at(next) : nullptr;
        if (!found || found->word != next || judge_.cue(*found).pos != TriggerPos::fixed ||
            judge_.cue(*found).scope != CueScope::holder)
            return;
        saying.end = next;
        while (saying.end < view_.words.size() && !cuts(saying.end))
            ++saying.end;
    }

    const ReadingContext& context_;
    const SentenceView& view_;
    const FactualityJudge& judge_;
    const Discourse& discourse_;
    const std::vector<bool>& quoted_;
};

bool is_argument(Deprel relation) {
    return relation == Deprel::nsubj || relation == Deprel::obj || relation == Deprel::iobj ||
           relation == Deprel::nsubj_pass || relation == Deprel::appos || relation == Deprel::dep;
}

/// Whether `top` is `word` or stands above it.
bool above(const SentenceView& view, std::uint32_t top, std::uint32_t word) {
    constexpr int highest = 40;
    auto at = std::int32_t(word);
    for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view.words[std::size_t(at)].head)
        if (at == std::int32_t(top))
            return true;
    return false;
}

} // namespace

Sayings::Sayings(const ReadingContext& context, const SentenceView& view, const FactualityJudge& judge,
                 const Discourse& discourse)
    : quoted_(quoted_words(view, discourse.quoting())) {
    if (!view.parsed)
        return;
    const Finder finder(context, view, judge, discourse, quoted_);
    for (const auto& cue : judge.cues())
        if (const auto found = finder.insertion(cue))
            all_.push_back(*found);
    if (all_.empty())
        if (const auto found = finder.colon())
            all_.push_back(*found);
}

bool Sayings::covers(const Saying& saying, std::uint32_t word) const {
    return word >= saying.from && word < saying.to && (word < saying.first || word >= saying.end) &&
           (!saying.quotes || quoted_[word]);
}

const Saying* Sayings::at(std::uint32_t word) const {
    const auto found = std::ranges::find_if(
        all_, [&](const Saying& saying) { return saying.cue && saying.cue->word == word; });
    return found == all_.end() ? nullptr : &*found;
}

Speaker Sayings::quoted_speaker() const {
    const auto found = std::ranges::find(all_, true, &Saying::quotes);
    return found == all_.end() ? Speaker{} : found->speaker;
}

void Sayings::part(SentenceView& view) const {
    bool changed = false;
    const auto hang = [&](std::uint32_t word, std::uint32_t head, Deprel relation) {
        if (above(view, word, head))
            return;
        view.words[word].head = std::int32_t(head);
        view.words[word].relation = relation;
        changed = true;
    };
    for (const auto& saying : all_) {
        if (!saying.cue)
            continue;
        const auto verb = saying.cue->word;
        auto told = no_index;
        for (std::uint32_t i = 0; i < view.words.size() && told == no_index; ++i)
            if (covers(saying, i) && view.words[i].upos == Upos::VERB && !view.words[i].names())
                told = i;
        const auto inside = [&](std::int32_t i) {
            return i >= std::int32_t(saying.first) && i < std::int32_t(saying.end);
        };
        for (std::uint32_t i = 0; i < view.words.size(); ++i) {
            const auto& word = view.words[i];
            if (!is_argument(word.relation))
                continue;
            if (word.head == std::int32_t(verb) && !inside(std::int32_t(i)) && told != no_index && i != told)
                hang(i, told, i < told ? Deprel::nsubj : Deprel::obj);
            else if (inside(std::int32_t(i)) && word.head >= 0 && !inside(word.head) && i != verb)
                hang(i, verb, Deprel::dep);
        }
        for (std::uint32_t i = told; i < view.words.size() && told != no_index; ++i)
            if (view.words[i].head == std::int32_t(told) && view.words[i].relation == Deprel::nsubj &&
                told > saying.end && changed) // the subject stands before the saying
                view.words[i].relation = Deprel::obj;
        if (saying.subject != no_index && view.words[saying.subject].relation != Deprel::nsubj)
            hang(saying.subject, verb, Deprel::nsubj);
    }
    if (changed)
        index_children(view);
}

} // namespace timeloom
