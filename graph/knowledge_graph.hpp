// The property graph behind a timeline: what every graph format writes. Nodes and edges come one by one, in
// an order that depends on the timeline alone, with ids made from content; nothing is kept between two of
// them, so that a graph of any size is written in the memory of its timeline.
//
//     entity ──PARTICIPATES──► event ──MENTIONED_IN──► document ──COPY_OF──► document
//       │ │                    │   └───BEFORE, ENDS, CONFLICTS_WITH, …──► event
//       │ └──CLAIMS──► event   entity ──MENTIONED_IN──► document
//       └──INVESTED_IN, …──► entity     (direct edges, timed)
#pragma once

#include "events/frames.hpp"
#include "graph/timeline.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace timeloom {

/// What the frames say of an event type that the graph and the exports need.
struct EventType {
    std::optional<DirectEdge> edge;
    std::vector<std::string> same_as; ///< "schema:SellAction", "wikidata:Q…"
};
/// By the type's name. A type that is not listed gives no direct edge and has no equivalents.
using EventTypes = std::map<std::string, EventType, std::less<>>;

enum class ColumnType : std::uint8_t { text, day, integer, real, list };

/// An attribute of all nodes or edges of one kind. Names of node and edge columns are disjoint: some readers
/// keep both in one namespace.
struct Column {
    std::string_view name;
    ColumnType type;
};

/// monostate: absent. Views live until the visitor returns.
using Value =
    std::variant<std::monostate, std::string_view, Day, std::int64_t, double, std::span<const std::string>>;

enum class NodeKind : std::uint8_t { document, entity, event };
enum class EdgeKind : std::uint8_t { participates, mentioned_in, direct, claims, relation, conflict, copy };
inline constexpr std::array all_node_kinds{NodeKind::document, NodeKind::entity, NodeKind::event};
inline constexpr std::array all_edge_kinds{EdgeKind::participates, EdgeKind::mentioned_in, EdgeKind::direct,
                                           EdgeKind::claims,       EdgeKind::relation,     EdgeKind::conflict,
                                           EdgeKind::copy};

std::span<const Column> columns_of(NodeKind kind);
std::span<const Column> columns_of(EdgeKind kind);

struct Node {
    NodeKind kind;
    std::string_view id;
    std::string_view label;  ///< "Document", "Organization", "Event", "State": the most telling of `labels`
    std::string_view labels; ///< ":Entity:Organization", broad to narrow
    std::string_view title;
    std::span<const Value> values; ///< one a column of columns_of(kind)
};

struct Edge {
    EdgeKind kind;
    std::string_view id;
    std::string_view label; ///< "PARTICIPATES", "INVESTED_IN"
    std::string_view from;
    std::string_view to;
    NodeKind from_kind;
    NodeKind to_kind;
    double weight; ///< independent sources behind the edge; 1 for one mention
    std::span<const Value> values;
};

class KnowledgeGraph {
  public:
    enum class Shape : std::uint8_t {
        full,
        entities, ///< entities and the direct edges between them alone
    };

    /// Both must outlive the graph. Ids of `timeline` must be unique and its indices in range.
    KnowledgeGraph(const Timeline& timeline, const EventTypes& types, Shape shape = Shape::full)
        : timeline_(timeline), types_(types), shape_(shape) {}

    /// Documents, entities, events: each in the timeline's order.
    void for_each_node(const std::function<void(const Node&)>& visit) const;
    /// By kind, in the order of EdgeKind; within one, in the timeline's order.
    void for_each_edge(const std::function<void(const Edge&)>& visit) const;

  private:
    const Timeline& timeline_;
    const EventTypes& types_;
    Shape shape_;
};

/// A day as ISO 8601: "2025-01-21"; "-0044-03-15" and "12025-03-01" outside of four digits.
std::string day_text(Day day);

/// The two ends of a time as EDTF: "2025-01/.." gives "2025-01" and ".."; a day of an event begins and ends
/// it; a state whose end nothing bounds stays open. Both "" when nothing is known.
struct TimeEnds {
    std::string_view from;
    std::string_view to;
};
TimeEnds ends_of(const TimelineTime& time, EventKind kind);

/// Days of publication of the documents that tell the event; the earliest counts. "" when none is known.
std::string_view first_published(const Timeline& timeline, const TimelineEvent& event);

/// An attribution in words: the entity's name or the text.
std::string_view holder_of(const Timeline& timeline, const TimelineAttribution& attribution);

/// "at least 500000000000 USD".
std::string amount_text(const TimelineParticipant& amount);

} // namespace timeloom
