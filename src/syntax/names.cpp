#include "syntax/names.hpp"

#include <algorithm>
#include <array>

namespace timeloom {

namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "root",      "nsubj",     "nsubj:pass", "csubj",      "obj",          "iobj",   "obl",
    "obl:agent", "vocative",  "expl",       "dislocated", "advcl",        "advmod", "discourse",
    "aux",       "aux:pass",  "cop",        "mark",       "nmod",         "appos",  "nummod",
    "acl",       "acl:relcl", "amod",       "det",        "clf",          "case",   "conj",
    "cc",        "fixed",     "flat",       "compound",   "compound:prt", "list",   "parataxis",
    "orphan",    "goeswith",  "reparandum", "punct",      "ccomp",        "xcomp",  "dep"};

/// One value of one feature: where it goes in the packed number.
struct FeatureValue {
    std::string_view name; ///< "Tense=Past"
    unsigned shift;
    std::uint32_t value;
};

constexpr unsigned tense_shift = 0, mood_shift = 4, form_shift = 8, number_shift = 12, gender_shift = 16,
                   case_shift = 20, person_shift = 24;

constexpr FeatureValue feature_values[] = {
    {"Tense=Past", tense_shift, 1},   {"Tense=Pres", tense_shift, 2},   {"Tense=Fut", tense_shift, 3},
    {"Tense=Imp", tense_shift, 4},    {"Tense=Pqp", tense_shift, 5},    {"Mood=Ind", mood_shift, 1},
    {"Mood=Sub", mood_shift, 2},      {"Mood=Cnd", mood_shift, 3},      {"Mood=Imp", mood_shift, 4},
    {"VerbForm=Fin", form_shift, 1},  {"VerbForm=Inf", form_shift, 2},  {"VerbForm=Part", form_shift, 3},
    {"VerbForm=Ger", form_shift, 4},  {"Number=Sing", number_shift, 1}, {"Number=Plur", number_shift, 2},
    {"Gender=Masc", gender_shift, 1}, {"Gender=Fem", gender_shift, 2},  {"Gender=Neut", gender_shift, 3},
    {"Case=Nom", case_shift, 1},      {"Case=Acc", case_shift, 2},      {"Case=Dat", case_shift, 3},
    {"Case=Gen", case_shift, 4},      {"Person=1", person_shift, 1},    {"Person=2", person_shift, 2},
    {"Person=3", person_shift, 3}};

constexpr std::uint32_t field(std::uint32_t packed, unsigned shift) {
    return packed >> shift & 15;
}

} // namespace

std::string_view name(Upos upos) {
    return upos_names[static_cast<std::size_t>(upos)];
}
std::string_view name(Deprel relation) {
    return deprel_names[static_cast<std::size_t>(relation)];
}

std::optional<Upos> upos_of(std::string_view text) {
    const auto found = std::ranges::find(upos_names, text);
    if (found == upos_names.end())
        return std::nullopt;
    return static_cast<Upos>(found - upos_names.begin());
}

Deprel deprel_of(std::string_view text) {
    auto found = std::ranges::find(deprel_names, text);
    if (found == deprel_names.end())
        found = std::ranges::find(deprel_names, text.substr(0, text.find(':')));
    return found == deprel_names.end() ? Deprel::dep : static_cast<Deprel>(found - deprel_names.begin());
}

Deprel universal(Deprel relation) {
    const std::string_view whole = name(relation);
    return deprel_of(whole.substr(0, whole.find(':')));
}

Features features_of(std::string_view feats) {
    std::uint32_t packed = 0;
    while (!feats.empty()) {
        const std::size_t bar = feats.find('|');
        std::string_view pair = feats.substr(0, bar);
        pair = pair.substr(0, pair.find(',')); // "Gender=Masc,Neut": the first will do
        for (const FeatureValue& value : feature_values)
            if (value.name == pair && field(packed, value.shift) == 0)
                packed |= value.value << value.shift;
        feats = bar == std::string_view::npos ? std::string_view() : feats.substr(bar + 1);
    }
    return unpack_features(packed);
}

std::uint32_t pack(const Features& f) {
    const auto put = [](auto value, unsigned shift) { return static_cast<std::uint32_t>(value) << shift; };
    return put(f.tense, tense_shift) | put(f.mood, mood_shift) | put(f.form, form_shift) |
           put(f.number, number_shift) | put(f.gender, gender_shift) | put(f.gcase, case_shift) |
           put(f.person, person_shift);
}

Features unpack_features(std::uint32_t packed) {
    Features f;
    f.tense = static_cast<Features::Tense>(field(packed, tense_shift));
    f.mood = static_cast<Features::Mood>(field(packed, mood_shift));
    f.form = static_cast<Features::Form>(field(packed, form_shift));
    f.number = static_cast<Features::Number>(field(packed, number_shift));
    f.gender = static_cast<Features::Gender>(field(packed, gender_shift));
    f.gcase = static_cast<Features::Case>(field(packed, case_shift));
    f.person = static_cast<std::uint8_t>(field(packed, person_shift));
    return f;
}

} // namespace timeloom
