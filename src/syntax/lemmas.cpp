#include "syntax/lemmas.hpp"

#include "base/utf8.hpp"

#include <array>

namespace timeloom {

std::string LemmaScript::apply(std::string_view form) const {
    std::string out = fold ? fold_case(form) : std::string(form);
    if (!cut.empty()) {
        // "aufgenommen" has it, "übernommen" not, and both lose "ommen" for "ehmen".
        if (const std::size_t at = out.find(cut); at != std::string::npos)
            out.erase(at, cut.size());
    }
    for (unsigned i = 0; i < drop; ++i) {
        if (out.empty())
            return std::string(form);
        while ((static_cast<unsigned char>(out.back()) & 0xC0) == 0x80 && out.size() > 1)
            out.pop_back();
        out.pop_back();
    }
    out += append;
    return out.empty() ? std::string(form) : out;
}

LemmaRules::LemmaRules(std::vector<LemmaScript> scripts, KeyTable rules)
    : scripts_(std::move(scripts)), rules_(std::move(rules)) {}

std::uint32_t LemmaRules::key(std::size_t way, const Clues& clues, Upos upos, std::uint32_t bundle) {
    const auto tag = static_cast<std::uint32_t>(upos);
    const auto kind = static_cast<std::uint32_t>(300 + way);
    switch (way) {
    case 0:
        return feature_key(kind, clues.form, tag, bundle);
    case 1:
        return feature_key(kind, clues.form, tag);
    case ways - 2:
        return feature_key(kind, tag, bundle);
    case ways - 1:
        return feature_key(kind, tag);
    default:
        return feature_key(kind, clues.suffix[ways - 3 - way], tag, bundle);
    }
}

std::string LemmaRules::lemma(std::string_view form, const Clues& clues, Upos upos,
                              std::uint32_t bundle) const {
    static_assert(std::tuple_size_v<decltype(Clues::suffix)> == ways - 4);
    std::array<std::uint32_t, ways> keys;
    for (std::size_t way = 0; way < ways; ++way)
        rules_.prefetch(keys[way] = key(way, clues, upos, bundle)); // most words come near the last way
    for (const std::uint32_t key : keys)
        if (const std::uint32_t* script = rules_.find(key))
            return scripts_[*script].apply(form);
    return std::string(form);
}

} // namespace timeloom
