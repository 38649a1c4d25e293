#include "syntax/inflection.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace timeloom {

namespace {

using Tense = Features::Tense;
using Mood = Features::Mood;
using Form = Features::Form;

struct FeatureName {
    std::string_view name;
    Tense tense;
    Mood mood;
    Form form;
};
constexpr FeatureName first_features[] = {
    {"inf", Tense::none, Mood::none, Form::infinitive},
    {"zu", Tense::none, Mood::none, Form::infinitive},
    {"ger", Tense::none, Mood::none, Form::gerund},
    {"part", Tense::past, Mood::none, Form::participle},
    {"prespart", Tense::present, Mood::none, Form::participle},
    {"pres", Tense::present, Mood::indicative, Form::finite},
    {"past", Tense::past, Mood::indicative, Form::finite},
    {"impf", Tense::imperfect, Mood::indicative, Form::finite},
    {"plup", Tense::pluperfect, Mood::indicative, Form::finite},
    {"fut", Tense::future, Mood::indicative, Form::finite},
    {"cond", Tense::none, Mood::conditional, Form::finite},
    {"subj", Tense::present, Mood::subjunctive, Form::finite},
    {"subjimpf", Tense::past, Mood::subjunctive, Form::finite},
    {"subjfut", Tense::future, Mood::subjunctive, Form::finite},
    {"imp", Tense::none, Mood::imperative, Form::finite},
};

bool read_number(std::string_view text, Features& features) {
    if (text.empty())
        return true;
    if (text == "gen" || text == "dat" || text == "acc" || text == "nom") {
        features.gcase = text == "gen"   ? Features::Case::genitive
                         : text == "dat" ? Features::Case::dative
                         : text == "acc" ? Features::Case::accusative
                                         : Features::Case::nominative;
        return true;
    }
    for (const char c : text) {
        if (c >= '1' && c <= '3')
            features.person = std::uint8_t(c - '0');
        else if (c == 's')
            features.number = Features::Number::singular;
        else if (c == 'p')
            features.number = Features::Number::plural;
        else if (c == 'm')
            features.gender = Features::Gender::masculine;
        else if (c == 'f')
            features.gender = Features::Gender::feminine;
        else if (c == 'n')
            features.gender = Features::Gender::neuter;
        else
            return false;
    }
    return true;
}

/// "ge~t" → {"ge", "t"}; "ar" → {"", "ar"}
std::pair<std::string_view, std::string_view> split_affixes(std::string_view text) {
    const auto tilde = text.find('~');
    if (tilde == std::string_view::npos)
        return {{}, text == "-" ? std::string_view() : text};
    return {text.substr(0, tilde), text.substr(tilde + 1)};
}

constexpr char any_pos = 0;
constexpr std::uint32_t no_ending = 0xFFFFFFFF;

/// Keys of all tails of a text, the longest (the text itself) first, the empty one last.
std::vector<std::uint64_t> tail_keys(std::string_view text, char pos) {
    std::vector<std::uint64_t> keys(text.size() + 1);
    auto hash = hash_more(hash_start, pos);
    keys.back() = hash_end(hash);
    for (std::size_t i = text.size(); i-- > 0;)
        keys[i] = hash_end(hash = hash_more(hash, text[i]));
    return keys;
}

} // namespace

bool read_features(std::string_view text, Features& features) {
    if (text == "sg" || text == "pl") {
        features.number = text == "sg" ? Features::Number::singular : Features::Number::plural;
        return true;
    }
    const auto pieces = split(text, '.');
    if (pieces.empty())
        return false;
    std::size_t next = 0;
    const auto* known = std::ranges::find(first_features, pieces[0], &FeatureName::name);
    if (known != std::end(first_features)) {
        features.tense = known->tense;
        features.mood = known->mood;
        features.form = known->form;
        next = 1;
    }
    for (; next < pieces.size(); ++next) {
        if (pieces[next] == "pl")
            features.number = Features::Number::plural;
        else if (pieces[next] == "sg")
            features.number = Features::Number::singular;
        else if (!read_number(pieces[next], features))
            return false;
    }
    return true;
}

