#include "events/dating.hpp"

#include "events/deeds.hpp"
#include "events/phrases.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::uint32_t window = 40;

std::uint32_t distance(std::uint32_t a, std::uint32_t b) {
    return a < b ? b - a : a - b;
}

/// Looks for the time of one event.
class Search {
  public:
    /// `strict`: what says "current" of a noun dates nothing.
    Search(const ReadingContext& context, const SentenceView& view, bool strict, YearOfNoun year,
           bool answers)
        : context_(context), view_(view), times_(context.times), strict_(strict), year_(year),
          answers_(answers), bare_years_(context.classes.profile().bare_years) {}

    std::uint32_t find(std::uint32_t word, std::uint32_t verb) {
        trigger_ = word;
        if (view_.parsed) {
            if (is_around(word))
                if (const auto found = below(word, word); found != no_index)
                    return found;
            if (verb != no_index && verb != word) // "annulled the fine of 2019 on Monday"
                if (const auto found = at(verb); found != no_index)
                    return found;
            if (const auto found = below(word, word); found != no_index)
                return found;
            if (verb != no_index && verb != word)
                if (const auto found = below(verb, word); found != no_index)
                    return found;
        }
        if (const auto found = in_clause(word); found != no_index)
            return found;
        return at_head(word);
    }

  private:
    /// Whether a word is an expression that can date an event.
    bool dates(std::uint32_t i) const {
        if (view_.words[i].timex == no_index)
            return false;
        const auto& time = times_[view_.words[i].timex];
        const bool vague = ((time.value == "PAST_REF" || time.value == "FUTURE_REF") &&
                            time.anchor != Anchor::narrated) || // "then" is the time told before
                           (strict_ && time.value == "PRESENT_REF" && describes(i));
        // "months", "every year" have no place on the calendar; "on Monday" may find its own yet
        const bool placed = !time.edtf.empty() || time.bounds.earliest || time.bounds.latest;
        const bool waits = !time.resolved && time.anchor != Anchor::narrated && time.type != TimexType::set;
        return !vague && (placed || waits) && !part_of_name(i) && !compares(i) && !of_compared(i) &&
               (year_ == YearOfNoun::dates || !of_another_year(i));
    }

    /// "Cancelled *the 2019* deal", "annulla l'accordo *del 2019*", "the budget *for 2026*" of a report of
    /// 2025: when the noun's own matter was or is to be, and not the news about it.
    bool of_another_year(std::uint32_t i) const {
        const std::string_view told = times_[view_.words[i].timex].edtf;
        const std::string_view published = context_.document.published.edtf;
        if (times_[view_.words[i].timex].relation != TimeRelation::at || !view_.parsed || told.size() < 4 ||
            published.size() < 4 || told.front() == '.' || told.substr(0, 4) == published.substr(0, 4) ||
            view_.words[i].head < 0 || (year_ == YearOfNoun::dates_if_gone && told < published))
            return false;
        const auto noun = std::uint32_t(view_.words[i].head);
        const auto relation = view_.words[noun].relation;
        const bool ended = year_ == YearOfNoun::is_its_own && relation == Deprel::obl; // "put an end to"
        if (view_.words[noun].upos != Upos::NOUN || !(is_argument(relation) || ended))
            return false;
        if (noun > i)
            return view_.words[i].preposition == 0 && (i == 0 || view_.words[i - 1].preposition == 0 ||
                                                       view_.words[i - 1].is(ClassOf::determiner));
        const auto preposition = view_.words[i - 1].preposition;
        const auto is = [&](std::string_view name) {
            return preposition == context_.classes.preposition_class(name);
        };
        return noun + 2 == i && preposition != 0 && (is("of") || (is("for") && told > published));
    }

    static bool is_argument(Deprel relation) {
        return relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
    }

    /// The time nearest to a word among those right below it.
    std::uint32_t at(std::uint32_t word) const {
        std::uint32_t best = no_index;
        for (const auto child : view_.children_of(word))
            if (dates(child) && !of_attribute_apart(child, word) && !of_saying(child, word) &&
                (best == no_index || distance(child, word) < distance(best, word)))
                best = child;
        return best;
    }

