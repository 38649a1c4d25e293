#include "events/lexicon.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/type_names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace timeloom {

namespace {

enum Column : std::size_t { trigger, pos, frame, construction, roles, flags };

constexpr std::array<std::string_view, 10> constructions = {
    "transitive", "intransitive", "ditransitive", "reciprocal", "support",
    "nominal",    "copular",      "clausal",      "fixed",      "subject"};

struct PosName {
    std::string_view name;
    TriggerPos pos;
    char inflects;
};
constexpr PosName pos_names[] = {{"V", TriggerPos::verb, 'V'},
                                 {"N", TriggerPos::noun, 'N'},
                                 {"A", TriggerPos::adjective, 'A'},
                                 {"VN", TriggerPos::verb_noun, 'N'},
                                 {"X", TriggerPos::fixed, 0}};

constexpr std::uint8_t verb_gap =
    3; ///< words between the parts of a verbal expression ("take the firm to court")
constexpr std::uint8_t noun_gap = 1; ///< between those of a nominal one: an article or an opening quote

/// "chiffre d'affaires" → "chiffre d' affaires", as texts are cut; not "s'allier", whose pronoun the verb
/// keeps, nor "aujourd'hui".
std::string part_elided(std::string_view text) {
    constexpr std::size_t longest_elided = 5; ///< "dell'"
    std::string parted;
    std::size_t word = 0;
    bool first = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        parted += text[i];
        if (text[i] == ' ' || text[i] == '{' || text[i] == '|') {
            first = first && text[i] != ' ';
            word = i + 1;
        } else if (text[i] == '\'' && !first && i + 1 < text.size() && i - word < longest_elided &&
                   std::string_view(" |}").find(text[i + 1]) == std::string_view::npos) {
            parted += ' ';
            word = i + 1;
        }
    }
    return parted;
}

/// "{a|b} c d" → {{a, b}, {c}, {d}}; alternatives may hold blanks only at the end of a trigger, where they
/// make rows of their own, so they are spelled out first: "derecho de {tanteo|primera opción}" → two
/// expressions.
std::vector<std::vector<std::vector<std::string>>> read_expressions(std::string_view text) {
    std::vector<std::vector<std::vector<std::string>>> expressions(1);
    while (!(text = trim(text)).empty()) {
        std::vector<std::string> choices;
        std::size_t end = text.find_first_of(" {");
        if (text.front() == '{') {
            end = text.find('}');
            choices = split(text.substr(1, end == std::string_view::npos ? end : end - 1), '|');
            for (auto& choice : choices) // "{ab+lehnen|dementieren}"
                std::ranges::replace(choice, '+', '|');
            end = end == std::string_view::npos ? text.size() : end + 1;
        } else {
            choices = {std::string(text.substr(0, end))};
        }
        text.remove_prefix(std::min(end, text.size()));
        const bool single =
            std::ranges::none_of(choices, [](const auto& c) { return c.find(' ') != std::string::npos; });
        if (single) {
            for (auto& expression : expressions)
                expression.push_back(choices);
            continue;
        }
        std::vector<std::vector<std::vector<std::string>>> spelled;
        for (const auto& expression : expressions)
            for (const auto& choice : choices) {
                spelled.push_back(expression);
                for (auto& word : split(choice, ' '))
                    spelled.back().push_back({word});
            }
        expressions = std::move(spelled);
    }
    return expressions;
}

} // namespace

/// Fills a lexicon from its table.
struct Lexicon::Reader {
    Lexicon& lexicon;
    const Table& table;
    const Frames& frames;
    const Inflection& inflection;
    std::span<const std::string> pronouns;
    std::map<std::pair<std::vector<std::string>, char>, std::uint32_t> form_sets = {}; ///< lemmas, pos

