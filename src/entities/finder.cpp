#include "entities/finder.hpp"

#include "entities/institutions.hpp"
#include "entities/name_judge.hpp"
#include "entities/pieces.hpp"
#include "entities/references.hpp"
#include "entities/resolver.hpp"
#include "entities/spotter.hpp"
#include "entities/surnames.hpp"
#include "entities/vocabulary.hpp"

#include <algorithm>

namespace timeloom {

struct EntityFinder::Tables {
    Vocabulary words;
    const World& world;
    Institutions institutions;
    NameJudge judge;
    std::uint16_t language;

    Tables(const std::filesystem::path& data, const std::string& name, const World& known)
        : words(data, name), world(known), institutions(data, name, known, words), judge(data, name),
          language(known.language_bit(name)) {
        words.add_lower_case_names(known.lower_case_names());
    }
};

EntityFinder::EntityFinder(const std::filesystem::path& data, const std::string& language, const World& world)
    : tables_(std::make_unique<const Tables>(data, language, world)) {}
EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;

void EntityFinder::drop_surnames(const Document& document, std::vector<Timex>& times) const {
    timeloom::drop_surnames(document, tables_->world, times);
}

DocumentEntities EntityFinder::find(const Document& document, std::span<const Timex> times) const {
    auto pieces = cut_pieces(document, times);
    tables_->words.look_up(pieces, document.text);
    const SpotterText reading{document.text,     pieces,         tables_->words, tables_->world,
                              tables_->language, &tables_->judge};
    auto candidates = spot_names(reading);
    for (auto& candidate : candidates)
        weigh_types(reading, candidate);
    auto named = resolve_names(reading, std::move(candidates));

    const auto references = find_references(reading, tables_->institutions, named);

    DocumentEntities found;
    for (const auto& entity : named.entities)
        found.entities.push_back({entity.name, entity.type(), entity.known, {}, entity.evidence()});
    for (const auto& mention : named.mentions) {
        const auto span = cover(document.text, pieces, mention.first, mention.end);
        auto& aliases = found.entities[mention.entity].aliases;
        aliases.emplace_back(span.of(document.text));
        found.mentions.push_back({span, pieces[mention.first].sentence, mention.entity,
                                  mention.short_form ? MentionKind::short_form : MentionKind::name,
                                  mention.nested, false});
    }
    for (const auto& reference : references)
        found.mentions.push_back({cover(document.text, pieces, reference.first, reference.end),
                                  pieces[reference.first].sentence, reference.entity, reference.kind, false,
                                  reference.group});
    for (auto& entity : found.entities) {
        std::sort(entity.aliases.begin(), entity.aliases.end());
        entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
        entity.aliases.shrink_to_fit();
    }
    std::stable_sort(found.mentions.begin(), found.mentions.end(), [](const auto& a, const auto& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return found;
}

} // namespace timeloom