    /// The time nearest to `from` among those highest below `root` in the tree, not behind another clause.
    std::uint32_t below(std::uint32_t root, std::uint32_t from) const {
        constexpr std::size_t most = 48;
        std::vector<std::uint32_t> level{root}, next;
        for (std::size_t seen = 0; !level.empty() && seen < most; seen += level.size()) {
            std::uint32_t best = no_index;
            next.clear();
            for (const auto word : level)
                for (const auto child : view_.children_of(word)) {
                    if (dates(child) && !of_attribute_apart(child, from) && !of_saying(child, from) &&
                        (best == no_index || distance(child, from) < distance(best, from)))
                        best = child;
                    if (inside(view_.words[child].relation) && !is_attribute(child))
                        next.push_back(child);
                }
            if (best != no_index)
                return best;
            level.swap(next);
        }
        return no_index;
    }

    /// The nearest time of the clause that no other verb of it takes.
    std::uint32_t in_clause(std::uint32_t word) const {
        const auto own = view_.words[word].clause;
        std::uint32_t best = no_index;
        const auto end = std::min(std::uint32_t(view_.words.size()), word + window);
        for (auto i = word > window ? word - window : 0; i < end; ++i)
            if (within(i, own) && dates(i) && !of_attribute(i, word) && !of_other_verb(i, word) &&
                !of_subject(i, word) && deed_of(context_, view_, i) == deed_of(context_, view_, word) &&
                (best == no_index || distance(i, word) < distance(best, word) + (view_.parsed ? 0 : 1)))
                best = i; // of two as near the one behind, where no tree tells
        return best;
    }

    /// "In June, …" at the head of the sentence holds for what is told in its main clauses.
    std::uint32_t at_head(std::uint32_t word) const {
        constexpr std::uint32_t head = 4;
        const auto kind = view_.clauses[view_.words[word].clause].kind;
        if (kind == Clause::Kind::relative || kind == Clause::Kind::parenthesis)
            return no_index;
        for (std::uint32_t i = 0; i < view_.words.size() && i < head && i < word; ++i)
            if (dates(i) && !of_attribute(i, word) && !of_saying(i, word) && !of_subject(i, word) &&
                deed_of(context_, view_, i) == deed_of(context_, view_, word))
                return i;
        return no_index;
    }

    /// Whether a date stands in the clause: "until 2029" opens none of its own.
    bool within(std::uint32_t date, std::uint32_t own) const {
        constexpr std::uint32_t article = 2;
        const auto clause = view_.words[date].clause;
        const auto& its = view_.clauses[clause];
        return clause == own || (its.kind == Clause::Kind::subordinate && its.verb == no_index &&
                                 its.parent == own && date - its.first <= article);
    }

    /// A noun that tells what went before or came after: "a profit on Monday after a *loss* in 2022".
    bool is_around(std::uint32_t word) const {
        return view_.words[word].upos == Upos::NOUN && view_.words[word].relation == Deprel::obl &&
               std::ranges::any_of(view_.children_of(word), [&](std::uint32_t child) {
                   return view_.words[child].relation == Deprel::case_ &&
                          (view_.has(child, ClassOf::later) || view_.has(child, ClassOf::earlier));
               });
    }

