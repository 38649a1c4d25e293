#include "syntax/lemmas.hpp"

#include "base/utf8.hpp"

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

LemmaRules::LemmaRules(std::vector<LemmaScript> scripts, KeyTable<> rules)
    : scripts_(std::move(scripts)), rules_(std::move(rules)) {}

void LemmaRules::keys(const Clues& clues, Upos upos, std::uint32_t bundle, FeatureKeys& out) {
    const auto tag = static_cast<std::uint32_t>(upos);
    out.start(300);
    out.add(clues.form, tag, bundle);
    out.add(clues.form, tag);
    for (std::size_t i = clues.suffix.size(); i-- > 0;)
        out.add(clues.suffix[i], tag, bundle);
    out.add(tag, bundle);
    out.add(tag);
}

std::string LemmaRules::lemma(std::string_view form, const Clues& clues, Upos upos,
                              std::uint32_t bundle) const {
    FeatureKeys tried;
    keys(clues, upos, bundle, tried);
    for (const std::uint32_t key : tried)
        if (const std::uint32_t* script = rules_.find(key))
            return scripts_[*script].apply(form);
    return std::string(form);
}

} // namespace timeloom
