#include "graph/graph_row.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <array>

namespace timeloom {
namespace {

/// "organization" → "Organization", the spelling of a label.
std::string capital(std::string_view word) {
    std::string out(word);
    if (!out.empty())
        out[0] = static_cast<char>(out[0] - 32);
    return out;
}
std::string quote_reference(const Timeline& timeline, const Quote& quote) {
    return timeline.documents[quote.document].id + "#char=" + std::to_string(quote.begin) + "," +
           std::to_string(quote.end);
}
} // namespace

void KnowledgeGraph::for_each_node(const std::function<void(const Node&)>& visit) const {
    GraphRow row;
    if (shape_ == Shape::full)
        for (const auto& document : timeline_.documents) {
            row.clear();
            row.add(document.uri).add(document.url).add(document.language).add(document.publisher);
            const bool dated = !document.published.edtf.empty();
            row.add(document.published.edtf)
                .add(dated ? word_for(document.published.basis) : std::string_view());
            row.add(document.published.why).add(document.sha256);
            const auto& title = document.title.empty() ? document.uri : document.title;
            visit(Node{NodeKind::document, document.id, "Document", ":Document", title, row.values()});
        }
    std::array<std::string, Names<EntityType>::all.size()> type_labels;
    std::transform(Names<EntityType>::all.begin(), Names<EntityType>::all.end(), type_labels.begin(),
                   capital);
    for (const auto& entity : timeline_.entities) {
        row.clear();
        row.add(word_for(entity.type)).add(entity.aliases).add(entity.same_as);
        row.add(static_cast<std::int64_t>(entity.mentions.size()));
        const auto& label = type_labels[static_cast<std::size_t>(entity.type)];
        visit(Node{NodeKind::entity, entity.id, label, ":Entity:" + label, entity.name, row.values()});
    }
    if (shape_ != Shape::full)
        return;
    std::vector<std::string> expressions, holders, amounts;
    for (const auto& event : timeline_.events) {
        expressions.clear();
        for (const auto& expression : event.time.expressions)
            expressions.push_back(quote_reference(timeline_, expression.quote) + " " + expression.value +
                                  " " + std::string(expression.quote.text()));
        holders.clear();
        for (const auto& who : event.attribution)
            holders.emplace_back(holder_of(timeline_, who));
        amounts.clear();
        for (const auto& participant : event.participants)
            if (participant.entity == no_index)
                amounts.push_back(
                    (participant.role == Role::amount ? "" : std::string(word_for(participant.role)) + " ") +
                    amount_text(participant));
        const auto [from, to] = ends_of(event.time, event.kind);
        const auto &start = event.time.start, &end = event.time.end;
        const bool timed =
            !event.time.edtf.empty() || start.earliest || start.latest || end.earliest || end.latest;
        row.clear();
        row.add(event.type)
            .add(event.subtype)
            .add(event.time.edtf)
            .add(from)
            .add(start.earliest)
            .add(start.latest);
        row.add(to).add(end.earliest).add(end.latest);
        row.add(timed ? word_for(event.time.basis) : std::string_view()).add(event.time.why).add(expressions);
        row.add(word_for(event.modality)).add(word_for(event.polarity)).add(holders).add(amounts);
        row.add(std::int64_t{event.source_documents}).add(std::int64_t{event.independent_sources});
        row.add(event.languages).add(event.confidence);
        const bool state = event.kind == EventKind::state;
        visit(Node{NodeKind::event, event.id, state ? "State" : "Event", state ? ":Event:State" : ":Event",
                   event.label, row.values()});
    }
}
} // namespace timeloom
