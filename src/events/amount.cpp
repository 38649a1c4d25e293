#include "events/amount.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "events/spelling.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace timeloom {

namespace {

constexpr std::array<std::string_view, 6> class_names = {"multiplier", "number", "currency",
                                                         "percent",    "bound",  "range"};

double read_double(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

double read_number(std::string_view digits, char decimal_mark) {
    const char group_mark = decimal_mark == ',' ? '.' : ',';
    std::string plain;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = digits[i];
        if (c >= '0' && c <= '9') {
            plain += c;
        } else if (c == decimal_mark) {
            plain += '.';
        } else if (c == group_mark) {
            // "2.5" where the comma is the decimal mark: not three digits behind it, so no group.
            std::size_t behind = 0;
            while (i + 1 + behind < digits.size() && digits[i + 1 + behind] >= '0' &&
                   digits[i + 1 + behind] <= '9')
                ++behind;
            if (behind != 3)
                plain += '.';
        }
    }
    return read_double(plain);
}

AmountFinder::AmountFinder(const std::filesystem::path& folder) {
    const auto table = read_table(folder / "amounts.tsv", {2, 3});
    for (const auto& row : table.rows) {
        if (row[0] == "decimal") {
            decimal_ = row[1].front();
            continue;
        }
        const auto* name = std::ranges::find(class_names, row[0]);
        if (name == class_names.end())
            table.fail(row, "no class is called \"" + std::string(row[0]) + "\"",
                       "see FORMAT at the top of the table");
        Meaning meaning{Class(name - class_names.begin()), {}, read_double(row[2]), std::string(row[2])};
        if ((meaning.of == Class::multiplier || meaning.of == Class::number) && meaning.value <= 0)
            table.fail(row, "\"" + meaning.text + "\" is no number above 0", "write digits, or 1e9");
        for (const auto& text : split(row[1], ' ')) {
            for (const auto& spelling : spellings(text)) {
                const auto pieces = split(spelling, '+');
                meaning.more.clear();
                for (std::size_t i = 1; i < pieces.size(); ++i)
                    meaning.more.push_back(hash_key(pieces[i]));
                words_[hash_key(pieces.front())].push_back(meaning);
            }
        }
    }
}

/// The reading of one sentence, token by token.
struct AmountFinder::Scan {
    const AmountFinder& finder;
    const Document& document;
    const Sentence& sentence;
    const std::vector<bool>& taken;

    struct Match {
        const Meaning* meaning = nullptr;
        std::uint32_t end = 0;
    };

    bool free(std::uint32_t token) const {
        return token < sentence.end_token && !taken[token - sentence.first_token];
    }

    std::string_view text(std::uint32_t token) const { return document.tokens[token].span.of(document.text); }

    /// The longest word of class `of` that begins at the token.
    Match match(std::uint32_t token, Class of) const {
        Match best;
        if (!free(token))
            return best;
        const auto* meanings = finder.words_.find(document.tokens[token].key);
        if (!meanings)
            return best;
        for (const auto& meaning : *meanings) {
            if (meaning.of != of)
                continue;
            auto end = token + 1;
            // "A$5 million", but "a $5 million reward"
            const bool fits = std::ranges::all_of(meaning.more, [&](std::uint64_t key) {
                if (!free(end) || document.tokens[end].key != key)
                    return false;
                const Token& piece = document.tokens[end++];
                return piece.kind == TokenKind::word || !piece.space_before;
            });
            if (fits && end > best.end)
                best = {&meaning, end};
        }
        return best;
    }

    /// A preposition between number and unit ("millones de dólares", "d'euros").
    std::uint32_t skip_link(std::uint32_t token) const {
        return free(token) && document.tokens[token].kind == TokenKind::word && text(token).size() <= 4
                   ? token + 1
                   : token;
    }

    Match currency_after(std::uint32_t token) const {
        if (auto found = match(token, Class::currency); found.meaning)
            return found;
        const auto behind = skip_link(token); // "million from $4 million" is no million of dollars
        return behind == token || !free(behind) || document.tokens[behind].kind != TokenKind::word
                   ? Match{}
                   : match(behind, Class::currency);
    }

    /// The symbol or code that ends right before the token.
    Match currency_before(std::uint32_t token) const {
        for (std::uint32_t back = 3; back >= 1; --back) {
            if (token < sentence.first_token + back)
                continue;
            const auto found = match(token - back, Class::currency);
            if (found.meaning && found.end == token)
                return {found.meaning, token - back};
        }
        return {};
    }

    const Meaning* bound_before(std::uint32_t token) const {
        for (std::uint32_t back = 4; back >= 1; --back) {
            if (token < sentence.first_token + back)
                continue;
            const auto found = match(token - back, Class::bound);
            if (found.meaning && found.end == token)
                return found.meaning;
        }
        return nullptr;
    }

