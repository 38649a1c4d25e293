// The types of events and states, declared once for all languages (languages/frames.tsv).
#pragma once

#include "base/table.hpp"
#include "entities/entity.hpp"
#include "events/event.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

std::string_view name_of(Role role);
std::optional<Role> role_named(std::string_view name);

/// A direct edge between two entities that an event or state gives ("Microsoft INVESTED_IN OpenAI").
struct DirectEdge {
    Role from;
    Role to;
    std::string label;
};

struct RoleSpec {
    Role role;
    std::uint8_t types = 0xFF; ///< bit 1 << EntityType for each type accepted: a veto on binding
    bool required = false;
};

/// Which role an argument fills by default: "A" subject, "B" object, "C" indirect object, "P" possessor, or a
/// class of prepositions ("with").
struct Slot {
    std::string name;
    Role role;
};

struct Frame {
    std::string type;  ///< "right-of-first-refusal"
    std::string under; ///< the wider type of the contract that it is told as ("criticism" as "statement"); ""
                       ///< for itself
    EventKind kind = EventKind::event;
    bool may_be_off = false; ///< may be called off, and then does not happen
    std::vector<RoleSpec> roles;
    std::vector<Slot> slots;
    std::vector<Role>
        identity; ///< two mentions with equal fillers of these, and agreeing times, tell one event
    std::vector<FrameIndex> ends;   ///< states that this event ends when it shares their identity fillers
    std::vector<FrameIndex> near;   ///< types so close that one event may be told under either
    std::vector<FrameIndex> equal;  ///< those of them under which one event is told: exits and dismissals
    std::vector<FrameIndex> vaguer; ///< those whose words often mean this one: exits of dismissals
    std::optional<DirectEdge> edge;
    std::vector<std::string> same_as; ///< "schema:SellAction", "sem:Event", "wikidata:Q…"

    // From languages/labels.tsv, for fusion and titles.
    int recurs_after_days = 30;     ///< undated reports further apart than this tell different events
    std::vector<FrameIndex> begins; ///< states that this event begins when a text tells them in one breath
    std::string label;              ///< "Acquisition[ of {patient}][ by {agent}]"

    /// Whether somebody says something.
    bool speech() const { return type == "statement" || under == "statement" || type == "announcement"; }
    /// Null for a role that the frame does not have.
    const RoleSpec* find(Role role) const;
    bool accepts(Role role, EntityType type) const;
    /// The role of a slot by default.
    std::optional<Role> role_of(std::string_view slot) const;
};

class Frames {
  public:
    /// Reads `data`/languages/frames.tsv and labels.tsv. Throws InputError naming file and line of a row that
    /// does not hold.
    explicit Frames(const std::filesystem::path& data);
    explicit Frames(const Table& table);

    const Frame& operator[](FrameIndex index) const { return frames_[index]; }
    std::span<const Frame> all() const { return frames_; }
    std::optional<FrameIndex> find(std::string_view type) const;

    /// Adds what labels.tsv says. Throws InputError naming file and line of a row that does not hold.
    void read_labels(const Table& table);

  private:
    std::vector<Frame> frames_;
};

} // namespace timeloom
