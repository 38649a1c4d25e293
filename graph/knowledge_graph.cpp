#include "graph/knowledge_graph.hpp"

#include "base/digest.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

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
constexpr Column participates_columns[] = {{"role", text}, TIMELOOM_CLOCKS};
constexpr Column mentioned_columns[] = {
    {"begin", integer},       {"end", integer},        {"text", text},          {"trigger_begin", integer},
    {"trigger_end", integer}, {"said_modality", text}, {"said_polarity", text}, {"said_by", list},
    {"said_time", text},      {"construction", text},  {"tier", text},          {"claimed_at", text},
    {"published_at", text}};
constexpr Column direct_columns[] = {{"event", text},
                                     {"edge_modality", text},
                                     {"edge_polarity", text},
                                     {"edge_confidence", real},
                                     TIMELOOM_CLOCKS};
constexpr Column claims_columns[] = {{"edge_modality", text}, {"edge_polarity", text}, TIMELOOM_CLOCKS};
constexpr Column relation_columns[] = {{"edge_why", list}};
constexpr Column conflict_columns[] = {{"conflict", text}, {"edge_why", list}};
#undef TIMELOOM_CLOCKS

std::string upper(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return out;
}

/// "organization" → "Organization", the spelling of a label.
std::string capital(std::string_view word) {
    std::string out(word);
    if (!out.empty())
        out[0] = static_cast<char>(out[0] - 32);
    return out;
}

/// The values of one row, which view what they are made of.
class Row {
  public:
    void clear() { values_.clear(); }
    Row& add(std::string_view word) {
        if (word.empty())
            values_.emplace_back();
        else
            values_.emplace_back(word);
        return *this;
    }
    Row& add(std::optional<Day> bound) {
        if (bound)
            values_.emplace_back(*bound);
        else
            values_.emplace_back();
        return *this;
    }
    Row& add(std::int64_t number) {
        values_.emplace_back(number);
        return *this;
    }
    Row& add(double number) {
        values_.emplace_back(number);
        return *this;
    }
    Row& add(const std::vector<std::string>& items) {
        if (items.empty())
            values_.emplace_back();
        else
            values_.emplace_back(std::span<const std::string>(items));
        return *this;
    }
    Row& clocks(const TimelineEvent& event, std::string_view published) {
        const auto [from, to] = ends_of(event.time, event.kind);
        add(from).add(event.time.start.earliest).add(event.time.start.latest);
        add(to).add(event.time.end.earliest).add(event.time.end.latest);
        return add(published).add(published);
    }
    std::span<const Value> values() const { return values_; }

  private:
    std::vector<Value> values_;
};

/// Ids of edges: a digest of what makes the edge the one it is. A second edge equal in all of that says
/// nothing new.
class EdgeIds {
  public:
    void next_owner() { seen_.clear(); }
    /// "" when the edge has been seen since next_owner().
    std::string_view make(std::string_view label, std::string_view from, std::string_view to,
                          std::string_view rest) {
        key_.assign(label).append(1, '\n').append(from).append(1, '\n').append(to).append(1, '\n').append(
            rest);
        const auto hash = hash_key(key_);
        if (!seen_.insert(hash).second)
            return {};
        constexpr std::string_view digits = "0123456789abcdef";
        id_ = "edge:0000000000000000";
        for (std::size_t i = 0; i < 16; ++i)
            id_[5 + i] = digits[(hash >> (60 - 4 * i)) & 15];
        return id_;
    }

  private:
    std::unordered_set<std::uint64_t> seen_;
    std::string key_;
    std::string id_;
};

std::string quote_reference(const Timeline& timeline, const Quote& quote) {
    return timeline.documents[quote.document].id + "#char=" + std::to_string(quote.begin) + "," +
           std::to_string(quote.end);
}

/// Hands nodes and edges to the visitor; one Row and one id buffer serve them all.
class Visitor {
  public:
    Visitor(const Timeline& timeline, const EventTypes& types, const std::function<void(const Edge&)>& visit)
        : timeline_(timeline), types_(types), visit_(visit) {}

    void participates() {
        for (const auto& event : timeline_.events) {
            ids_.next_owner();
            const auto published = first_published(timeline_, event);
            for (const auto& participant : event.participants) {
                if (participant.entity == no_index)
                    continue;
                row_.clear();
                row_.add(word_for(participant.role)).clocks(event, published);
                emit(EdgeKind::participates, "PARTICIPATES", timeline_.entities[participant.entity].id,
                     event.id, NodeKind::entity, NodeKind::event, sources(event), word_for(participant.role));
            }
        }
    }