    /// Whether the date lies in a participle or relative clause that the trigger does not: "contests the
    /// decision taken in May".
    bool of_attribute(std::uint32_t date, std::uint32_t trigger) const {
        constexpr int highest = 8;
        if (opens_attribute(date))
            return of_attribute_apart(date, trigger);
        auto at = std::int32_t(date);
        for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view_.words[std::size_t(at)].head) {
            if (std::uint32_t(at) == trigger)
                return false;
            if (is_attribute(std::uint32_t(at)))
                return !is_above(std::uint32_t(at), trigger);
        }
        return false;
    }

    /// Whether the tree gives the date to a verb beside the trigger: "was arrested and stayed in prison until
    /// 2018", "has worked with Brandt since 2019, and the new investment …".
    bool of_other_verb(std::uint32_t date, std::uint32_t trigger) const {
        const auto above = view_.words[date].head;
        if (above < 0 || std::uint32_t(above) == trigger ||
            view_.words[std::size_t(above)].upos != Upos::VERB)
            return false;
        const auto verb = std::uint32_t(above);
        const auto joined = [&](std::uint32_t word, std::uint32_t to) {
            return view_.words[word].relation == Deprel::conj && view_.words[word].head == std::int32_t(to);
        };
        const bool said = view_.words[verb].relation == Deprel::ccomp &&
                          view_.words[verb].head == std::int32_t(trigger) && // "said it closed in May"
                          !of_saying(date, verb);
        return said || (trigger < verb && verb < date && joined(verb, trigger)) ||
               (verb < date && date < trigger && joined(trigger, verb) &&
                view_.words[trigger].upos == Upos::NOUN);
    }

    /// "The sale of Brandt *in May* was criticised": whether the date stands behind a noun that tells an
    /// event of its own and is the subject of the verb behind. What figures do, they did when they are from.
    bool of_subject(std::uint32_t date, std::uint32_t trigger) const {
        constexpr int highest = 6;
        if (!answers_ || view_.words[trigger].upos != Upos::VERB || date > trigger)
            return false;
        auto at = view_.words[date].head;
        for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view_.words[std::size_t(at)].head) {
            const auto noun = std::uint32_t(at);
            const auto& word = view_.words[noun];
            if (word.relation == Deprel::nsubj || word.relation == Deprel::nsubj_pass)
                return noun < date && word.upos == Upos::NOUN && is_above(trigger, noun) &&
                       tells_event(context_.binding(view_), noun);
        }
        return false;
    }

    /// Whether the date stands before the clause of the trigger, which tells what somebody says: "said *on
    /// Tuesday* that Arvo had bought a mill", whatever the tree hangs it on.
    bool of_saying(std::uint32_t date, std::uint32_t trigger) const {
        const auto own = view_.words[trigger].clause;
        const auto said = view_.words[trigger].relation == Deprel::ccomp;
        return view_.words[date].clause != own && date < view_.clauses[own].first &&
               (said || view_.clauses[own].kind == Clause::Kind::complement);
    }

    /// "Das 1998 gegründete Werk", "die am Montag vorgestellte Studie": between article and noun.
    bool opens_attribute(std::uint32_t date) const {
        const auto& words = view_.words;
        const auto is_preposition = [&](std::uint32_t i) {
            return words[i].preposition != 0 || words[i].is(ClassOf::preposition) ||
                   words[i].upos == Upos::ADP;
        };
        if (date + 2 >= words.size() ||
            (words[date + 1].upos != Upos::VERB && words[date + 1].upos != Upos::ADJ) ||
            (words[date + 2].upos != Upos::NOUN && words[date + 2].upos != Upos::PROPN))
            return false;
        const auto before = date > 1 && is_preposition(date - 1) ? date - 1 : date;
        return before > 0 && words[before - 1].is(ClassOf::determiner) && !is_preposition(before - 1);
    }

    /// Whether a date stands in such an attribute, and the trigger elsewhere.
    bool of_attribute_apart(std::uint32_t date, std::uint32_t trigger) const {
        return trigger != date + 1 && trigger != date + 2 && opens_attribute(date);
    }

    /// A clause or participle that tells of a noun: "das 1998 *gegründete* Werk".
    bool is_attribute(std::uint32_t i) const {
        const auto& word = view_.words[i];
        return word.relation == Deprel::acl || word.relation == Deprel::acl_relcl ||
               (word.relation == Deprel::amod && word.timex == no_index &&
                (word.upos == Upos::VERB || word.features.form == Features::Form::participle));
    }

    bool is_above(std::uint32_t top, std::uint32_t word) const {
        constexpr int highest = 12;
        auto at = std::int32_t(word);
        for (int steps = 0; at >= 0 && steps < highest; ++steps, at = view_.words[std::size_t(at)].head)
            if (std::uint32_t(at) == top)
                return true;
        return false;
    }

    /// A bare year right behind a name belongs to it: "the Berlin Fair 2010". Where years date without a
    /// preposition, only if the tree says so.
    bool part_of_name(std::uint32_t i) const {
        const auto text = view_.text(i);
        const auto& word = view_.words[i];
        const bool apart =
            bare_years_ && view_.parsed && (word.relation == Deprel::obl || word.head != std::int32_t(i) - 1);
        return i > 0 && view_.words[i - 1].names() && text.size() == 4 && !apart &&
               text.find_first_not_of("0123456789") == std::string_view::npos;
    }

    /// "The current contract": what stands beside a noun tells of it, not of what happens.
    bool describes(std::uint32_t i) const {
        const auto head = view_.words[i].head;
        return head >= 0 && (view_.words[std::size_t(head)].upos == Upos::NOUN ||
                             view_.words[std::size_t(head)].upos == Upos::PROPN);
    }

    /// "The largest loss since 1992", "for the first time since May": how far back a comparison goes.
    bool compares(std::uint32_t i) const {
        constexpr std::uint32_t farthest = 6;
        if (times_[view_.words[i].timex].relation != TimeRelation::since)
            return false;
        for (auto before = i; before > 0 && i - before < farthest; --before) {
            const auto& word = view_.words[before - 1];
            if (word.punctuation() || word.timex != no_index || view_.clauses[word.clause].verb == before - 1)
                return false;
            if (word.is(ClassOf::superlative))
                return true;
        }
        return false;
    }

    /// "Earned 5 million, *up from 4 million in 2022*": the date of the amount that another is compared with.
    bool of_compared(std::uint32_t i) const {
        constexpr std::uint32_t farthest = 16, nearest = 6;
        auto amount = no_index;
        for (auto before = i; before > 0 && i - before < farthest; --before) {
            const auto& word = view_.words[before - 1];
            if (word.is(ClassOf::comparing) && amount != no_index && amount - before < nearest)
                return trigger_ + 1 < before || trigger_ > i;
            if (word.timex != no_index || before - 1 == trigger_ ||
                (word.upos == Upos::VERB && word.features.form == Features::Form::finite))
                return false;
            if (word.amount != no_index && !view_.amounts[word.amount].counted)
                amount = before - 1;
        }
        return false;
    }

    static bool inside(Deprel relation) {
        switch (relation) {
        case Deprel::obl:
        case Deprel::nmod:
        case Deprel::obj:
        case Deprel::advmod:
        case Deprel::amod:
        case Deprel::nummod:
        case Deprel::case_:
        case Deprel::compound:
            return true;
        default:
            return false;
        }
    }

    const ReadingContext& context_;
    const SentenceView& view_;
    std::span<const Timex> times_;
    bool strict_;
    YearOfNoun year_;
    bool answers_;
    bool bare_years_;
    std::uint32_t trigger_ = no_index; ///< the word looked for
};

} // namespace

