#include "entities/vocabulary.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"
#include "entities/entity_types.hpp"

#include <algorithm>
#include <map>

namespace timeloom {

namespace {

constexpr std::size_t shortest_part = 4; ///< of a compound, in bytes

std::string folded(const Piece& piece, std::string_view text) {
    return fold_case(piece.span.of(text));
}

template <typename T>
T choose(const std::map<std::string_view, T>& values, const Table& table, const TableRow& row,
         std::string_view word) {
    if (const auto at = values.find(word); at != values.end())
        return at->second;
    std::string list;
    for (const auto& [name, value] : values)
        list += (list.empty() ? "" : ", ") + std::string(name);
    table.fail(row, "unknown word '" + std::string(word) + "'", "use one of " + list);
}

EntityType type_of(const Table& table, const TableRow& row, std::string_view name) {
    if (const auto type = entity_type(name))
        return *type;
    table.fail(row, "unknown entity type '" + std::string(name) + "'", "use " + entity_type_names());
}

void read_common(const std::filesystem::path& file, WordTable<char>& words) {
    const auto table = read_table(file, {2, 2});
    for (const auto& row : table.rows)
        if (auto& kind = words[hash_key(row[0])]; kind == 0)
            kind = row[1][0];
}

} // namespace

Vocabulary::Vocabulary(const std::filesystem::path& data, const std::string& language)
    : persons(data, language), doings(data, language),
      forms(data / "models" / "word-forms" / (language + ".bin")) {
    const auto folder = data / "languages" / language;
    read_common(folder / "common-words.tsv", common);

    const auto table = read_table(folder / "small-words.tsv", {2, 2});
    static const std::map<std::string_view, std::uint32_t> roles = {{"article", small_article},
                                                                    {"indefinite", small_indefinite},
                                                                    {"determiner", small_determiner},
                                                                    {"of", small_of},
                                                                    {"for", small_for},
                                                                    {"and", small_and},
                                                                    {"both", small_both},
                                                                    {"two", small_two},
                                                                    {"in", small_in},
                                                                    {"particle", small_particle},
                                                                    {"never", small_never},
                                                                    {"former", small_former},
                                                                    {"by", small_by},
                                                                    {"this", small_this},
                                                                    {"plural", small_plural},
                                                                    {"years", small_years},
                                                                    {"at", small_at},
                                                                    {"new", small_new}};
    for (const auto& row : table.rows)
        for (const auto& word : split(row[1], ' '))
            for (const auto& one : split(row[0], ' ')) {
                if (word == "common") { // peoples, faiths, parties: "Islamic", where they have a capital
                    common[word_key(one)] = 'a';
                    facts_[word_key(one)].may |= may_be_demonym;
                } else
                    facts_[word_key(one)].small |= choose(roles, table, row, word);
            }

    for (const auto& row : read_table(folder / "prepositions.tsv", {2, 2}).rows)
        for (const auto& word : split(row[1], ' '))
            if (word.find('+') == std::string::npos)
                prepositions[word_key(std::string_view(word).substr(0, word.find(':')))] = 1;

    for (const auto& row : read_table(folder / "titles.tsv", {1, 2}).rows) {
        if (row[0].starts_with('-')) {
            title_endings.add(std::string(row[0].substr(1)), true);
            continue;
        }
        titles.add(row[0], 1);
        for (const auto* former : {"ex", "ex-"}) // "exconcejala", "ex-prefeita", in all six languages
            titles.add(former + std::string(row[0]), 1);
    }
    static const std::map<std::string_view, NameWordUse> uses = {{"part", NameWordUse::part},
                                                                 {"head", NameWordUse::head},
                                                                 {"local", NameWordUse::head},
                                                                 {"before", NameWordUse::before}};
    const auto add_name_words = [&](const Table& words) {
        for (const auto& row : words.rows) {
            if (row[2] == "whose") {
                for (const auto& word : split(row[0], ' '))
                    owned[word_key(word)] = type_of(words, row, row[1]);
                continue;
            }
            if (row[2] == "opens") {
                for (const auto& word : split(row[0], ' '))
                    openings[word_key(word)] = true;
                continue;
            }
            const NameWord value{type_of(words, row, row[1]), choose(uses, words, row, row[2]),
                                 row[2] == "local"};
            for (const auto& word : split(row[0], ' ')) {
                if (word.starts_with('-')) {
                    name_word_endings.add(word.substr(1), value);
                } else if (const auto key = word_key(word); !name_words.find(key)) {
                    name_words[key] = value;
                    facts_[key].may |= may_be_name_word;
                }
                if (!row[3].empty())
                    (value.local ? local_heads : product_nouns).emplace(word_key(word), row[3]);
            }
        }
    };
    add_name_words(read_table(folder / "name-words.tsv", {3, 4}));
    if (const auto shared = data / "languages" / "world" / "name-words.tsv"; std::filesystem::exists(shared))
        add_name_words(read_table(shared, {3, 4}));
    const auto described = read_table(folder / "descriptions.tsv", {2, 3});
    for (const auto& row : described.rows) {
        Description value;
        value.type = type_of(described, row, row[1]);
        for (const auto& flag : split(row[2], ' ')) {
            if (flag == "many")
                value.many = true;
            else if (flag == "beside")
                value.beside = true;
            else if (flag == "maker")
                value.maker = true;
            else if (flag.starts_with("not="))
                value.except = word_key(std::string_view(flag).substr(4));
            else if (const auto kind = body_kind(flag))
                value.kinds |= bit_of(*kind);
            else
                described.fail(row, "unknown flag '" + flag + "'",
                               "use many, beside, maker, not=ARTICLE or a kind of body");
        }
        if (row[0].starts_with('-')) {
            description_endings.add(std::string(row[0].substr(1)), value);
        } else {
            if (!descriptions_index.add(row[0], static_cast<std::uint32_t>(descriptions.size())))
                described.fail(row, "'" + std::string(row[0]) + "' is listed twice",
                               "remove one of the rows");
            descriptions.push_back(value);
        }
    }
    const auto pronoun_table = read_table(folder / "pronouns.tsv", {3, 4});
    static const std::map<std::string_view, MentionKind> kinds = {{"pronoun", MentionKind::pronoun},
                                                                  {"possessive", MentionKind::possessive}};
    for (const auto& row : pronoun_table.rows) {
        Pronoun value;
        value.kind = choose(kinds, pronoun_table, row, row[1]);
        for (const auto& type : split(row[2], ' '))
            (type_of(pronoun_table, row, type) == EntityType::person ? value.person : value.organization) =
                true;
        value.many = row[3] == "many";
        value.relative = row[3] == "relative";
        value.speaker = row[3] == "speaker";
        if (row[3] == "last") {
            std::uint32_t types = 0;
            for (const auto& type : split(row[2], ' '))
                types |= 1U << unsigned(type_of(pronoun_table, row, type));
            for (const auto& phrase : split(row[0], '|'))
                latters.add(phrase, types);
            continue;
        }
        for (const auto& word : split(row[0], ' '))
            if (const auto key = word_key(word); !pronouns.find(key))
                pronouns[key] = value;
    }
    std::vector<std::vector<std::string>> endings; // of demonyms: the ending listed, those of its other forms
    const auto profile = read_table(folder / "name-profile.tsv", {2, 2});
    for (const auto& row : profile.rows) {
        if (row[0] == "capital-nouns")
            capital_nouns = row[1] == "yes";
        else if (row[0] == "compounds")
            compounds = row[1] == "yes";
        else if (row[0] == "name-ending")
            name_endings.emplace_back(row[1]);
        else if (row[0] == "place-ending")
            place_endings.emplace_back(row[1]);
        else if (row[0] == "noun-suffix")
            noun_suffixes.emplace_back(row[1]);
        else if (row[0] == "noun-ending")
            noun_endings.emplace_back(row[1]);
        else if (row[0] == "demonym-endings")
            endings.push_back(split(row[1], ' '));
        else if (row[0] == "lends-words") {
            read_common(data / "languages" / row[1] / "common-words.tsv", foreign);
            if (capital_nouns)
                foreign_forms = WordForms(data / "models" / "word-forms" / (std::string(row[1]) + ".bin"));
        } else
            profile.fail(row, "unknown property '" + std::string(row[0]) + "'",
                         "use capital-nouns, compounds, name-ending, place-ending, noun-ending, noun-suffix, "
                         "demonym-endings or lends-words");
    }
    for (const auto& row : read_table(folder / "demonyms.tsv", {2, 2}).rows)
        add_demonym(row[0], row[1], endings);
    learn_facts();
}

void Vocabulary::learn_facts() {
    const auto mark = [&](std::span<const std::uint64_t> words, WordMay may) {
        for (const auto word : words)
            facts_[word].may |= may;
    };
    mark(titles.first_words(), may_begin_title);
    mark(titles.last_words(), may_end_title);
    mark(descriptions_index.first_words(), may_describe);
    mark(persons.first_words(), may_be_person);
    for (const auto& [word, place] : demonyms)
        facts_[word].may |= may_be_demonym;
    tails_.add(name_word_endings, may_be_name_word);
    tails_.add(title_endings, may_begin_title | may_end_title);
    tails_.add(description_endings, may_describe);
    tails_.add(persons.endings(), may_be_person);
}

void Vocabulary::add_lower_case_names(std::span<const std::uint64_t> words) {
    for (const auto word : words)
        if (!common.contains(word))
            facts_[word].may |= may_be_lower_name;
}

void Vocabulary::look_up(std::span<Piece> pieces, std::string_view text) const {
    constexpr std::size_t ahead = 8;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        facts_.prefetch(pieces[std::min(i + ahead, pieces.size() - 1)].word);
        auto& piece = pieces[i];
        const auto* facts = facts_.find(piece.word);
        piece.small = facts ? facts->small : 0;
        piece.may = facts ? facts->may : 0;
        piece.may |= tails_.may_find(piece.span.of(text));
        // it: "ad Arvo", but "l'ad Neri": a title that is a preposition too
        constexpr std::uint32_t before_noun =
            small_article | small_indefinite | small_determiner | small_of | small_former;
        if ((piece.small & small_in) && !piece.all_capitals &&
            !(i > 0 && (pieces[i - 1].small & before_noun)))
            piece.may &= std::uint8_t(~(may_begin_title | may_end_title));
    }
}

