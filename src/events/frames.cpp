#include "events/frames.hpp"

#include "events/type_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace timeloom {

namespace {

constexpr std::array<std::string_view, 12> role_names = {
    "agent",    "patient", "counterparty", "party",  "holder", "beneficiary",
    "approver", "object",  "amount",       "source", "place",  "condition"};
static_assert(role_names.size() == std::size_t(Role::condition) + 1);

/// The columns of frames.tsv.
enum Column : std::size_t { type, under, kind, roles, slots, identity, ends, near, edge, equivalents };

/// Reads one row; names of other types wait until all are known.
class RowReader {
  public:
    RowReader(const Table& table, const TableRow& row) : table_(table), row_(row) {}

    std::vector<std::string> list(Column column) const {
        return row_[column] == "-" ? std::vector<std::string>{} : split(row_[column], ' ');
    }

    Role role(std::string_view name) const {
        if (const auto found = role_named(name))
            return *found;
        table_.fail(row_, "no role is called \"" + std::string(name) + "\"", "use a role of the contract");
    }

    EventKind kind() const {
        if (row_[Column::kind] == "event" || may_be_off())
            return EventKind::event;
        if (row_[Column::kind] == "state")
            return EventKind::state;
        table_.fail(row_, "the kind is \"" + std::string(row_[Column::kind]) + "\"",
                    "write event, event off or state");
    }

    bool may_be_off() const { return row_[Column::kind] == "event off"; }

    /// "agent!:person+organization"
    RoleSpec role_spec(std::string_view text) const {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos)
            table_.fail(row_, "the role \"" + std::string(text) + "\" has no types", "write role:types");
        auto name = text.substr(0, colon);
        RoleSpec spec;
        if (name.ends_with('!')) {
            spec.required = true;
            name.remove_suffix(1);
        }
        spec.role = role(name);
        spec.types = 0;
        for (const auto& word : split(text.substr(colon + 1), '+')) {
            const auto types = entity_types(word);
            if (!types)
                table_.fail(row_, "no type of entity is called \"" + word + "\"",
                            "see FORMAT at the top of the table");
            spec.types |= *types;
        }
        return spec;
    }

    /// "B=object"
    Slot slot(const std::string& text) const {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            table_.fail(row_, "the slot \"" + text + "\" names no role", "write slot=role");
        return {text.substr(0, equals), role(std::string_view(text).substr(equals + 1))};
    }

    DirectEdge direct_edge() const {
        const auto words = list(Column::edge);
        if (words.size() != 3)
            table_.fail(row_, "the edge has " + std::to_string(words.size()) + " words",
                        "write role LABEL role");
        return {role(words[0]), role(words[2]), words[1]};
    }

  private:
    const Table& table_;
    const TableRow& row_;
};

Frame read_frame(const Table& table, const TableRow& row) {
    const RowReader reader(table, row);
    Frame frame;
    frame.type = row[Column::type];
    frame.kind = reader.kind();
    frame.may_be_off = reader.may_be_off();
    for (const auto& text : reader.list(Column::roles))
        frame.roles.push_back(reader.role_spec(text));
    for (const auto& text : reader.list(Column::slots))
        frame.slots.push_back(reader.slot(text));
    for (const auto& text : reader.list(Column::identity))
        frame.identity.push_back(reader.role(text));
    if (row[Column::edge] != "-")
        frame.edge = reader.direct_edge();
    frame.same_as = reader.list(Column::equivalents);

    const auto check = [&](Role role) {
        if (!frame.find(role))
            table.fail(row, frame.type + " has no role \"" + std::string(name_of(role)) + "\"",
                       "add it to the roles");
    };
    for (const auto& slot : frame.slots)
        check(slot.role);
    for (const auto role : frame.identity)
        check(role);
    if (frame.edge) {
        check(frame.edge->from);
        check(frame.edge->to);
    }
    return frame;
}

} // namespace

