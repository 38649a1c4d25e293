#include "base/digest.hpp"
#include "graph/graph_row.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace timeloom {
namespace {

std::string upper(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return out;
}

/// Direct edges of one event at the most: the members of a long list (candidates, signatories) stand in no
/// relation of two.
constexpr std::ptrdiff_t most_pairs = 400;

/// An entity that fills a role surely enough for a direct edge; one that is only named beside does not.
bool stands_in(const TimelineParticipant& participant, Role role) {
    return participant.role == role && participant.entity != no_index && participant.tier != Tier::nearest;
}

/// Ids of edges: a digest of what makes the edge the one it is. A second edge equal in all of that says
/// nothing new.
class EdgeIds {
  public:
    void next_owner() {
        ++owner_;
        count_ = 0;
    }
    /// "" when the edge has been seen since next_owner(). `label`, `from` and `to` live as long as this
    /// object: what is the same as in the call before is not hashed again.
    std::string_view make(std::string_view label, std::string_view from, std::string_view to,
                          std::string_view rest) {
        const bool same_from = is_same(label, label_) && is_same(from, from_);
        if (!same_from)
            state_from_ = hash_part(hash_part(hash_start, label_ = label), from_ = from);
        if (!same_from || !is_same(to, to_))
            state_to_ = hash_part(state_from_, to_ = to);
        const auto hash = hash_end(hash_more(state_to_, rest));
        if (!insert(hash))
            return {};
        constexpr std::string_view digits = "0123456789abcdef";
        id_ = "edge:0000000000000000";
        for (std::size_t i = 0; i < 16; ++i)
            id_[5 + i] = digits[(hash >> (60 - 4 * i)) & 15];
        return id_;
    }

  private:
    /// Open addressing; what another owner left counts as free, so that nothing is ever cleared.
    struct Seen {
        std::uint64_t hash = 0;
        std::uint32_t owner = 0;
    };

    static bool is_same(std::string_view a, std::string_view b) {
        return a.data() == b.data() && a.size() == b.size();
    }
    static std::uint64_t hash_part(std::uint64_t state, std::string_view part) {
        return hash_more(hash_more(state, part), '\n');
    }

    bool insert(std::uint64_t hash) {
        if (2 * (count_ + 1) > seen_.size()) {
            std::vector<Seen> old(seen_.size() * 2);
            old.swap(seen_);
            count_ = 0;
            for (const auto& seen : old)
                if (seen.owner == owner_)
                    insert(seen.hash);
        }
        const auto mask = seen_.size() - 1;
        auto at = hash & mask;
        for (; seen_[at].owner == owner_; at = (at + 1) & mask)
            if (seen_[at].hash == hash)
                return false;
        seen_[at] = {hash, owner_};
        ++count_;
        return true;
    }

    std::vector<Seen> seen_ = std::vector<Seen>(64);
    std::size_t count_ = 0; ///< of this owner
    std::uint32_t owner_ = 1;
    std::string id_;
    std::string_view label_, from_, to_; ///< of the call before, with the states of the hash behind them
    std::uint64_t state_from_ = 0, state_to_ = 0;
};
/// Hands nodes and edges to the visitor; one row and one id buffer serve them all.
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
                row_.add(word_for(participant.role)).add(word_for(participant.tier)).clocks(event, published);
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
                for (int i = 0; i < 8; ++i) // an entity is told at no time of its own
                    row_.add(std::string_view());
                row_.unclocked(published(quote));
                emit_quote(quote, entity.id, NodeKind::entity, {});
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
                row_.clocks(event, published(mention.quote));
                emit_quote(mention.quote, event.id, NodeKind::event, std::to_string(mention.trigger_begin));
            }
        }
    }

    void direct() {
        for (const auto& event : timeline_.events) {
            const auto type = types_.find(event.finest_type());
            if (type == types_.end() || !type->second.edge)
                continue;
            const auto& edge = *type->second.edge;
            const auto in_role = [&](Role role) {
                return std::count_if(event.participants.begin(), event.participants.end(),
                                     [&](const auto& participant) { return stands_in(participant, role); });
            };
            if (in_role(edge.from) * in_role(edge.to) > most_pairs)
                continue;
            ids_.next_owner();
            const auto published = first_published(timeline_, event);
            for (const auto& from : event.participants) {
                if (!stands_in(from, edge.from))
                    continue;
                for (const auto& to : event.participants) {
                    if (!stands_in(to, edge.to) || to.entity == from.entity)
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
            clocks(relation.from, relation.to);
            visit_(Edge{EdgeKind::relation, relation.id, label_of(relation.type),
                        timeline_.events[relation.from].id, timeline_.events[relation.to].id, NodeKind::event,
                        NodeKind::event, 1, row_.values()});
        }
    }

    void conflicts() {
        ids_.next_owner();
        for (const auto& conflict : timeline_.conflicts) {
            const auto& about = conflict.about;
            // An event whose own sources contradict each other conflicts with itself.
            if (about.size() == 1)
                contradicts(conflict, about[0], about[0]);
            for (std::size_t i = 0; i < about.size(); ++i)
                for (std::size_t j = i + 1; j < about.size(); ++j)
                    contradicts(conflict, about[i], about[j]);
        }
    }

    void contradicts(const TimelineConflict& conflict, std::uint32_t one, std::uint32_t other) {
        row_.clear();
        row_.add(word_for(conflict.kind)).add(conflict.why);
        clocks(one, other);
        emit(EdgeKind::conflict, "CONFLICTS_WITH", timeline_.events[one].id, timeline_.events[other].id,
             NodeKind::event, NodeKind::event, 1, word_for(conflict.kind));
    }

    void copies() {
        ids_.next_owner();
        for (const auto& document : timeline_.documents) {
            if (document.copies_of.empty())
                continue;
            row_.clear();
            row_.add(document.published.edtf).add(document.published.edtf);
            emit(EdgeKind::copy, "COPY_OF", document.id, document.copies_of, NodeKind::document,
                 NodeKind::document, 1, {});
        }
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

    /// What stands between two events is valid from where the first begins until where the last ends, and
    /// known once both are.
    void clocks(std::uint32_t one, std::uint32_t other) {
        const auto &a = timeline_.events[one], &b = timeline_.events[other];
        const auto begin = [](const TimelineEvent& event) {
            const auto& start = event.time.start;
            return start.earliest ? *start.earliest : start.latest.value_or(Day::max());
        };
        const auto end = [](const TimelineEvent& event) {
            const auto& last = event.time.end;
            return last.latest ? *last.latest : last.earliest.value_or(Day::max());
        };
        row_.clocks(begin(b) < begin(a) ? b : a, end(a) < end(b) ? b : a,
                    std::max(first_published(timeline_, a), first_published(timeline_, b)));
    }

    void start_quote(const Quote& quote) {
        row_.clear();
        row_.add(std::int64_t{quote.begin}).add(std::int64_t{quote.end}).add(quote.text());
    }
    std::string_view published(const Quote& quote) const {
        return timeline_.documents[quote.document].published.edtf;
    }
    void emit_quote(const Quote& quote, std::string_view owner, NodeKind kind, std::string_view trigger) {
        place_.assign(std::to_string(quote.begin)).append(1, ',').append(std::to_string(quote.end));
        place_.append(1, ',').append(trigger);
        emit(EdgeKind::mentioned_in, "MENTIONED_IN", owner, timeline_.documents[quote.document].id, kind,
             NodeKind::document, 1, place_);
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
    GraphRow row_;
    EdgeIds ids_;
    std::vector<std::string> holders_;
    std::string place_;
};
} // namespace

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
} // namespace timeloom