/// A demonym with its forms: those of the longest ending that it has.
void Vocabulary::add_demonym(std::string_view word, std::string_view place,
                             const std::vector<std::vector<std::string>>& endings) {
    demonyms.emplace(word_key(word), place);
    const std::vector<std::string>* fitting = nullptr;
    const auto bare = [](std::string_view ending) { return ending == "-" ? std::string_view() : ending; };
    for (const auto& form : endings)
        if (word.ends_with(bare(form[0])) &&
            (fitting == nullptr || bare(form[0]).size() > bare((*fitting)[0]).size()))
            fitting = &form;
    if (fitting == nullptr)
        return;
    const auto stem = word.substr(0, word.size() - bare((*fitting)[0]).size());
    for (const auto& ending : *fitting)
        demonyms.emplace(word_key(std::string(stem) + std::string(bare(ending))), place);
}

bool Vocabulary::is_function_word(const Piece& piece) const {
    const auto* kind = common.find(piece.word);
    return kind && *kind == 'f';
}

bool Vocabulary::is_common(const Piece& piece, std::string_view text) const {
    if (common.contains(piece.word))
        return true;
    if (!compounds || piece.span.length() < 4)
        return false;
    // "Rechenzentrumsbetreibern" is "betreiber" with a word before and an ending behind
    const auto word = folded(piece, text);
    const auto is_noun = [&](std::string_view part) {
        const auto* kind = common.find(hash_key(part));
        return kind && *kind == 'n';
    };
    const auto ends_in_noun = [&](std::string_view whole) {
        if (is_noun(whole))
            return true;
        for (std::size_t from = 4; from + 4 <= whole.size(); ++from)
            if ((static_cast<unsigned char>(whole[from]) & 0xC0) != 0x80 && is_noun(whole.substr(from)))
                return true;
        return false;
    };
    const auto derived = [&](const auto& suffix) {
        return word.size() > suffix.size() + 3 && word.ends_with(suffix);
    };
    if (std::any_of(noun_suffixes.begin(), noun_suffixes.end(), derived) || ends_in_noun(word))
        return true;
    return std::any_of(noun_endings.begin(), noun_endings.end(), [&](const auto& ending) {
        return word.size() >= ending.size() + 4 && word.ends_with(ending) &&
               ends_in_noun(std::string_view(word).substr(0, word.size() - ending.size()));
    });
}