    /// "1.2bn", "40m": digits with a multiplier written onto them; 0 for anything else.
    double joined_number(std::uint32_t token) const {
        const auto written = text(token);
        const auto letters = written.find_first_not_of("0123456789.,");
        if (letters == 0 || letters == std::string_view::npos)
            return 0;
        const auto* meanings = finder.words_.find(hash_key(fold_case(written.substr(letters))));
        for (const auto& meaning : meanings ? std::span(*meanings) : std::span<const Meaning>())
            if (meaning.of == Class::multiplier && meaning.more.empty())
                return read_number(written.substr(0, letters), finder.decimal_) * meaning.value;
        return 0;
    }

    /// Digits, or a number as a word; the token behind it.
    std::uint32_t number(std::uint32_t token, double& value) const {
        if (!free(token))
            return token;
        if (document.tokens[token].kind == TokenKind::number) {
            value = read_number(text(token), finder.decimal_);
            return token + 1;
        }
        if (const double joined = joined_number(token); joined > 0) {
            value = joined;
            return token + 1;
        }
        const auto word = match(token, Class::number);
        if (!word.meaning)
            return token;
        value = word.meaning->value;
        return word.end;
    }

    std::uint32_t multipliers(std::uint32_t token, double& value, bool money) const {
        for (int words = 0; words < 2; ++words) {
            const auto found = match(token, Class::multiplier);
            // a letter alone beside a currency only: "40 M€", but "100 m"
            const bool letter = found.meaning && text(token).size() == 1;
            if (!found.meaning || (letter && !money && !match(found.end, Class::currency).meaning))
                break;
            value *= found.meaning->value;
            token = found.end;
            // "3 Mrd. Euro"
            if (token + 1 < sentence.end_token && text(token) == "." &&
                match(token + 1, Class::currency).meaning)
                ++token;
        }
        return token;
    }

    /// Whether a number may begin at the token: the quick look before all else.
    bool may_begin(std::uint32_t token) const {
        const char first = text(token).front();
        return document.tokens[token].kind == TokenKind::number || (first >= '0' && first <= '9') ||
               finder.words_.contains(document.tokens[token].key);
    }

    /// The amount whose number begins at the token, if any; `first_token` may lie before it.
    std::optional<FoundAmount> at(std::uint32_t token) const {
        FoundAmount found;
        double value = 0, second = 0;
        auto end = number(token, value);
        if (end == token)
            return std::nullopt;
        const bool digits = document.tokens[token].kind == TokenKind::number;
        found.first_token = token;
        const auto before = currency_before(token);
        auto behind = multipliers(end, value, before.meaning);
        const bool multiplied = behind != end;
        end = behind;

        bool ranged = false;
        if (const auto to = match(end, Class::range); to.meaning) {
            const auto after = number(to.end, second);
            double factor = 1;
            const auto last = after == to.end ? to.end : multipliers(after, factor, before.meaning);
            // "5 to 7 billion": the multiplier, or the unit, serves both.
            const bool united =
                last != after || currency_after(after).meaning || match(after, Class::percent).meaning;
            if (after != to.end && (united || currency_before(to.end).meaning)) {
                if (!multiplied)
                    value *= factor;
                ranged = second * factor > value;
                if (ranged)
                    end = last;
            }
        }
        if (const auto percent = match(end, Class::percent); percent.meaning) {
            found.amount.unit = "%";
            end = percent.end;
        } else if (const auto after = currency_after(end); after.meaning) {
            found.amount.unit = after.meaning->text;
            end = after.end;
        } else if (before.meaning) {
            found.amount.unit = before.meaning->text;
        } else {
            const auto noun = multiplied ? skip_link(end) : end;
            if (!free(noun) || document.tokens[noun].kind != TokenKind::word || (!digits && !multiplied))
                return std::nullopt;
            if (text(noun).size() < 4)
                return std::nullopt;
            found.amount.unit = fold_case(text(noun));
            found.counted = true;
        }
        if (before.meaning)
            found.first_token = before.end;
        found.amount.number = value;
        found.end_token = end;
        if (const auto* bound = bound_before(found.first_token))
            found.amount.bound = bound->text;
        if (const auto after = match(end, Class::bound);
            after.meaning && after.end <= end + 2 && after.end > end + 1)
            found.amount.bound = after.meaning->text;
        if (ranged)
            found.amount.bound = "at least";
        found.amount.span = {document.tokens[found.first_token].span.begin,
                             document.tokens[end - 1].span.end};
        return found;
    }
};

std::vector<FoundAmount> AmountFinder::find(const Document& document, const Sentence& sentence,
                                            const std::vector<bool>& taken) const {
    std::vector<FoundAmount> found;
    const Scan scan{*this, document, sentence, taken};
    for (auto token = sentence.first_token; token < sentence.end_token;) {
        auto amount = scan.may_begin(token) ? scan.at(token) : std::nullopt;
        if (!amount) {
            ++token;
            continue;
        }
        token = std::max(token + 1, amount->end_token);
        if (!found.empty() && !amount->counted && !found.back().counted) {
            const auto gap = document.text.substr(found.back().amount.span.end,
                                                  amount->amount.span.begin - found.back().amount.span.end);
            if (gap.size() < 24 && gap.find('(') != std::string::npos && gap.find(')') == std::string::npos)
                continue;
        }
        found.push_back(std::move(*amount));
    }
    return found;
}

} // namespace timeloom
