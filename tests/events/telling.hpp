// A text with its names marked, read with the language's model.
#pragma once

#include "base/data.hpp"
#include "events/extractor.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace timeloom::tests {

inline const Frames& frames() {
    static const Frames all(find_data());
    return all;
}

struct Telling {
    Document document;
    DocumentEntities entities;
};

/// Organisations and people in brackets, "{Ana Rubio|the head of [Brandt]}" for what describes a person.
inline Telling read_telling(const std::string& language, std::string_view text) {
    Telling telling;
    auto& plain = telling.document.text;
    auto& entities = telling.entities;
    const auto entity = [&](std::string_view name, EntityType type) {
        const auto known = std::ranges::find(entities.entities, name, &LocalEntity::name);
        if (known != entities.entities.end())
            return std::uint32_t(known - entities.entities.begin());
        LocalEntity added;
        added.name = name;
        added.type = type;
        entities.entities.push_back(added);
        return std::uint32_t(entities.entities.size() - 1);
    };
    std::size_t described = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto here = std::uint32_t(plain.size());
        if (text[i] == '[') {
            const auto name = text.substr(i + 1, text.find(']', i) - i - 1);
            plain += name;
            EntityMention mention;
            mention.span = {here, std::uint32_t(plain.size())};
            mention.entity = entity(name, name.find(' ') == std::string_view::npos ? EntityType::organization
                                                                                   : EntityType::person);
            entities.mentions.push_back(mention);
            i += name.size() + 1;
        } else if (text[i] == '{') {
            const auto name = text.substr(i + 1, text.find('|', i) - i - 1);
            EntityMention mention;
            mention.span.begin = here;
            mention.entity = entity(name, EntityType::person);
            mention.kind = MentionKind::description;
            described = entities.mentions.size();
            entities.mentions.push_back(mention);
            i += name.size() + 1;
        } else if (text[i] == '}') {
            entities.mentions[described].span.end = here;
        } else {
            plain += text[i];
        }
    }
    telling.document.language = language;
    Segmenter(find_data(), language).segment(telling.document);
    return telling;
}

inline bool has_model(const std::string& language) {
    return std::filesystem::exists(find_data() / "models" / (language + ".model"));
}

/// The times of a text that came out on the day `published`.
inline std::vector<Timex> times_of(const Telling& telling) {
    return Tagger(find_data(), telling.document.language).tag(telling.document);
}

/// Read with the language's model, which must be there.
inline std::vector<EventMention> read(const std::string& language, Telling& telling,
                                      std::span<const Timex> times = {}) {
    static std::map<std::string, Parser> parsers;
    static std::map<std::string, Extractor> extractors;
    const auto model = find_data() / "models" / (language + ".model");
    if (!extractors.contains(language)) {
        const auto& parser = parsers.emplace(language, Parser::load(model)).first->second;
        extractors.try_emplace(language, find_data(), language, frames(), &parser);
    }
    return extractors.at(language).extract(telling.document, times, telling.entities);
}

} // namespace timeloom::tests