bool Vocabulary::is_plain_word(const Piece& piece, std::string_view text) const {
    if (common.contains(piece.word) || forms.contains(piece.word))
        return true;
    const auto word = folded(piece, text);
    if (!compounds)
        return std::any_of(noun_endings.begin(), noun_endings.end(), [&](const auto& ending) {
            if (word.size() < ending.size() + shortest_part || !word.ends_with(ending))
                return false;
            const auto* kind =
                common.find(hash_key(std::string_view(word).substr(0, word.size() - ending.size())));
            return kind && *kind == 'n';
        });
    return is_joined(word);
}

bool Vocabulary::is_coined(const Piece& piece, std::string_view text) const {
    if (!compounds || forms.empty() || common.contains(piece.word) || forms.contains(piece.word))
        return false;
    const auto word = folded(piece, text);
    return !is_joined(word) && std::none_of(noun_suffixes.begin(), noun_suffixes.end(),
                                            [&](const auto& suffix) { return word.ends_with(suffix); });
}

/// "Klinik|betreiber", "Wohnung-s-konzerne", "Wahl|kampf|komitee".
bool Vocabulary::is_joined(std::string_view word) const {
    const auto is_part = [&](std::string_view part) {
        return part.size() >= shortest_part && (forms.contains(hash_key(part)) || is_joined(part));
    };
    for (auto cut = shortest_part; cut + shortest_part <= word.size(); ++cut) {
        if ((static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80 ||
            !forms.contains(hash_key(word.substr(cut))))
            continue;
        const auto head = word.substr(0, cut);
        if (is_part(head) || (head.ends_with('s') && is_part(head.substr(0, cut - 1))))
            return true;
    }
    return false;
}

std::string_view Vocabulary::product_noun(const Piece& piece) const {
    const auto at = product_nouns.find(piece.word);
    return at == product_nouns.end() ? std::string_view() : at->second;
}

std::uint64_t Vocabulary::stem(const Piece& piece, std::string_view text) const {
    std::string folded_word;
    auto word = piece.span.of(text);
    if (!std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
        folded_word = fold_case(word);
        word = folded_word;
    }
    for (const auto& ending : noun_endings)
        if (word.size() >= ending.size() + 4 && word.ends_with(ending))
            return hash_key(word.substr(0, word.size() - ending.size()));
    return piece.word;
}

std::uint32_t Vocabulary::title_before(std::span<const Piece> pieces, std::size_t end,
                                       std::string_view text) const {
    if (end == 0 || !(pieces[end - 1].may & may_end_title))
        return 0;
    if (const auto match = titles.before(pieces, end); match.length > 0)
        return match.length;
    return title_endings.find(pieces[end - 1].span.of(text)) != nullptr;
}

std::uint32_t Vocabulary::find_title(std::span<const Piece> pieces, std::size_t at, std::size_t end,
                                     std::string_view text) const {
    if (const auto match = titles.at(pieces, at, end); match.length > 0)
        return match.length;
    return title_endings.find(pieces[at].span.of(text)) != nullptr;
}

std::optional<std::pair<std::size_t, Description>>
Vocabulary::description_at(std::span<const Piece> pieces, std::size_t at, std::string_view text) const {
    if (!(pieces[at].may & may_describe))
        return std::nullopt;
    if (const auto match = descriptions_index.at(pieces, at, std::min(pieces.size(), at + 4));
        match.length > 0)
        return std::pair{std::size_t{match.length}, descriptions[match.value]};
    if (pieces[at].span.length() > 6)
        if (const auto* ending = description_endings.find(pieces[at].span.of(text)))
            return std::pair{std::size_t{1}, *ending};
    return std::nullopt;
}

std::optional<NameWord> Vocabulary::find_name_word(const Piece& piece, std::string_view text) const {
    if (const auto* known = name_words.find(piece.word))
        return *known;
    const auto* ending = name_word_endings.find(piece.span.of(text));
    return ending ? std::optional(*ending) : std::nullopt;
}

} // namespace timeloom