std::uint32_t time_of(const ReadingContext& context, const SentenceView& view, std::uint32_t word,
                      std::uint32_t verb, YearOfNoun year, bool answers) {
    if (std::ranges::none_of(view.words, [](const SentenceWord& w) { return w.timex != no_index; }))
        return no_index; // as most sentences
    const auto found = Search(context, view, true, year, answers).find(word, verb);
    return found != no_index ? found : Search(context, view, false, year, answers).find(word, verb);
}

std::uint32_t time_taken_up(const ReadingContext& context, const SentenceView& view, std::uint32_t word) {
    constexpr std::uint32_t most_between = 4; ///< ", bei dem"
    const auto& words = view.words;
    const auto& clause = view.clauses[words[word].clause];
    if (clause.opener == no_index || clause.opener > word)
        return no_index;
    const bool when = view.has(clause.opener, ClassOf::when);
    bool preposition = false;
    for (auto i = clause.opener; i > 0 && clause.opener - i <= most_between; --i) {
        const auto& before = words[i - 1];
        if (before.timex != no_index) {
            const auto& time = context.times[before.timex];
            return (when || preposition) && time.type == TimexType::date && time.bounds.earliest ? i - 1
                                                                                                 : no_index;
        }
        preposition = preposition || before.preposition != 0;
        const bool particle =
            before.upos == Upos::ADP || before.upos == Upos::ADV; // "geht auf 2014 *zurück*"
        const bool apposed = before.upos == Upos::NOUN && i > 2 && words[i - 2].punctuation() &&
                             words[i - 3].timex != no_index; // "2018, *ano* em que"
        if (!before.punctuation() && before.preposition == 0 && !before.is(ClassOf::determiner) &&
            !particle && !apposed)
            return no_index;
    }
    return no_index;
}

} // namespace timeloom
