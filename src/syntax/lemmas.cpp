#include "syntax/lemmas.hpp"

#include "base/utf8.hpp"
#include "syntax/clues.hpp"
#include "syntax/linear_model.hpp"
#include "syntax/names.hpp"

namespace timeloom {

std::string LemmaScript::apply(std::string_view form) const {
    std::string out = fold ? fold_case(form) : std::string(form);
    if (!cut.empty()) {
        const std::size_t at = out.find(cut);
        if (at == std::string::npos)
            return out;
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

void LemmaRules::keys(std::string_view normal, Upos upos, std::uint32_t bundle,
                      std::vector<std::uint32_t>& out) {
    const auto tag = static_cast<std::uint32_t>(upos);
    const std::uint32_t whole = form_key(normal);
    out.clear();
    out.push_back(feature_key(300, whole, tag, bundle));
    out.push_back(feature_key(301, whole, tag));
    std::size_t begin = normal.size(), characters = 0;
    std::size_t ends[7];
    while (begin > 0 && characters < 7) {
        do
            --begin;
        while (begin > 0 && (static_cast<unsigned char>(normal[begin]) & 0xC0) == 0x80);
        ends[characters++] = begin;
    }
    while (characters-- > 0)
        out.push_back(feature_key(302, form_key(normal.substr(ends[characters])), tag, bundle));
    out.push_back(feature_key(303, tag, bundle));
    out.push_back(feature_key(304, tag));
}

std::string LemmaRules::lemma(std::string_view form, Upos upos, const Features& features) const {
    std::vector<std::uint32_t> tried;
    keys(normal_form(form), upos, pack(features), tried);
    for (const std::uint32_t key : tried) {
        const std::uint32_t script = rules_.find(key);
        if (script != KeyTable::absent)
            return scripts_[script].apply(form);
    }
    return std::string(form);
}

} // namespace timeloom
