#include "graph/parallels.hpp"

#include "base/digest.hpp"
#include "base/parallel.hpp"
#include "graph/alignment.hpp"
#include "graph/days.hpp"
#include "graph/words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace timeloom {

namespace {

/// Days between the publication of two articles that may tell one story.
constexpr int days_apart = 7;
/// Shared entities that make two articles worth comparing, and how many later articles of each entity are
/// tried.
constexpr std::size_t enough_shared = 2;
constexpr std::size_t tried = 12;
/// Of these only the articles that share most are compared, of equals the next: however many articles a day
/// has, the work for one stays the same.
constexpr std::size_t most_partners = 12;
/// Sentences of an article that are compared; the table of two stories grows with the square of it.
constexpr std::size_t most_passages = 500;

/// Letters that a word needs, and by which it is known; shorter ones are grammar more often than not.
constexpr std::size_t stem = 4;

using Clause = Aligner::Clause;
using Passage = Aligner::Passage;
using Story = Aligner::Story;

class Finder {
  public:
    Finder(const Collection& collection, const FusedEntities& entities, const Frames& frames)
        : collection_(collection), entities_(entities), frames_(frames), other_(frames.find("other")) {
        order_by_publication();
    }

    /// Each thread takes a stretch of days; the stories at its end are read by two.
    std::vector<ParallelMentions> run(unsigned threads) const {
        std::vector<Aligner> aligners(threads, Aligner(frames_));
        in_parallel(threads, threads, [&](std::size_t i) {
            align(aligners[i], order_.size() * i / threads, order_.size() * (i + 1) / threads);
        });
        std::vector<ParallelMentions> out;
        for (const auto& aligner : aligners)
            out.insert(out.end(), aligner.found().begin(), aligner.found().end());
        std::sort(out.begin(), out.end(), [](const ParallelMentions& x, const ParallelMentions& y) {
            return std::tie(x.a, x.b) < std::tie(y.a, y.b);
        });
        return out;
    }

  private:
    /// The articles from a place in the order on, up to another, with their partners. Only what lies a few
    /// days apart is compared: the stories of a few days are held at a time.
    void align(Aligner& aligner, std::size_t begin, std::size_t end) const {
        std::map<std::uint32_t, Story> stories; // by place in the order
        for (auto at = static_cast<std::uint32_t>(begin); at < end; ++at) {
            for (const auto other : partners(at)) {
                const auto [a, b] = order_[at] < order_[other] ? std::pair(at, other) : std::pair(other, at);
                for (const auto place : {a, b})
                    if (!stories.contains(place))
                        stories.emplace(place, story_of(order_[place]));
                aligner.align(stories.at(a), stories.at(b));
            }
            stories.erase(at);
        }
    }

    Story story_of(std::uint32_t d) const {
        const auto& reading = collection_.readings[d];
        const auto& text = reading.document.text;
        Story story;
        std::vector<std::uint32_t> passage_of(reading.document.sentences.size(), no_index);
        for (std::uint32_t s = 0; s < passage_of.size() && story.passages.size() < most_passages; ++s) {
            if (reading.document.sentences[s].kind == SentenceKind::furniture)
                continue;
            passage_of[s] = static_cast<std::uint32_t>(story.passages.size());
            add_word_keys(reading.document.sentences[s].span.of(text), stem, stem,
                          story.passages.emplace_back().anchors);
        }
        const auto in_sentence = [&](std::uint32_t sentence) -> Passage* {
            return sentence < passage_of.size() && passage_of[sentence] != no_index
                       ? &story.passages[passage_of[sentence]]
                       : nullptr;
        };
        for (const auto& mention : reading.entities.mentions) {
            const auto fused = entities_.of[collection_.entity_number(d, mention.entity)];
            if (auto* passage = in_sentence(mention.sentence))
                passage->anchors.push_back(hash_key(entities_.entities[fused].key));
        }
        for (const auto& time : reading.times)
            if (auto* passage = in_sentence(time.sentence); passage && time.resolved)
                passage->anchors.push_back(hash_key(time.edtf));
        for (std::uint32_t i = 0; i < reading.events.size(); ++i)
            if (auto* passage = in_sentence(reading.events[i].sentence))
                passage->clauses.push_back(clause_of(d, i));
        for (const auto& told : reading.events) // what happens has no language, as names and dates have none
            if (auto* passage = in_sentence(told.sentence); passage && told.frame != other_)
                passage->anchors.push_back(hash_key("=" + frames_[told.frame].type));
        for (std::uint32_t p = 0; p < story.passages.size(); ++p) {
            settle_keys(story.passages[p].anchors);
            for (const auto anchor : story.passages[p].anchors)
                story.occurrences.push_back({anchor, p});
            story.passages[p].anchors = {};
        }
        std::sort(story.occurrences.begin(), story.occurrences.end());
        return story;
    }