std::string_view name_of(Role role) {
    return role_names[std::size_t(role)];
}

std::optional<Role> role_named(std::string_view name) {
    const auto* found = std::ranges::find(role_names, name);
    if (found == role_names.end())
        return std::nullopt;
    return Role(found - role_names.begin());
}

const RoleSpec* Frame::find(Role role) const {
    const auto found = std::ranges::find(roles, role, &RoleSpec::role);
    return found == roles.end() ? nullptr : &*found;
}

bool Frame::accepts(Role role, EntityType entity) const {
    const auto* spec = find(role);
    return spec && (spec->types >> unsigned(entity) & 1U);
}

std::optional<Role> Frame::role_of(std::string_view slot) const {
    const auto found = std::ranges::find(slots, slot, &Slot::name);
    if (found == slots.end())
        return std::nullopt;
    return found->role;
}

Frames::Frames(const std::filesystem::path& data)
    : Frames(read_table(data / "languages" / "frames.tsv", {10, 10})) {
    read_labels(read_table(data / "languages" / "labels.tsv", {4, 4}));
}

void Frames::read_labels(const Table& table) {
    for (const auto& row : table.rows) {
        const auto known = [&](std::string_view type) {
            if (const auto found = find(type))
                return *found;
            table.fail(row, "no type is called \"" + std::string(type) + "\"", "use a type of frames.tsv");
        };
        auto& frame = frames_[known(row[0])];
        const auto days = row[1];
        const auto [end, error] =
            std::from_chars(days.data(), days.data() + days.size(), frame.recurs_after_days);
        if (error != std::errc() || end != days.data() + days.size())
            table.fail(row, "\"" + std::string(days) + "\" is no number of days", "write a whole number");
        if (row[2] != "-")
            for (const auto& state : split(row[2], ' '))
                frame.begins.push_back(known(state));
        frame.label = row[3];
    }
}

Frames::Frames(const Table& table) {
    for (const auto& row : table.rows) {
        if (find(row[Column::type]))
            table.fail(row, "the type \"" + std::string(row[Column::type]) + "\" stands twice",
                       "merge the rows");
        frames_.push_back(read_frame(table, row));
    }
    const auto index_of = [&](const auto& row, const std::string& name) {
        const auto index = find(name);
        if (!index)
            table.fail(row, "no type is called \"" + name + "\"", "add a row for it or mend the name");
        return *index;
    };
    for (std::size_t i = 0; i < frames_.size(); ++i) {
        const auto& row = table.rows[i];
        if (row[Column::under] != "-") {
            const auto wider = find(row[Column::under]);
            if (!wider || table.rows[*wider][Column::under] != "-")
                table.fail(row,
                           "no type of the contract is called \"" + std::string(row[Column::under]) + "\"",
                           "use a type whose own column `under` is -");
            frames_[i].under = row[Column::under];
        }
        for (const auto& name : RowReader(table, row).list(Column::ends))
            frames_[i].ends.push_back(index_of(row, name));
        const auto relate = [&](std::vector<FrameIndex> Frame::*list, FrameIndex other) {
            (frames_[i].*list).push_back(other);
            (frames_[other].*list).push_back(FrameIndex(i));
        };
        for (auto name : RowReader(table, row).list(Column::near)) {
            const bool equal = name.front() == '=';
            const auto other = index_of(row, name.substr(equal));
            relate(&Frame::near, other);
            if (equal) {
                relate(&Frame::equal, other);
                frames_[i].vaguer.push_back(other);
            }
        }
    }
    for (auto& frame : frames_)
        for (auto* list : {&frame.near, &frame.equal}) {
            std::ranges::sort(*list);
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
}

std::optional<FrameIndex> Frames::find(std::string_view type) const {
    const auto found = std::ranges::find(frames_, type, &Frame::type);
    if (found == frames_.end())
        return std::nullopt;
    return FrameIndex(found - frames_.begin());
}

} // namespace timeloom
