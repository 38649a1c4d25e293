#include "graph/alignment.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace timeloom {

namespace {

/// Likeness from which two sentences, two clauses, may be parallel.
constexpr double sentence_threshold = 0.18;
constexpr double clause_threshold = 1.0;

/// What a score of two parallel clauses is above the least.
std::uint32_t surplus_of(double score) {
    return static_cast<std::uint32_t>(std::lround(1000 * std::min(score - clause_threshold, 2.0)));
}

/// Dice's coefficient, 0 to 1.
double dice(double shared, double all) {
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

} // namespace

void Aligner::Comparison::compare(const Story& a, const Story& b) {
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

double Aligner::Comparison::likeness_of_passages(std::size_t row, std::size_t column) const {
    return dice(shared_[row * columns_ + column], of_rows_[row] + of_columns_[column]);
}

Aligner::Comparison::Weighed Aligner::Comparison::weigh(const Anchors& anchors) const {
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

double Aligner::Comparison::Weighed::likeness_to(const Weighed& b) const {
    const auto& a = *this;
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

void Aligner::align(const Story& a, const Story& b) {
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
void Aligner::match(const Passage& a, const Passage& b, double surplus) {
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
                    likeness(a.clauses[i], b.clauses[j], words_a[i].likeness_to(words_b[j])) + surplus;
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

double Aligner::likeness(const Clause& a, const Clause& b, double of_words) const {
    return type_likeness(a.told->frame, b.told->frame) + overlap(a.entities, b.entities) + of_words +
           0.5 * (1 - std::fabs(a.place - b.place)) - (a.told->polarity != b.told->polarity ? 0.3 : 0);
}

double Aligner::type_likeness(FrameIndex a, FrameIndex b) const {
    if (a == b)
        return other_ == a ? 0.4 : 1;
    const auto& near = frames_[a].near;
    if (std::find(near.begin(), near.end(), b) != near.end())
        return 0.6;
    return other_ == a || other_ == b ? 0.2 : 0;
}

} // namespace timeloom