    void mentioned_in() {
        for (const auto& entity : timeline_.entities) {
            ids_.next_owner();
            for (const auto& quote : entity.mentions) {
                start_quote(quote);
                for (int i = 0; i < 8; ++i)
                    row_.add(std::string_view());
                finish_quote(quote, entity.id, NodeKind::entity, {});
            }
        }
        for (const auto& event : timeline_.events) {
            ids_.next_owner();
            for (const auto& mention : event.mentions) {
                holders_.clear();
                for (const auto& who : mention.attribution)
                    holders_.emplace_back(holder_of(timeline_, who));
                start_quote(mention.quote);
                row_.add(std::int64_t{mention.trigger_begin}).add(std::int64_t{mention.trigger_end});
                row_.add(word_for(mention.modality)).add(word_for(mention.polarity)).add(holders_);
                row_.add(mention.time_edtf).add(mention.construction).add(word_for(mention.tier));
                finish_quote(mention.quote, event.id, NodeKind::event, std::to_string(mention.trigger_begin));
            }
        }
    }

    void direct() {
        for (const auto& event : timeline_.events) {
            const auto type = types_.find(event.type);
            if (type == types_.end() || !type->second.edge)
                continue;
            const auto& edge = *type->second.edge;
            ids_.next_owner();
            const auto published = first_published(timeline_, event);
            for (const auto& from : event.participants) {
                if (from.role != edge.from || from.entity == no_index)
                    continue;
                for (const auto& to : event.participants) {
                    if (to.role != edge.to || to.entity == no_index || to.entity == from.entity)
                        continue;
                    // Two of one role (the parties of an agreement) stand to each other alike: one edge, not
                    // two.
                    if (edge.from == edge.to && to.entity < from.entity)
                        continue;
                    row_.clear();
                    row_.add(event.id).add(word_for(event.modality)).add(word_for(event.polarity));
                    row_.add(event.confidence).clocks(event, published);
                    emit(EdgeKind::direct, edge.label, timeline_.entities[from.entity].id,
                         timeline_.entities[to.entity].id, NodeKind::entity, NodeKind::entity, sources(event),
                         event.id);
                }
            }
        }
    }

    void claims() {
        for (const auto& event : timeline_.events) {
            ids_.next_owner();
            const auto published = first_published(timeline_, event);
            for (const auto& who : event.attribution) {
                if (who.entity == no_index)
                    continue;
                row_.clear();
                row_.add(word_for(event.modality)).add(word_for(event.polarity)).clocks(event, published);
                emit(EdgeKind::claims, "CLAIMS", timeline_.entities[who.entity].id, event.id,
                     NodeKind::entity, NodeKind::event, 1, {});
            }
        }
    }

    void relations() {
        ids_.next_owner();
        for (const auto& relation : timeline_.relations) {
            row_.clear();
            row_.add(relation.why);
            visit_(Edge{EdgeKind::relation, relation.id, label_of(relation.type),
                        timeline_.events[relation.from].id, timeline_.events[relation.to].id, NodeKind::event,
                        NodeKind::event, 1, row_.values()});
        }
    }

    void conflicts() {
        ids_.next_owner();
        for (const auto& conflict : timeline_.conflicts)
            for (std::size_t i = 0; i < conflict.about.size(); ++i)
                for (std::size_t j = i + 1; j < conflict.about.size(); ++j) {
                    row_.clear();
                    row_.add(word_for(conflict.kind)).add(conflict.why);
                    emit(EdgeKind::conflict, "CONFLICTS_WITH", timeline_.events[conflict.about[i]].id,
                         timeline_.events[conflict.about[j]].id, NodeKind::event, NodeKind::event, 1,
                         word_for(conflict.kind));
                }
    }

    void copies() {
        ids_.next_owner();
        row_.clear();
        for (const auto& document : timeline_.documents)
            if (!document.copies_of.empty())
                emit(EdgeKind::copy, "COPY_OF", document.id, document.copies_of, NodeKind::document,
                     NodeKind::document, 1, {});
    }

  private:
    static double sources(const TimelineEvent& event) {
        return std::max<double>(1, event.independent_sources);
    }

    static std::string_view label_of(RelationType type) {
        static const auto labels = [] {
            std::array<std::string, Names<RelationType>::all.size()> out;
            std::transform(Names<RelationType>::all.begin(), Names<RelationType>::all.end(), out.begin(),
                           upper);
            return out;
        }();
        return labels[static_cast<std::size_t>(type)];
    }

