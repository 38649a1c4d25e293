#include "graph/parallels.hpp"

#include "base/digest.hpp"
#include "graph/days.hpp"
#include "graph/words.hpp"

#include <algorithm>
#include <cmath>
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
/// Sentences of an article that are compared; the table of two stories grows with the square of it.
constexpr std::size_t most_passages = 500;
/// Likeness from which two sentences, two clauses, may be parallel.
constexpr double sentence_threshold = 0.18;
constexpr double clause_threshold = 1.0;

/// Letters that a word needs, and by which it is known; shorter ones are grammar more often than not.
constexpr std::size_t stem = 4;

using Anchors = std::vector<std::uint64_t>; ///< sorted, each once

struct Clause {
    std::uint32_t mention = 0; ///< number in the collection
    std::vector<std::uint32_t> entities;
    Anchors anchors;
    double place = 0; ///< of the trigger in the sentence, 0 to 1
    const EventMention* told = nullptr;
};

struct Passage {
    Anchors anchors;
    std::vector<Clause> clauses;
};

struct Story {
    std::vector<Passage> passages;
};

/// What sentences have in common, each anchor weighed by how rare it is in the two articles.
class Weights {
  public:
    Weights(const Story& a, const Story& b) {
        Anchors all;
        for (const auto* story : {&a, &b})
            for (const auto& passage : story->passages)
                all.insert(all.end(), passage.anchors.begin(), passage.anchors.end());
        std::sort(all.begin(), all.end());
        for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
            while (end < all.size() && all[end] == all[begin])
                ++end;
            anchors_.push_back(all[begin]);
            weights_.push_back(1 / std::sqrt(static_cast<double>(end - begin)));
        }
    }

    struct Weighed {
        const Anchors* anchors = nullptr;
        std::vector<double> weights;
        double total = 0;
    };
    Weighed weigh(const Anchors& anchors) const {
        Weighed out{&anchors, {}, 0};
        out.weights.reserve(anchors.size());
        auto from = anchors_.begin();
        for (const auto anchor : anchors) {
            from = std::lower_bound(from, anchors_.end(), anchor);
            const bool known = from != anchors_.end() && *from == anchor;
            out.weights.push_back(known ? weights_[static_cast<std::size_t>(from - anchors_.begin())] : 1.0);
            out.total += out.weights.back();
        }
        return out;
    }

  private:
    Anchors anchors_;
    std::vector<double> weights_;
};

/// Dice's coefficient, 0 to 1.
double dice(const Weights::Weighed& a, const Weights::Weighed& b) {
    double shared = 0;
    for (std::size_t i = 0, j = 0; i < a.weights.size() && j < b.weights.size();) {
        const auto x = (*a.anchors)[i], y = (*b.anchors)[j];
        if (x == y)
            shared += a.weights[i];
        i += x <= y;
        j += y <= x;
    }
    const auto all = a.total + b.total;
    return all > 0 ? 2 * shared / all : 0;
}

double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t shared = 0;
    for (const auto entity : a)
        shared += std::binary_search(b.begin(), b.end(), entity);
    return a.empty() && b.empty()
               ? 0
               : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

class Finder {
  public:
    Finder(const Collection& collection, const FusedEntities& entities, const Frames& frames)
        : collection_(collection), entities_(entities), frames_(frames), other_(frames.find("other")) {}

    std::vector<ParallelMentions> run() {
        order_by_publication();
        // Only what lies a few days apart is compared: the stories of a few days are held at a time.
        std::map<std::uint32_t, Story> stories; // by place in the order
        for (std::uint32_t at = 0; at < order_.size(); ++at) {
            for (const auto other : partners(at)) {
                const auto [a, b] = order_[at] < order_[other] ? std::pair(at, other) : std::pair(other, at);
                for (const auto place : {a, b})
                    if (!stories.contains(place))
                        stories.emplace(place, story_of(order_[place]));
                align(stories.at(a), stories.at(b));
            }
            stories.erase(at);
        }
        std::sort(out_.begin(), out_.end(), [](const ParallelMentions& x, const ParallelMentions& y) {
            return std::make_tuple(-x.score, x.a, x.b) < std::make_tuple(-y.score, y.a, y.b);
        });
        return std::move(out_);
    }