Inflection::Inflection(const std::filesystem::path& folder) {
    if (const auto file = folder / "inflection.tsv"; std::filesystem::exists(file)) {
        const auto table = read_table(file, {3, 4});
        for (const auto& row : table.rows) {
            Rule rule;
            const auto pos = row[0].empty() ? 'V' : row[0].front();
            const auto [prefix, ending] = split_affixes(row[1]);
            const auto [form_prefix, form_ending] = split_affixes(row[3]);
            rule.prefix = prefix;
            longest_prefix_ = std::max(longest_prefix_, prefix.size());
            rule.ending_size = std::uint32_t(ending.size());
            rule.form_prefix = fold_case(form_prefix);
            rule.form_ending = fold_case(form_ending);
            rule.cell = cell_of(row[2]);
            if (!read_features(row[2], rule.features))
                table.fail(row, "unknown features \"" + std::string(row[2]) + "\"",
                           "see languages/README.md");
            by_ending_.add(tail_keys(ending, pos).front(), std::uint32_t(rules_.size()));
            rules_.push_back(std::move(rule));
        }
    }
    if (const auto file = folder / "irregular.tsv"; std::filesystem::exists(file)) {
        const auto table = read_table(file, {3, 3});
        for (const auto& row : table.rows) {
            Exception exception{fold_case(row[2]), {}, cell_of(row[1]), row[0].starts_with('-')};
            if (!read_features(row[1], exception.features))
                table.fail(row, "unknown features \"" + std::string(row[1]) + "\"",
                           "see languages/README.md");
            const auto lemma = row[0].substr(exception.any_prefix ? 1 : 0);
            exceptions_.add(tail_keys(lemma, any_pos).front(), std::move(exception));
        }
    }
    by_ending_.finish();
    exceptions_.finish();
}

Inflection::Cell Inflection::cell_of(std::string_view text) {
    const auto known = std::ranges::find(cells_, text);
    const auto cell = Cell(known - cells_.begin());
    if (known == cells_.end())
        cells_.emplace_back(text);
    return cell;
}

void Inflection::each_simple_form(std::string_view prefix, std::string_view lemma, char pos,
                                  const TakeForm& take) const {
    std::string form(prefix);
    Features own;
    if (pos == 'V')
        own.form = Form::infinitive;
    if (pos == 'N')
        own.number = Features::Number::singular;
    take(form += fold_case(lemma), own);

    // The row for the longest tail of the lemma wins; "-tener" stands for every verb that ends so.
    std::vector<Cell> replaced;
    const auto whole = tail_keys(lemma, any_pos);
    for (std::size_t cut = 0; cut < lemma.size() && replaced.empty(); ++cut) {
        for (const auto& exception : exceptions_.at(whole[cut])) {
            if (cut > 0 && !exception.any_prefix)
                continue;
            form.assign(prefix).append(fold_case(lemma.substr(0, cut))).append(exception.form);
            take(form, exception.features);
            replaced.push_back(exception.cell);
        }
    }
    std::string stem; // folded
    std::uint32_t cut_off = no_ending;
    for (const auto i : fitting_rules(lemma, tail_keys(lemma, pos))) {
        const auto& rule = rules_[i];
        if (std::ranges::find(replaced, rule.cell) != replaced.end())
            continue;
        // A prefix in the rule for the lemma is a condition; it stays in the form.
        if (std::exchange(cut_off, rule.ending_size) != rule.ending_size)
            stem = fold_case(lemma.substr(0, lemma.size() - rule.ending_size));
        form.assign(prefix).append(rule.form_prefix).append(stem).append(rule.form_ending);
        take(form, rule.features);
    }
}

/// Those that match most of the lemma, in the order of the table.
std::vector<std::uint32_t> Inflection::fitting_rules(std::string_view lemma,
                                                     std::span<const std::uint64_t> tails) const {
    std::vector<std::uint32_t> fitting;
    std::size_t longest = 0;
    for (std::size_t cut = 0; cut < tails.size() && lemma.size() - cut + longest_prefix_ >= longest; ++cut)
        for (const auto i : by_ending_.at(tails[cut])) {
            const auto& rule = rules_[i];
            const auto matched = rule.prefix.size() + rule.ending_size;
            if (!lemma.starts_with(rule.prefix) || lemma.size() < matched || matched < longest)
                continue;
            if (matched > longest)
                fitting.clear();
            longest = matched;
            fitting.push_back(i);
        }
    std::ranges::sort(fitting);
    return fitting;
}

void Inflection::each_form(std::string_view lemma, char pos, const TakeForm& take) const {
    const auto bar = lemma.find('|');
    if (bar == std::string_view::npos)
        each_simple_form({}, lemma, pos, take);
    else
        each_simple_form(fold_case(lemma.substr(0, bar)), lemma.substr(bar + 1), pos, take);
}

void Inflection::each_split_form(std::string_view separable_lemma, const TakeForm& take) const {
    each_simple_form({}, separable_lemma.substr(separable_lemma.find('|') + 1), 'V',
                     [&](std::string_view form, const Features& features) {
                         if (features.form == Form::finite)
                             take(form, features);
                     });
}

} // namespace timeloom