    LexicalEntry entry(const TableRow& row, const PosName& pos) const {
        LexicalEntry entry;
        entry.lemma = row[Column::trigger];
        entry.pos = pos.pos;
        const auto frame = frames.find(row[Column::frame]);
        entry.nothing = row[Column::frame] == "none";
        if (!frame && !entry.nothing)
            table.fail(row, "no type of event is called \"" + std::string(row[Column::frame]) + "\"",
                       "use a type of languages/frames.tsv");
        entry.frame = frame.value_or(0);
        entry.construction = row[Column::construction];
        if (std::ranges::find(constructions, row[Column::construction]) == constructions.end())
            table.fail(row, "no construction is called \"" + entry.construction + "\"",
                       "see languages/README.md");
        for (const auto& text : split(row[Column::roles], ' '))
            read_slots(row, text, entry);
        for (const auto& flag : split(row[Column::flags], ' '))
            read_flag(row, flag, entry);
        return entry;
    }

    /// "a|para=patient"
    void read_slots(const TableRow& row, const std::string& text, LexicalEntry& entry) const {
        const auto equals = text.find('=');
        const auto role = equals == std::string::npos ? std::nullopt
                                                      : role_named(std::string_view(text).substr(equals + 1));
        if (!role)
            table.fail(row, "\"" + text + "\" is no slot=role", "use a role of the contract");
        if (!frames[entry.frame].find(*role))
            table.fail(row, frames[entry.frame].type + " has no role \"" + std::string(name_of(*role)) + "\"",
                       "use one of its roles in frames.tsv");
        for (auto& name : split(text.substr(0, equals), '|'))
            entry.slots.push_back({std::move(name), *role});
    }

    void read_flag(const TableRow& row, const std::string& flag, LexicalEntry& entry) const {
        if (flag == "-")
            return;
        if (flag == "state" || flag == "event")
            entry.kind = flag == "state" ? EventKind::state : EventKind::event;
        else if (flag == "further")
            entry.further = true;
        else if (flag == "begins")
            entry.begins = true;
        else if (flag == "ends")
            entry.ends = true;
        else if (flag == "negative")
            entry.negative = true;
        else if (flag == "clause")
            entry.clause = true;
        else if (flag == "alone")
            entry.alone = true;
        else if (flag == "weak")
            entry.weak = true;
        else if (flag == "asserted")
            entry.modality = Modality::asserted;
        else if (flag == "planned")
            entry.modality = Modality::planned;
        else if (flag == "possible")
            entry.modality = Modality::possible;
        else if (flag == "reported")
            entry.modality = Modality::reported;
        else if (flag == "conditional")
            entry.modality = Modality::conditional;
        else if (flag == "if=ended")
            entry.ended = true;
        else if (flag.starts_with("if="))
            entry.requirements.push_back(requirement(row, flag.substr(3)));
        else if (flag.starts_with("needs="))
            entry.needs = flag.substr(6);
        else
            table.fail(row, "unknown flag \"" + flag + "\"", "see languages/README.md");
    }

    /// "B:person+organization", "B", "amount:%", "clause"
    Requirement requirement(const TableRow& row, const std::string& text) const {
        const auto colon = text.find(':');
        Requirement requirement{text.substr(0, colon), 0, 0, {}};
        if (colon == std::string::npos)
            return requirement;
        for (const auto& word : split(std::string_view(text).substr(colon + 1), '+')) {
            const auto types = entity_types(word);
            const bool unit = word == "%" || word == "money" || word == "count";
            const auto nouns = types ? std::nullopt : lexicon.noun_classes_.bit(word);
            if (unit == (types || nouns) || unit != (requirement.slot == "amount"))
                table.fail(row, "\"" + word + "\" is neither a type, a class of nouns nor a unit",
                           "see `if=` in languages/README.md");
            requirement.types |= types.value_or(0);
            requirement.nouns |= nouns.value_or(0);
            requirement.unit = unit ? word : std::string();
        }
        return requirement;
    }