    void start_quote(const Quote& quote) {
        row_.clear();
        row_.add(std::int64_t{quote.begin}).add(std::int64_t{quote.end}).add(quote.text);
    }
    void finish_quote(const Quote& quote, std::string_view owner, NodeKind kind, std::string_view trigger) {
        const auto& document = timeline_.documents[quote.document];
        row_.add(document.published.edtf).add(document.published.edtf);
        place_.assign(std::to_string(quote.begin)).append(1, ',').append(std::to_string(quote.end));
        place_.append(1, ',').append(trigger);
        emit(EdgeKind::mentioned_in, "MENTIONED_IN", owner, document.id, kind, NodeKind::document, 1, place_);
    }
    void emit(EdgeKind kind, std::string_view label, std::string_view from, std::string_view to,
              NodeKind from_kind, NodeKind to_kind, double weight, std::string_view rest) {
        const auto id = ids_.make(label, from, to, rest);
        if (!id.empty())
            visit_(Edge{kind, id, label, from, to, from_kind, to_kind, weight, row_.values()});
    }

    const Timeline& timeline_;
    const EventTypes& types_;
    const std::function<void(const Edge&)>& visit_;
    Row row_;
    EdgeIds ids_;
    std::vector<std::string> holders_;
    std::string place_;
};

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
        return {};
    }
    return {};
}

void KnowledgeGraph::for_each_node(const std::function<void(const Node&)>& visit) const {
    Row row;
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
                                  " " + std::string(expression.quote.text));
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
        const bool timed = !event.time.edtf.empty();
        row.clear();
        row.add(event.type)
            .add(event.time.edtf)
            .add(from)
            .add(event.time.start.earliest)
            .add(event.time.start.latest);
        row.add(to).add(event.time.end.earliest).add(event.time.end.latest);
        row.add(timed ? word_for(event.time.basis) : std::string_view()).add(event.time.why).add(expressions);
        row.add(word_for(event.modality)).add(word_for(event.polarity)).add(holders).add(amounts);
        row.add(std::int64_t{event.source_documents}).add(std::int64_t{event.independent_sources});
        row.add(event.languages).add(event.confidence);
        const bool state = event.kind == EventKind::state;
        visit(Node{NodeKind::event, event.id, state ? "State" : "Event", state ? ":Event:State" : ":Event",
                   event.label, row.values()});
    }
}

void KnowledgeGraph::for_each_edge(const std::function<void(const Edge&)>& visit) const {
    Visitor visitor(timeline_, types_, visit);
    if (shape_ == Shape::entities)
        return visitor.direct();
    visitor.participates();
    visitor.mentioned_in();
    visitor.direct();
    visitor.claims();
    visitor.relations();
    visitor.conflicts();
    visitor.copies();
}

std::string day_text(Day day) {
    const date::year_month_day civil(day);
    const int year = int(civil.year());
    std::string digits = std::to_string(year < 0 ? -year : year);
    std::string out = year < 0 ? "-" : "";
    if (digits.size() < 4)
        out.append(4 - digits.size(), '0');
    out += digits;
    for (const unsigned part : {unsigned(civil.month()), unsigned(civil.day())}) {
        out += '-';
        out += static_cast<char>('0' + part / 10);
        out += static_cast<char>('0' + part % 10);
    }
    return out;
}

TimeEnds ends_of(const TimelineTime& time, EventKind kind) {
    const std::string_view edtf = time.edtf;
    if (edtf.empty())
        return {};
    const auto slash = edtf.find('/');
    if (slash != std::string_view::npos)
        return {edtf.substr(0, slash), edtf.substr(slash + 1)};
    const bool open = kind == EventKind::state && !time.end.earliest && !time.end.latest;
    return {edtf, open ? ".." : edtf};
}

std::string_view first_published(const Timeline& timeline, const TimelineEvent& event) {
    std::string_view first;
    for (const auto& mention : event.mentions) {
        const std::string_view published = timeline.documents[mention.quote.document].published.edtf;
        if (!published.empty() && (first.empty() || published < first))
            first = published;
    }
    return first;
}

std::string_view holder_of(const Timeline& timeline, const TimelineAttribution& attribution) {
    return attribution.entity == no_index ? std::string_view(attribution.text)
                                          : std::string_view(timeline.entities[attribution.entity].name);
}

std::string amount_text(const TimelineParticipant& amount) {
    char digits[400]; // the largest double has 309 digits
    // Plain decimals, never 5e+11: readers of the text are people and spreadsheets.
    const auto end = std::to_chars(digits, digits + sizeof digits, amount.number, std::chars_format::fixed);
    std::string out = amount.bound.empty() ? "" : amount.bound + " ";
    out.append(digits, end.ec == std::errc() ? end.ptr : digits);
    if (!amount.unit.empty())
        out += " " + amount.unit;
    return out;
}

} // namespace timeloom
