#include "graph/knowledge_graph.hpp"

namespace timeloom {
namespace {

using enum ColumnType;

constexpr Column document_columns[] = {
    {"uri", text},           {"url", text},       {"language", text},
    {"publisher", text},     {"published", text}, {"published_basis", text},
    {"published_why", list}, {"sha256", text},
};
constexpr Column entity_columns[] = {
    {"entity_type", text}, {"aliases", list}, {"same_as", list}, {"mentions", integer}};
constexpr Column event_columns[] = {
    {"event_type", text},
    {"event_subtype", text},
    {"time", text},
    {"start_time", text},
    {"start_earliest", day},
    {"start_latest", day},
    {"end_time", text},
    {"end_earliest", day},
    {"end_latest", day},
    {"time_basis", text},
    {"time_why", list},
    {"time_expressions", list},
    {"modality", text},
    {"polarity", text},
    {"attribution", list},
    {"amounts", list},
    {"source_documents", integer},
    {"independent_sources", integer},
    {"languages", list},
    {"confidence", real},
};

#define TIMELOOM_CLOCKS                                                                                      \
    {"valid_from", text}, {"valid_from_earliest", day}, {"valid_from_latest", day}, {"valid_to", text},      \
        {"valid_to_earliest", day}, {"valid_to_latest", day}, {"claimed_at", text}, {                        \
        "published_at", text                                                                                 \
    }
constexpr Column participates_columns[] = {{"role", text}, {"tier", text}, TIMELOOM_CLOCKS};
constexpr Column mentioned_columns[] = {
    {"begin", integer},       {"end", integer},        {"text", text},          {"trigger_begin", integer},
    {"trigger_end", integer}, {"said_modality", text}, {"said_polarity", text}, {"said_by", list},
    {"said_time", text},      {"construction", text},  {"tier", text},          TIMELOOM_CLOCKS};
constexpr Column direct_columns[] = {{"event", text},
                                     {"edge_modality", text},
                                     {"edge_polarity", text},
                                     {"edge_confidence", real},
                                     TIMELOOM_CLOCKS};
constexpr Column claims_columns[] = {{"edge_modality", text}, {"edge_polarity", text}, TIMELOOM_CLOCKS};
constexpr Column relation_columns[] = {{"edge_why", list}, TIMELOOM_CLOCKS};
constexpr Column conflict_columns[] = {{"conflict", text}, {"edge_why", list}, TIMELOOM_CLOCKS};
constexpr Column copy_columns[] = {{"claimed_at", text}, {"published_at", text}};
#undef TIMELOOM_CLOCKS
} // namespace

std::span<const Column> columns_of(NodeKind kind) {
    switch (kind) {
    case NodeKind::document:
        return document_columns;
    case NodeKind::entity:
        return entity_columns;
    case NodeKind::event:
        return event_columns;
    }
    return {};
}

std::span<const Column> columns_of(EdgeKind kind) {
    switch (kind) {
    case EdgeKind::participates:
        return participates_columns;
    case EdgeKind::mentioned_in:
        return mentioned_columns;
    case EdgeKind::direct:
        return direct_columns;
    case EdgeKind::claims:
        return claims_columns;
    case EdgeKind::relation:
        return relation_columns;
    case EdgeKind::conflict:
        return conflict_columns;
    case EdgeKind::copy:
        return copy_columns;
    }
    return {};
}
} // namespace timeloom