    /// What a stem without its pronoun lacks: "allear-e", "impor-re".
    std::string_view infinitive_ending(const std::string& stem) const {
        for (const std::string_view ending : {"", "e", "re"}) {
            std::size_t forms = 0;
            inflection.each_form(stem + std::string(ending), 'V',
                                 [&](std::string_view, const Features&) { ++forms; });
            if (forms > 1)
                return ending;
        }
        return "e";
    }

    /// Takes the pronoun of a pronominal verb away: "sich einigen", "s'allier", "aliar-se", "allearsi".
    bool take_pronoun(std::vector<std::vector<std::string>>& words) const {
        for (const auto& pronoun : pronouns) {
            auto& first = words.front();
            if (words.size() > 1 && first.size() == 1 && first.front() == pronoun) {
                words.erase(words.begin());
                return true;
            }
            for (auto& word : first) {
                if (pronoun.ends_with('\'') && word.starts_with(pronoun)) {
                    for (auto& each : first)
                        each.erase(0, each.starts_with(pronoun) ? pronoun.size() : 0);
                    return true;
                }
                if (word.size() < pronoun.size() + 3 || !word.ends_with(pronoun))
                    continue;
                for (auto& each : first) {
                    if (!each.ends_with(pronoun))
                        continue;
                    each.erase(each.size() - pronoun.size());
                    if (each.ends_with('-'))
                        each.pop_back();
                    each += infinitive_ending(each);
                }
                return true;
            }
        }
        return false;
    }

    void each_form(const std::vector<std::string>& lemmas, char pos, const TakeForm& take) const {
        for (const auto& lemma : lemmas) {
            if (pos == 0)
                take(fold_case(lemma), {});
            else
                inflection.each_form(lemma, pos, take);
        }
    }

    void add_part(std::string_view form, std::uint32_t set) const {
        const auto key = hash_key(form);
        if (!lexicon.parts_.find(key, [&](std::uint32_t other) { return other == set; }))
            lexicon.parts_.add(key, set);
    }

    std::uint32_t form_set(const std::vector<std::string>& lemmas, char pos) {
        const auto [known, fresh] = form_sets.try_emplace({lemmas, pos}, lexicon.part_count_);
        if (!fresh)
            return known->second;
        const auto set = lexicon.part_count_++;
        each_form(lemmas, pos, [&](std::string_view form, const Features&) { add_part(form, set); });
        return set;
    }

    /// The forms of separable verbs without their prefix.
    std::uint32_t split_forms(const std::vector<std::string>& lemmas) {
        constexpr char apart = '|'; ///< no part of speech
        const auto [known, fresh] = form_sets.try_emplace({lemmas, apart}, lexicon.part_count_);
        if (!fresh)
            return known->second;
        const auto set = lexicon.part_count_++;
        for (const auto& lemma : lemmas)
            inflection.each_split_form(lemma,
                                       [&](std::string_view form, const Features&) { add_part(form, set); });
        return set;
    }

    std::span<const std::uint32_t> keep(std::vector<std::uint32_t> parts) const {
        return lexicon.sequences_.emplace_back(std::move(parts));
    }

    void add(std::string_view word, const Features& features, TriggerPattern pattern) const {
        const auto key = hash_key(word);
        const bool participle = features.form == Features::Form::participle;
        auto* known = lexicon.patterns_.find(key, [&](const TriggerPattern& other) {
            return other.entry == pattern.entry && other.prefix == pattern.prefix &&
                   std::ranges::equal(other.parts, pattern.parts);
        });
        if (known) {
            known->participle |= participle;
            return;
        }
        pattern.participle = participle;
        pattern.features = features;
        lexicon.patterns_.add(key, pattern);
    }

