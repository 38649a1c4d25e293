#include "events/discourse.hpp"

#include "events/draft.hpp"
#include "events/sayings.hpp"

#include <algorithm>

namespace timeloom {

bool Discourse::quoted(const SentenceView& view, std::uint32_t word) const {
    auto clause = view.words[word].clause;
    for (int steps = 0; clause != no_index && steps < 6; ++steps) {
        if (view.clauses[clause].kind == Clause::Kind::quotation)
            return true;
        clause = view.clauses[clause].parent;
    }
    if (!quoting_)
        return false;
    const auto before = std::min<std::uint32_t>(word, 60);
    for (auto i = word - before; i < word; ++i)
        if (view.words[i].quote == QuoteMark::closes || view.words[i].quote == QuoteMark::straight)
            return false;
    return true;
}

std::uint32_t Discourse::subject_of_saying(const ReadingContext& context, const SentenceView& view,
                                           std::span<const Draft> drafts) const {
    for (const auto& draft : drafts) {
        if (context.lexicon[draft.trigger.entry].construction != "clausal" ||
            quoted(view, draft.trigger.word))
            continue;
        for (const auto& argument : draft.arguments)
            if (argument.mention != no_index && argument.role == Role::agent)
                return argument.mention;
    }
    return no_index;
}

Speaker Discourse::speaker_of(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                              std::span<const Draft> drafts) const {
    if (const auto speaker = sayings.quoted_speaker(); speaker.known())
        return speaker;
    const auto subject = subject_of_saying(context, view, drafts);
    return subject == no_index ? Speaker{} : Speaker{subject, context.entities.mentions[subject].span};
}

std::uint32_t Discourse::quoted_mention(const ReadingContext& context, const SentenceView& view,
                                        const Sayings& sayings, std::span<const Draft> drafts) const {
    if (const auto speaker = sayings.quoted_speaker(); speaker.mention != no_index)
        return speaker.mention;
    const auto subject = subject_of_saying(context, view, drafts);
    return subject == no_index ? last_named_speaker_ : subject;
}

std::span<const std::uint32_t> Discourse::participants_of(const Frames& frames, FrameIndex type) const {
    const auto same =
        std::find_if(told_.rbegin(), told_.rend(), [&](const Told& t) { return t.frame == type; });
    if (same != told_.rend())
        return same->participants;
    const auto& near = frames[type].near;
    const auto close = std::find_if(told_.rbegin(), told_.rend(), [&](const Told& t) {
        return std::ranges::find(near, t.frame) != near.end();
    });
    return close == told_.rend() ? std::span<const std::uint32_t>() : close->participants;
}

bool Discourse::has_told(FrameIndex type) const {
    return std::ranges::any_of(told_,
                               [&](const Told& t) { return t.frame == type && !t.participants.empty(); });
}

void Discourse::remember(const ReadingContext& context, const SentenceView& view, const Sayings& sayings,
                         std::span<const Draft> drafts) {
    const auto binding = context.binding(view);
    for (const auto& draft : drafts) {
        if (!draft.main && last_subject_ != no_index)
            continue;
        const auto& entry = context.lexicon[draft.trigger.entry];
        const auto role = role_of(binding, entry, draft.use == Use::passive ? "B" : "A", no_index, draft.use);
        std::vector<std::uint32_t> subjects;
        for (const auto& argument : draft.arguments)
            if (argument.mention != no_index && argument.tier != Tier::nearest && argument.role == role &&
                context.type_of(argument.mention) != EntityType::place)
                subjects.push_back(argument.mention);
        if (subjects.empty())
            continue;
        last_subject_ = subjects.front();
        last_subjects_.swap(subjects);
        if (last_subjects_.size() < 2)
            last_subjects_.clear();
    }
    remember_speaker(context, view, sayings, drafts);
    remember_section(context, view);
    std::swap(named_[0], named_[1]);
    named_[0] = antecedents_in(view, std::uint32_t(view.words.size()));
    // Whom only a quotation names is not who goes on to speak.
    std::erase_if(named_[0], [&](const Antecedent& a) { return sayings.quoted(a.word); });
    for (const auto& draft : drafts) {
        Told told{context.lexicon[draft.trigger.entry].frame, {}};
        const auto bound = std::ranges::count_if(draft.arguments, [](const Argument& a) {
            return a.mention != no_index && a.tier != Tier::nearest;
        });
        for (const auto& argument : draft.arguments)
            if (argument.mention != no_index && (bound < 2 || argument.tier != Tier::nearest))
                told.participants.push_back(argument.mention);
        told_.push_back(std::move(told));
    }
    follow_quotes(context.document, *view.sentence);
}

namespace {

/// "declined to comment": whoever says nothing is not whose words follow.
bool keeps_silent(const ReadingContext& context, std::span<const Draft> drafts, std::uint32_t speaker) {
    const auto entity = context.entities.mentions[speaker].entity;
    return std::ranges::any_of(drafts, [&](const Draft& draft) {
        return draft.judgement.polarity == Polarity::negative &&
               context.lexicon[draft.trigger.entry].construction == "clausal" &&
               draft.has(context.entities, entity);
    });
}

/// Whoever demands, blames or supports something, with a noun for what is said.
std::uint32_t claimant_of(const ReadingContext& context, std::span<const Draft> drafts) {
    for (const auto& draft : drafts)
        if (draft.main && draft.use == Use::active &&
            context.frames[context.lexicon[draft.trigger.entry].frame].under == "statement")
            for (const auto& argument : draft.arguments)
                if (argument.mention != no_index && argument.role == Role::agent &&
                    argument.tier != Tier::nearest)
                    return argument.mention;
    return no_index;
}

} // namespace

void Discourse::remember_speaker(const ReadingContext& context, const SentenceView& view,
                                 const Sayings& sayings, std::span<const Draft> drafts) {
    last_named_speaker_ = quoted_mention(context, view, sayings, drafts);
    if (!sayings.all().empty() && sayings.all().front().speaker.known())
        last_speaker_ = sayings.all().front().speaker;
    else if (const auto speaker = speaker_of(context, view, sayings, drafts); speaker.known()) {
        if (!keeps_silent(context, drafts, speaker.mention))
            last_speaker_ = speaker;
    } else if (const auto claimant = claimant_of(context, drafts); claimant != no_index)
        last_speaker_ = {claimant, context.entities.mentions[claimant].span};
    else if (!last_speaker_.known() && last_subject_ != no_index &&
             context.type_of(last_subject_) == EntityType::person)
        last_speaker_ = {last_subject_, context.entities.mentions[last_subject_].span};
}

void Discourse::remember_section(const ReadingContext& context, const SentenceView& view) {
    if (view.sentence->kind != SentenceKind::heading)
        return;
    section_ = no_index;
    for (const auto& word : view.words)
        for (auto m = word.first_mention; m < word.first_mention + word.mention_count; ++m)
            if (section_ == no_index && context.type_of(m) != EntityType::place)
                section_ = m;
}

std::uint32_t Discourse::topic(const SentenceView& view) const {
    return view.sentence->kind == SentenceKind::item && section_ != no_index ? section_ : last_subject_;
}

bool Discourse::quotes_behind(const Document& document, const Sentence& sentence) const {
    if (sentence.kind == SentenceKind::heading || sentence.kind == SentenceKind::title)
        return false;
    bool open = quoting_;
    for (auto t = sentence.first_token; t < sentence.end_token; ++t)
        if (document.tokens[t].kind == TokenKind::punctuation)
            open = timeloom::quotes_behind(quote_at(document, t), open);
    return open;
}

void Discourse::begin(const Document& document, const Sentence& sentence) {
    const auto from = std::min(end_, sentence.span.begin);
    const auto gap = std::string_view(document.text).substr(from, sentence.span.begin - from);
    if (gap.find('\n') != std::string_view::npos)
        quoting_ = false;
    end_ = sentence.span.end;
}

} // namespace timeloom
