#include "events/extractor.hpp"

#include "events/clauses.hpp"
#include "events/clitics.hpp"
#include "events/factuality.hpp"
#include "events/fronted_object.hpp"
#include "events/missing_verb.hpp"
#include "events/predicates.hpp"
#include "events/reading.hpp"
#include "events/unsaid_subject.hpp"

#include <algorithm>

namespace timeloom {

namespace {

constexpr std::size_t side_by_side = 32; ///< sentences

/// Both are by begin.
void add_mentions(std::vector<EntityMention>& mentions, std::span<const EntityMention> more) {
    const auto known = std::ptrdiff_t(mentions.size());
    mentions.insert(mentions.end(), more.begin(), more.end());
    std::ranges::inplace_merge(mentions, mentions.begin() + known,
                               [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
}

} // namespace

struct Extractor::Tables {
    WordClasses classes;
    Lexicon lexicon;
    AmountFinder amounts;
    CueTable cues;
    Constructions constructions;
    TriggerFinder triggers;
    const Frames& frames;
    const Parser* parser;

    Tables(const std::filesystem::path& data, const std::string& language, const Frames& all_frames,
           const Parser* model)
        : Tables(data, data / "languages" / language, Inflection(data / "languages" / language), all_frames,
                 model) {}

  private:
    Tables(const std::filesystem::path& data, const std::filesystem::path& folder,
           const Inflection& inflection, const Frames& all_frames, const Parser* model)
        : classes(folder), lexicon(folder, all_frames, inflection, classes.reflexives()), amounts(folder),
          cues(folder, inflection), constructions(data), triggers(lexicon, classes), frames(all_frames),
          parser(model) {}
};

Extractor::Extractor(const std::filesystem::path& data, const std::string& language, const Frames& frames,
                     const Parser* parser)
    : tables_(std::make_unique<const Tables>(data, language, frames, parser)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

std::vector<EventMention> Extractor::extract(const Document& document, std::span<const Timex> times,
                                             DocumentEntities& entities) const {
    const auto& t = *tables_;
    SentenceReader reader(
        {document, times, entities, t.lexicon, t.classes, t.frames, t.constructions, t.cues});
    SentenceParts parts{entities.mentions, 0, 0, times, 0, 0};
    // Sentences wait to be parsed side by side, and are then read in their order; one that tells nothing has
    // no words.
    std::vector<SentenceView> waiting;
    std::vector<SentenceView*> unparsed;
    waiting.reserve(side_by_side);
    const auto read_waiting = [&] {
        if (t.parser)
            parse_sentences(unparsed, *t.parser, t.classes);
        for (auto& view : waiting) {
            if (view.words.empty()) {
                reader.skip(*view.sentence);
                continue;
            }
            swap_nouns(view, t.lexicon);
            restore_missing_verb(view, t.lexicon, t.classes.profile());
            settle_clitics(view, t.lexicon, t.classes);
            settle_predicates(view, t.lexicon);
            cut_clauses(view, t.triggers.finite_verbs(view));
            const auto triggers = t.triggers.find(view);
            settle_unsaid_subjects(view, t.lexicon, t.classes, triggers);
            settle_fronted_objects(view, t.lexicon, t.classes, triggers);
            reader.read(view, triggers);
        }
        waiting.clear();
        unparsed.clear();
    };
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const auto& sentence = document.sentences[s];
        const auto before = [](Span span, Span limit) { return span.begin < limit.end; };
        parts.first_mention = parts.end_mention;
        while (parts.end_mention < parts.mentions.size() &&
               before(parts.mentions[parts.end_mention].span, sentence.span))
            ++parts.end_mention;
        parts.first_time = parts.end_time;
        while (parts.end_time < times.size() && before(times[parts.end_time].span, sentence.span))
            ++parts.end_time;
        if (sentence.kind == SentenceKind::furniture || sentence.kind == SentenceKind::dateline)
            continue;
        for (auto token = sentence.first_token; token < sentence.end_token; ++token) {
            t.lexicon.prefetch(document.tokens[token].key);
            t.cues.prefetch(document.tokens[token].key);
        }
        const bool named = parts.first_mention < parts.end_mention;
        const bool telling = t.triggers.any(document, sentence);
        if (!named && !telling) {
            SentenceView silent;
            silent.sentence = &sentence;
            waiting.push_back(std::move(silent));
        } else {
            auto& view = waiting.emplace_back(view_sentence(document, s, parts, t.classes, t.amounts));
            mark_verbs(view, t.lexicon);
            if (named || may_refer(document, sentence, t.lexicon, t.classes))
                unparsed.push_back(&view);
        }
        if (waiting.size() == side_by_side)
            read_waiting();
    }
    read_waiting();
    add_mentions(entities.mentions, reader.pronouns());
    return reader.finish();
}

} // namespace timeloom
