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
/// Of these only the articles that share most are compared, of equals the next: however many articles a day
/// has, the work for one stays the same.
constexpr std::size_t most_partners = 12;
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
    struct Occurrence {
        std::uint64_t anchor;
        std::uint32_t passage;
        auto operator<=>(const Occurrence&) const = default;
    };
    std::vector<Passage> passages;
    std::vector<Occurrence> occurrences; ///< of the anchors of all passages, sorted
};

/// What a score of two parallel clauses is above the least.
std::uint32_t surplus_of(double score) {
    return static_cast<std::uint32_t>(std::lround(1000 * std::min(score - clause_threshold, 2.0)));
}

/// Dice's coefficient, 0 to 1.
double dice(double shared, double all) {
    return all > 0 ? 2 * shared / all : 0;
}

/// What the passages of two stories have in common, each anchor weighed by how rare it is in both.
class Comparison {
  public:
    /// Only the anchors that both stories have are looked at for each pair of passages.
    void compare(const Story& a, const Story& b) {
        columns_ = b.passages.size();
        of_rows_.assign(a.passages.size(), 0);
        of_columns_.assign(columns_, 0);
        shared_.assign(of_rows_.size() * columns_, 0);
        anchors_.clear();
        weights_.clear();
        auto i = a.occurrences.begin(), j = b.occurrences.begin();
        while (i != a.occurrences.end() || j != b.occurrences.end()) {
            const bool next_in_a =
                j == b.occurrences.end() || (i != a.occurrences.end() && i->anchor < j->anchor);
            const auto anchor = next_in_a ? i->anchor : j->anchor;
            const auto first_row = i, first_column = j;
            while (i != a.occurrences.end() && i->anchor == anchor)
                ++i;
            while (j != b.occurrences.end() && j->anchor == anchor)
                ++j;
            const auto weight = 1 / std::sqrt(static_cast<double>((i - first_row) + (j - first_column)));
            anchors_.push_back(anchor);
            weights_.push_back(weight);
            for (auto row = first_row; row != i; ++row)
                of_rows_[row->passage] += weight;
            for (auto column = first_column; column != j; ++column)
                of_columns_[column->passage] += weight;
            for (auto row = first_row; row != i; ++row)
                for (auto column = first_column; column != j; ++column)
                    shared_[row->passage * columns_ + column->passage] += weight;
        }
    }

    double likeness_of_passages(std::size_t row, std::size_t column) const {
        return dice(shared_[row * columns_ + column], of_rows_[row] + of_columns_[column]);
    }

    struct Weighed {
        const Anchors* anchors = nullptr;
        std::vector<double> weights;
        double total = 0;
    };
    /// Anchors of a clause; what no passage has is rare.
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
    Anchors anchors_; ///< of both stories
    std::vector<double> weights_;
    std::vector<double> of_rows_, of_columns_; ///< weight of all anchors, by passage
    std::vector<double> shared_;               ///< by passages of both
    std::size_t columns_ = 0;
};

double likeness_of(const Comparison::Weighed& a, const Comparison::Weighed& b) {
    double shared = 0;
    for (std::size_t i = 0, j = 0; i < a.weights.size() && j < b.weights.size();) {
        const auto x = (*a.anchors)[i], y = (*b.anchors)[j];
        if (x == y)
            shared += a.weights[i];
        i += x <= y;
        j += y <= x;
    }
    return dice(shared, a.total + b.total);
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
            return std::tie(x.a, x.b) < std::tie(y.a, y.b);
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

    /// The course of two stories that has the most in common, sentence for sentence.
    void align(const Story& a, const Story& b) {
        comparison_.compare(a, b);
        const auto rows = a.passages.size(), columns = b.passages.size();
        gain_.resize(rows * columns);
        best_.assign((rows + 1) * (columns + 1), 0);
        const auto at = [&](std::size_t i, std::size_t j) -> double& { return best_[i * (columns + 1) + j]; };
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < columns; ++j) {
                auto& gain = gain_[i * columns + j];
                gain = comparison_.likeness_of_passages(i, j) - sentence_threshold;
                at(i + 1, j + 1) = std::max({at(i, j + 1), at(i + 1, j), at(i, j) + gain});
            }
        for (std::size_t i = rows, j = columns; i && j;) {
            if (at(i, j) == at(i - 1, j))
                --i;
            else if (at(i, j) == at(i, j - 1))
                --j;
            else {
                --i, --j;
                match(a.passages[i], b.passages[j], gain_[i * columns + j]);
            }
        }
    }

    /// Clauses of two parallel sentences, one to one, the likest first.
    void match(const Passage& a, const Passage& b, double surplus) {
        const auto weighed = [&](const Passage& passage) {
            std::vector<Comparison::Weighed> out;
            for (const auto& clause : passage.clauses)
                out.push_back(comparison_.weigh(clause.anchors));
            return out;
        };
        const auto words_a = weighed(a), words_b = weighed(b);
        std::vector<std::tuple<double, std::size_t, std::size_t>> found;
        for (std::size_t i = 0; i < a.clauses.size(); ++i)
            for (std::size_t j = 0; j < b.clauses.size(); ++j)
                if (const auto score =
                        likeness(a.clauses[i], b.clauses[j], likeness_of(words_a[i], words_b[j])) + surplus;
                    score >= clause_threshold)
                    found.emplace_back(-score, i, j);
        std::sort(found.begin(), found.end());
        std::vector<bool> used_a(a.clauses.size()), used_b(b.clauses.size());
        for (const auto& [score, i, j] : found) {
            if (used_a[i] || used_b[j])
                continue;
            used_a[i] = used_b[j] = true;
            const auto [first, second] = std::minmax(a.clauses[i].mention, b.clauses[j].mention);
            out_.push_back({first, second, surplus_of(-score)});
        }
    }

    double likeness(const Clause& a, const Clause& b, double of_words) const {
        return type_likeness(a.told->frame, b.told->frame) + overlap(a.entities, b.entities) + of_words +
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
    Comparison comparison_;
    std::vector<double> gain_, best_; ///< of the two stories that are aligned
    std::vector<ParallelMentions> out_;
};

} // namespace

std::vector<ParallelMentions> find_parallels(const Collection& collection, const FusedEntities& entities,
                                             const Frames& frames) {
    return Finder(collection, entities, frames).run();
}

} // namespace timeloom
