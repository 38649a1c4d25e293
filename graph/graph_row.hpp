// The values of one node or edge on its way to a visitor, in the order of columns_of() its kind. Private to
// KnowledgeGraph.
#pragma once

#include "graph/knowledge_graph.hpp"

namespace timeloom {

/// The values of one row, which view what they are made of.
class GraphRow {
  public:
    void clear() { values_.clear(); }
    GraphRow& add(std::string_view word) {
        if (word.empty())
            values_.emplace_back();
        else
            values_.emplace_back(word);
        return *this;
    }
    GraphRow& add(std::optional<Day> bound) {
        if (bound)
            values_.emplace_back(*bound);
        else
            values_.emplace_back();
        return *this;
    }
    GraphRow& add(std::int64_t number) {
        values_.emplace_back(number);
        return *this;
    }
    GraphRow& add(double number) {
        values_.emplace_back(number);
        return *this;
    }
    GraphRow& add(std::span<const std::string> items) {
        if (items.empty())
            values_.emplace_back();
        else
            values_.emplace_back(items);
        return *this;
    }
    GraphRow& clocks(const TimelineEvent& event, std::string_view published) {
        return clocks(event, event, published);
    }
    /// Known since it was published, valid at no time of its own.
    GraphRow& unclocked(std::string_view published) {
        for (int i = 0; i < 6; ++i)
            values_.emplace_back();
        return add(published).add(published);
    }
    /// Valid from the begin of one event to the end of another.
    GraphRow& clocks(const TimelineEvent& first, const TimelineEvent& last, std::string_view published) {
        const auto from = ends_of(first.time, first.kind).from, to = ends_of(last.time, last.kind).to;
        add(from).add(first.time.start.earliest).add(first.time.start.latest);
        add(to).add(last.time.end.earliest).add(last.time.end.latest);
        return add(published).add(published);
    }
    std::span<const Value> values() const { return values_; }

  private:
    std::vector<Value> values_;
};
} // namespace timeloom