  private:
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
        for (auto& passage : story.passages)
            settle_keys(passage.anchors);
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
            if (const auto* local = std::get_if<std::uint32_t>(&participant.filler))
                out.entities.push_back(entities_.of[collection_.entity_number(d, *local)]);
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

    /// Later articles that share entities and days with the one at this place, ascending.
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
        std::vector<std::uint32_t> out;
        for (std::size_t begin = 0, end = 0; begin < shared.size(); begin = end) {
            while (end < shared.size() && shared[end] == shared[begin])
                ++end;
            if (end - begin >= enough_shared)
                out.push_back(shared[begin]);
        }
        return out;
    }

    /// The course of two stories that has the most in common, sentence for sentence.
    void align(const Story& a, const Story& b) {
        const Weights weights(a, b);
        const auto weighed = [&](const auto& parts) {
            std::vector<Weights::Weighed> out;
            for (const auto& part : parts)
                out.push_back(weights.weigh(part.anchors));
            return out;
        };
        const auto rows = a.passages.size(), columns = b.passages.size();
        const auto in_a = weighed(a.passages), in_b = weighed(b.passages);
        std::vector<double> gain(rows * columns), best((rows + 1) * (columns + 1));
        const auto at = [&](std::size_t i, std::size_t j) -> double& { return best[i * (columns + 1) + j]; };
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < columns; ++j) {
                gain[i * columns + j] = dice(in_a[i], in_b[j]) - sentence_threshold;
                at(i + 1, j + 1) = std::max({at(i, j + 1), at(i + 1, j), at(i, j) + gain[i * columns + j]});
            }
        for (std::size_t i = rows, j = columns; i && j;) {
            if (at(i, j) == at(i - 1, j))
                --i;
            else if (at(i, j) == at(i, j - 1))
                --j;
            else {
                --i, --j;
                match(a.passages[i], b.passages[j], weights, gain[i * columns + j]);
            }
        }
    }

    /// Clauses of two parallel sentences, one to one, the likest first.
    void match(const Passage& a, const Passage& b, const Weights& weights, double surplus) {
        std::vector<std::tuple<double, std::size_t, std::size_t>> found;
        for (std::size_t i = 0; i < a.clauses.size(); ++i)
            for (std::size_t j = 0; j < b.clauses.size(); ++j)
                if (const auto score = likeness(a.clauses[i], b.clauses[j], weights) + surplus;
                    score >= clause_threshold)
                    found.emplace_back(-score, i, j);
        std::sort(found.begin(), found.end());
        std::vector<bool> used_a(a.clauses.size()), used_b(b.clauses.size());
        for (const auto& [score, i, j] : found) {
            if (used_a[i] || used_b[j])
                continue;
            used_a[i] = used_b[j] = true;
            const auto [first, second] = std::minmax(a.clauses[i].mention, b.clauses[j].mention);
            out_.push_back({first, second, -score});
        }
    }

    double likeness(const Clause& a, const Clause& b, const Weights& weights) const {
        return type_likeness(a.told->frame, b.told->frame) + overlap(a.entities, b.entities) +
               dice(weights.weigh(a.anchors), weights.weigh(b.anchors)) +
               0.5 * (1 - std::fabs(a.place - b.place)) - (a.told->polarity != b.told->polarity ? 0.3 : 0);
    }

    double type_likeness(FrameIndex a, FrameIndex b) const {
        if (a == b)
            return other_ == a ? 0.4 : 1;
        const auto& near = frames_[a].near;
        if (std::find(near.begin(), near.end(), b) != near.end())
            return 0.6;
        return other_ == a || other_ == b ? 0.2 : 0;
    }

    const Collection& collection_;
    const FusedEntities& entities_;
    const Frames& frames_;
    std::optional<FrameIndex> other_;
    std::vector<std::uint32_t> order_;               ///< documents by day of publication
    std::vector<Day> days_;                          ///< by place in the order, as is what follows
    std::vector<std::vector<std::uint32_t>> naming_; ///< by fused entity: where it is named, ascending
    std::vector<ParallelMentions> out_;
};

} // namespace

std::vector<ParallelMentions> find_parallels(const Collection& collection, const FusedEntities& entities,
                                             const Frames& frames) {
    return Finder(collection, entities, frames).run();
}

} // namespace timeloom
