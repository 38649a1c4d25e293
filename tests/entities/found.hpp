// What the finder makes of a text, for tests.
#pragma once

#include "base/data.hpp"
#include "entities/entity_types.hpp"
#include "entities/finder.hpp"
#include "text/segmenter.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace timeloom {

struct Found {
    Document document;
    DocumentEntities entities;

    const LocalEntity* named(std::string_view name) const {
        for (const auto& entity : entities.entities)
            if (entity.name == name)
                return &entity;
        return nullptr;
    }
    /// "name (type)" of every entity.
    std::vector<std::string> list() const {
        std::vector<std::string> out;
        for (const auto& entity : entities.entities)
            out.push_back(entity.name + " (" + std::string(name_of(entity.type)) + ")");
        return out;
    }
    /// The entities that the words stand for at their first mention of that kind.
    std::vector<std::string> stand_for(std::string_view words) const {
        std::vector<std::string> out;
        for (const auto& mention : entities.mentions)
            if (mention.span.of(document.text) == words)
                out.push_back(entities.entities[mention.entity].name);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
};

inline const World& world() {
    static const World tables(find_data());
    return tables;
}

inline Found find(const std::string& language, const std::string& text) {
    Found found;
    found.document.language = language;
    found.document.text = text;
    Segmenter(find_data(), language).segment(found.document);
    found.entities = EntityFinder(find_data(), language, world()).find(found.document, {});
    return found;
}

using Names = std::vector<std::string>;

} // namespace timeloom
