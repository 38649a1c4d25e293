#include "events/inflection.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <tuple>

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
std::pair<std::string, std::string> split_affixes(std::string_view text) {
    const auto tilde = text.find('~');
    if (tilde == std::string_view::npos)
        return {"", std::string(text == "-" ? "" : text)};
    return {std::string(text.substr(0, tilde)), std::string(text.substr(tilde + 1))};
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
            rule.pos = row[0].empty() ? 'V' : row[0].front();
            std::tie(rule.prefix, rule.ending) = split_affixes(row[1]);
            std::tie(rule.form_prefix, rule.form_ending) = split_affixes(row[3]);
            rule.feature_text = row[2];
            if (!read_features(row[2], rule.features))
                table.fail(row, "unknown features \"" + rule.feature_text + "\"", "see languages/README.md");
            by_ending_[{rule.pos, rule.ending}].push_back(std::uint32_t(rules_.size()));
            rules_.push_back(std::move(rule));
        }
    }
    if (const auto file = folder / "irregular.tsv"; std::filesystem::exists(file)) {
        const auto table = read_table(file, {3, 3});
        for (const auto& row : table.rows) {
            Exception exception{std::string(row[0]), fold_case(row[2]), {}, std::string(row[1]), false};
            if (exception.lemma.starts_with('-')) {
                exception.any_prefix = true;
                exception.lemma.erase(0, 1);
            }
            if (!read_features(row[1], exception.features))
                table.fail(row, "unknown features \"" + exception.feature_text + "\"",
                           "see languages/README.md");
            exceptions_.push_back(std::move(exception));
        }
        std::ranges::stable_sort(exceptions_, {}, &Exception::lemma);
    }
}

std::vector<WordForm> Inflection::simple_forms(std::string_view lemma, char pos) const {
    std::vector<WordForm> forms;
    std::vector<std::string_view> replaced;
    forms.push_back({fold_case(lemma), {}});
    if (pos == 'V')
        forms.front().features.form = Form::infinitive;
    if (pos == 'N')
        forms.front().features.number = Features::Number::singular;

    // The row for the longest tail of the lemma wins; "-tener" stands for every verb that ends so.
    for (std::size_t cut = 0; cut < lemma.size() && replaced.empty(); ++cut) {
        const auto tail = lemma.substr(cut);
        const auto before = [](const Exception& e, std::string_view key) { return e.lemma < key; };
        for (auto exception = std::lower_bound(exceptions_.begin(), exceptions_.end(), tail, before);
             exception != exceptions_.end() && exception->lemma == tail; ++exception) {
            if (cut > 0 && !exception->any_prefix)
                continue;
            forms.push_back({fold_case(lemma.substr(0, cut)) + exception->form, exception->features});
            replaced.push_back(exception->feature_text);
        }
    }
    for (const auto i : fitting_rules(lemma, pos)) {
        const auto& rule = rules_[i];
        if (std::ranges::find(replaced, rule.feature_text) != replaced.end())
            continue;
        // A prefix in the rule for the lemma is a condition; it stays in the form.
        const auto stem = lemma.substr(0, lemma.size() - rule.ending.size());
        forms.push_back({fold_case(rule.form_prefix + std::string(stem) + rule.form_ending), rule.features});
    }
    return forms;
}

/// Those that match most of the lemma, in the order of the table.
std::vector<std::uint32_t> Inflection::fitting_rules(std::string_view lemma, char pos) const {
    std::vector<std::uint32_t> fitting;
    std::size_t longest = 0;
    for (std::size_t cut = 0; cut <= lemma.size(); ++cut) {
        const auto found = by_ending_.find({pos, std::string(lemma.substr(cut))});
        if (found == by_ending_.end())
            continue;
        for (const auto i : found->second) {
            const auto& rule = rules_[i];
            const auto matched = rule.prefix.size() + rule.ending.size();
            if (!lemma.starts_with(rule.prefix) || lemma.size() < matched || matched < longest)
                continue;
            if (matched > longest)
                fitting.clear();
            longest = matched;
            fitting.push_back(i);
        }
    }
    std::ranges::sort(fitting);
    return fitting;
}

std::vector<WordForm> Inflection::forms(std::string_view lemma, char pos) const {
    const auto bar = lemma.find('|');
    if (bar == std::string_view::npos)
        return simple_forms(lemma, pos);
    const auto prefix = fold_case(lemma.substr(0, bar));
    auto forms = simple_forms(lemma.substr(bar + 1), pos);
    for (auto& form : forms)
        form.text = prefix + form.text;
    return forms;
}

std::vector<WordForm> Inflection::split_forms(std::string_view separable_lemma) const {
    auto forms = simple_forms(separable_lemma.substr(separable_lemma.find('|') + 1), 'V');
    std::erase_if(forms, [](const WordForm& form) { return form.features.form != Form::finite; });
    return forms;
}

} // namespace timeloom
