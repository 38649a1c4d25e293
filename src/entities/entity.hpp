// Who and what a document names, resolved within the document.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace timeloom {

enum class EntityType : std::uint8_t { organization, person, place, product, project, work, other };

enum class MentionKind : std::uint8_t {
    name,        ///< "Microsoft", "Sam Altman"
    short_form,  ///< "Altman", "AGI" after its expansion
    description, ///< "la compañía", "the ChatGPT maker", "Redmond" for Microsoft
    pronoun,     ///< "it", "ihm": only where safe
    possessive,  ///< "its", "seine"
};

struct EntityMention {
    Span span;
    std::uint32_t sentence = 0; ///< index into Document::sentences
    std::uint32_t entity = 0;   ///< index into DocumentEntities::entities
    MentionKind kind = MentionKind::name;
    bool nested = false; ///< lies inside a longer mention ("OpenAI" in "OpenAI API")
    bool group = false;  ///< one of several entities that the same words stand for ("both companies")
};

constexpr std::uint32_t unknown_entity = 0xFFFFFFFF;

struct LocalEntity {
    std::string name; ///< canonical: the world table's name when known, else the longest name in the text
    EntityType type = EntityType::other;
    std::uint32_t known = unknown_entity; ///< row in the World table (entities/world.hpp)
    std::vector<std::string> aliases;     ///< other names seen in the text, sorted, without descriptions
    std::uint16_t type_evidence =
        0; ///< weight of what speaks for `type`; fusion lets the greatest sum decide
};

struct DocumentEntities {
    std::vector<LocalEntity> entities;
    std::vector<EntityMention> mentions; ///< by begin, longer first
};

} // namespace timeloom