    /// "stellte das Verfahren ein": the verbs of verb + noun whose prefix may stand apart.
    void add_split_support(TriggerPattern pattern, std::vector<std::uint32_t> parts,
                           const std::vector<std::vector<std::string>>& words) {
        std::map<std::string, std::vector<std::string>> prefixed;
        for (const auto& lemma : words.front())
            if (const auto bar = lemma.find('|'); bar != std::string::npos)
                prefixed[lemma.substr(0, bar)].push_back(lemma);
        for (const auto& [prefix, lemmas] : prefixed) {
            pattern.prefix = form_set({prefix}, 0);
            parts.front() = split_forms(lemmas);
            pattern.parts = keep(parts);
            each_form(words.back(), 'N',
                      [&](std::string_view form, const Features& features) { add(form, features, pattern); });
        }
    }

    void add_expression(std::uint32_t index, std::vector<std::vector<std::string>> words,
                        const PosName& pos) {
        auto& entry = lexicon.entries_[index];
        if (pos.pos == TriggerPos::verb || pos.pos == TriggerPos::verb_noun)
            entry.reflexive |= take_pronoun(words);
        TriggerPattern pattern;
        pattern.entry = index;
        pattern.pos = entry.pos;
        std::vector<std::uint32_t> parts;
        const auto add_form = [&](std::string_view form, const Features& features) {
            add(form, features, pattern);
        };
        if (pos.pos == TriggerPos::verb_noun) {
            parts.push_back(form_set(words.front(), 'V'));
            for (std::size_t i = 1; i + 1 < words.size(); ++i)
                parts.push_back(form_set(words[i], 0));
            pattern.parts = keep(parts);
            each_form(words.back(), 'N', add_form);
            add_split_support(pattern, std::move(parts), words);
            return;
        }
        const bool nominal = pos.pos == TriggerPos::noun || pos.pos == TriggerPos::adjective;
        pattern.gap = pos.pos == TriggerPos::verb ? verb_gap : nominal ? noun_gap : 0;
        for (std::size_t i = 1; i < words.size(); ++i)
            parts.push_back(form_set(words[i], nominal ? pos.inflects : char(0)));
        pattern.parts = keep(parts);
        each_form(words.front(), pos.inflects, add_form);
        if (pos.pos != TriggerPos::verb)
            return;
        for (const auto& lemma : words.front()) {
            const auto bar = lemma.find('|');
            if (bar == std::string::npos)
                continue;
            auto all_parts = parts;
            all_parts.insert(all_parts.begin(), form_set({lemma.substr(0, bar)}, 0));
            auto split_pattern = pattern;
            split_pattern.split = true;
            split_pattern.parts = keep(std::move(all_parts));
            inflection.each_split_form(lemma, [&](std::string_view form, const Features& features) {
                add(form, features, split_pattern);
            });
        }
    }

    void read(const TableRow& row) {
        const auto* pos_name = std::ranges::find(pos_names, row[Column::pos], &PosName::name);
        if (pos_name == std::end(pos_names))
            table.fail(row, "the pos is \"" + std::string(row[Column::pos]) + "\"", "write V, N, A, VN or X");
        lexicon.entries_.push_back(entry(row, *pos_name));
        const auto index = std::uint32_t(lexicon.entries_.size() - 1);
        for (auto& words : read_expressions(part_elided(row[Column::trigger]))) {
            if (pos_name->pos == TriggerPos::verb_noun && words.size() < 2)
                table.fail(row, "a VN needs a verb and a noun", "write \"{verb|verb} noun\"");
            add_expression(index, std::move(words), *pos_name);
        }
    }
};

Lexicon::Lexicon(const std::filesystem::path& folder, const Frames& frames, const Inflection& inflection,
                 std::span<const std::string> pronouns)
    : noun_classes_(folder, inflection) {
    const auto table = read_table(folder / "events.tsv", {4, 6});
    Reader reader{*this, table, frames, inflection, pronouns};
    for (const auto& row : table.rows)
        reader.read(row);
    for (const auto* type : {"other", "statement"}) {
        LexicalEntry entry;
        entry.frame = frames.find(type).value();
        entry.construction = "transitive";
        entries_.push_back(std::move(entry));
    }
    patterns_.finish();
    parts_.finish();
}

} // namespace timeloom