    Clause clause_of(std::uint32_t d, std::uint32_t index) const {
        const auto& reading = collection_.readings[d];
        const auto& told = reading.events[index];
        const auto sentence = reading.document.sentences[told.sentence].span;
        Clause out;
        out.told = &told;
        out.mention = collection_.mention_number(d, index);
        out.place = (told.trigger.begin - sentence.begin) / std::max(1.0, double(sentence.length()));
        for (const auto& participant : told.participants)
            if (participant.is_entity())
                out.entities.push_back(entities_.of[collection_.entity_number(d, participant.entity)]);
        std::sort(out.entities.begin(), out.entities.end());
        out.entities.erase(std::unique(out.entities.begin(), out.entities.end()), out.entities.end());
        add_word_keys(told.clause.of(reading.document.text), stem, stem, out.anchors);
        if (told.time != no_index)
            out.anchors.push_back(hash_key(reading.times[told.time].edtf));
        settle_keys(out.anchors);
        return out;
    }

    void order_by_publication() {
        const auto count = static_cast<std::uint32_t>(collection_.readings.size());
        std::vector<Day> published(count);
        for (std::uint32_t d = 0; d < count; ++d) {
            published[d] =
                bounds_of(collection_.readings[d].document.published.edtf).earliest.value_or(Day{});
            order_.push_back(d);
        }
        std::sort(order_.begin(), order_.end(), [&](auto a, auto b) {
            return std::make_pair(published[a], a) < std::make_pair(published[b], b);
        });
        naming_.resize(entities_.entities.size());
        for (std::uint32_t at = 0; at < count; ++at) {
            days_.push_back(published[order_[at]]);
            for (const auto entity : entities_in(order_[at]))
                naming_[entity].push_back(at);
        }
    }

    /// Fused, sorted, each once.
    std::vector<std::uint32_t> entities_in(std::uint32_t d) const {
        std::vector<std::uint32_t> out;
        for (const auto& mention : collection_.readings[d].entities.mentions)
            out.push_back(entities_.of[collection_.entity_number(d, mention.entity)]);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    /// Later articles that share entities and days with the one at this place.
    std::vector<std::uint32_t> partners(std::uint32_t at) const {
        std::vector<std::uint32_t> shared;
        for (const auto entity : entities_in(order_[at])) {
            const auto& list = naming_[entity];
            auto next = std::upper_bound(list.begin(), list.end(), at);
            for (std::size_t i = 0; i < tried && next != list.end(); ++i, ++next)
                if (days_[*next] - days_[at] <= date::days(days_apart))
                    shared.push_back(*next);
        }
        std::sort(shared.begin(), shared.end());
        std::vector<std::pair<std::size_t, std::uint32_t>> found; // how much is shared, place
        for (std::size_t begin = 0, end = 0; begin < shared.size(); begin = end) {
            while (end < shared.size() && shared[end] == shared[begin])
                ++end;
            if (end - begin >= enough_shared)
                found.emplace_back(end - begin, shared[begin]);
        }
        if (found.size() > most_partners) {
            const auto last = found.begin() + most_partners;
            std::partial_sort(found.begin(), last, found.end(), [](const auto& a, const auto& b) {
                return a.first != b.first ? a.first > b.first : a.second < b.second;
            });
            found.erase(last, found.end());
        }
        std::vector<std::uint32_t> out;
        for (const auto& partner : found)
            out.push_back(partner.second);
        return out;
    }

    const Collection& collection_;
    const FusedEntities& entities_;
    const Frames& frames_;
    std::optional<FrameIndex> other_;
    std::vector<std::uint32_t> order_;               ///< documents by day of publication
    std::vector<Day> days_;                          ///< by place in the order, as is what follows
    std::vector<std::vector<std::uint32_t>> naming_; ///< by fused entity: where it is named, ascending
};

} // namespace

std::vector<ParallelMentions> find_parallels(const Collection& collection, const FusedEntities& entities,
                                             const Frames& frames, unsigned threads) {
    return Finder(collection, entities, frames).run(threads);
}

} // namespace timeloom
