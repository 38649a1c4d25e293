#include "text/tokenizer.hpp"

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "text/characters.hpp"

namespace timeloom {

namespace {

using enum CharacterClass;

constexpr std::size_t longest_acronym_run = 8; // two letters, in bytes

class Tokenizer {
  public:
    Tokenizer(std::string_view text, Span stretch, const Abbreviations& language, std::vector<Token>& out)
        : text_(text.substr(0, stretch.end)), at_(stretch.begin), language_(language), out_(out) {}

    void run() {
        bool space_before = true;
        while (at_ < text_.size()) {
            const auto c = peek(at_);
            if (c.kind == space || c.kind == ignored) {
                space_before |= c.kind == space;
                at_ += c.length;
                continue;
            }
            const auto first = out_.size();
            if (c.kind == digit)
                take_number();
            else if (is_word_class(c.kind))
                take_word();
            else if (!take_clitic())
                take_mark(c);
            out_[first].space_before = space_before;
            space_before = false;
        }
    }

  private:
    struct Character {
        char32_t value = 0;
        std::uint32_t length = 0;
        CharacterClass kind = space;
    };

    /// The character at `at`; a space of no length at the end.
    Character peek(std::size_t at) const {
        if (at >= text_.size())
            return {};
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80)
            return {byte, 1, classes_[byte]};
        const auto [value, length] = code_point_at(text_, at);
        return {value, length, value < classes_.size() ? classes_[value] : character_class(value)};
    }

    Token& add(std::size_t end, TokenKind kind, std::uint64_t key) {
        Token& token = out_.emplace_back();
        token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        token.key = key;
        token.kind = kind;
        at_ = end;
        return token;
    }

    void add(std::size_t end, TokenKind kind) { add(end, kind, word_key(text_.substr(at_, end - at_))); }

    /// What is known of the characters of a word up to `end`, each read once.
    struct Scan {
        std::size_t end;
        std::uint64_t hash = hash_start; ///< as word_key, while all is ASCII
        std::uint32_t letters = 0, lowers = 0;
        bool capital = false; ///< the first letter is
        bool ascii = true;
    };

    void take(Scan& scan, char32_t value, std::uint32_t length, CharacterClass kind) const {
        if (scan.letters == 0)
            scan.capital = kind == upper;
        scan.letters += is_letter_class(kind);
        scan.lowers += kind == lower;
        scan.ascii &= length == 1;
        scan.hash = hash_more(scan.hash, static_cast<char>(value + (kind == upper ? 32 : 0)));
        scan.end += length;
    }

    /// Takes the characters up to `end`.
    void take_to(Scan& scan, std::size_t end) const {
        while (scan.end < end) {
            const auto c = peek(scan.end);
            take(scan, c.value, c.length, c.kind);
        }
    }

    /// Takes the run of letters, marks and digits that begins where the scan ends.
    Scan with_run(Scan scan) const { // by value: registers hold it
        while (true) {
            take_lowers(scan);
            const auto c = peek(scan.end);
            if (!is_word_class(c.kind))
                return scan;
            take(scan, c.value, c.length, c.kind);
        }
    }

    /// Takes the ASCII lower-case letters that come next: most of all text.
    void take_lowers(Scan& scan) const {
        const auto begin = scan.end;
        auto at = begin;
        auto hash = scan.hash;
        for (; at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z'; ++at)
            hash = hash_more(hash, text_[at]);
        const auto count = static_cast<std::uint32_t>(at - begin);
        scan.hash = hash;
        scan.letters += count;
        scan.lowers += count;
        scan.end = at;
    }

    /// End of the run of letters, marks and digits at `at`.
    std::size_t run_end(std::size_t at) const {
        for (auto c = peek(at); is_word_class(c.kind); c = peek(at))
            at += c.length;
        return at;
    }

    void add_word(const Scan& scan) {
        const auto length = scan.end - at_;
        const auto key = scan.ascii ? hash_end(scan.hash) : word_key(text_.substr(at_, length));
        Token& token = add(scan.end, TokenKind::word, key);
        token.capital = scan.capital;
        token.all_capitals = scan.letters >= 2 && scan.lowers == 0;
        token.plain = scan.ascii && scan.lowers + scan.capital == length;
    }

    void add_word(std::size_t end) {
        Scan scan{at_};
        take_to(scan, end);
        add_word(scan);
    }

    /// "U.S.", "z.B.", "S.p.A.": runs of one or two letters, each with its full stop. Returns its end, or at_
    /// if it is none.
    std::size_t acronym_end() const {
        std::size_t at = at_;
        int runs = 0;
        while (true) {
            std::size_t end = at;
            int letters = 0;
            for (auto c = peek(end); is_letter_class(c.kind) && letters < 3; c = peek(end)) {
                end += c.length;
                ++letters;
            }
            if (letters == 0 || letters > 2 || peek(end).value != U'.')
                break;
            at = end + 1;
            ++runs;
        }
        if (runs == 0)
            return at_;
        if (runs >= 2 && !is_word_class(peek(at).kind))
            return at;
        const auto last = run_end(at); // "U.S" at the end of "U.S-led", "x.AI"
        return runs >= 1 && at < last && last - at <= 2 ? last : at_;
    }

    void take_word() {
        auto scan = with_run({at_});
        if (scan.end - at_ <= longest_acronym_run && peek(scan.end).value == U'.')
            if (const auto acronym = acronym_end(); acronym > at_) {
                add_word(acronym);
                return;
            }
        while (true) {
            const auto joint = peek(scan.end);
            if (joint.kind == space)
                break;
            const auto next = scan.end + joint.length;
            const auto after = peek(next);
            if (joint.kind == apostrophe && is_letter_class(after.kind)) {
                const auto follows = text_.substr(next, run_end(next) - next);
                if (follows == "s" || follows == "S")
                    break;
                if (language_.elisions.contains(word_key(text_.substr(at_, scan.end - at_)))) {
                    take_to(scan, next);
                    break;
                }
            } else if (joint.kind == hyphen || joint.value == U'&' || joint.value == U'@' ||
                       joint.value == U'_') {
                if (!is_word_class(after.kind))
                    break;
                // "l'ex-premier": the elision is cut before hyphens are looked at
            } else if (joint.value ==
                       U'.') { // "openai.com"; a new sentence without blank begins with a capital
                const bool version =
                    after.kind == digit && text_[scan.end - 1] >= '0' && text_[scan.end - 1] <= '9';
                if (after.kind != lower && !version) // "web2.0", not "17.oct.2025"
                    break;
            } else if (joint.value == U':' && text_.substr(next, 2) == "//") {
                take_to(scan, address_end(next + 2));
                break;
            } else {
                break;
            }
            take_to(scan, next);
            scan = with_run(scan);
        }
        add_word(scan);
    }

    /// An address goes on to the next blank; punctuation at its end is the sentence's.
    std::size_t address_end(std::size_t at) const {
        std::size_t end = at;
        for (auto c = peek(at); c.kind != space; c = peek(at)) {
            at += c.length;
            if (is_word_class(c.kind) || c.value == U'/')
                end = at;
        }
        return end;
    }

    /// "'s" and "’s" after a word.
    bool take_clitic() {
        const auto c = peek(at_);
        if (c.kind != apostrophe || out_.empty() || out_.back().span.end != at_)
            return false;
        const auto letter = peek(at_ + c.length);
        const auto end = at_ + c.length + letter.length;
        if ((letter.value != U's' && letter.value != U'S') || is_word_class(peek(end).kind))
            return false;
        add_word(end);
        return true;
    }

    std::size_t digits_end(std::size_t at) const {
        while (peek(at).kind == digit)
            at += peek(at).length;
        return at;
    }

    void take_number() {
        std::size_t end = digits_end(at_);
        while (true) {
            const auto joint = peek(end);
            const auto next = end + joint.length;
            const auto group = digits_end(next);
            const bool three = group - next == 3;
            const bool blank = joint.value == U'\u00A0' || joint.value == U'\u202F' ||
                               joint.value == U'\u2009' || (joint.value == U' ' && language_.thousands);
            const bool separator = joint.value == U'.' || joint.value == U',' ||
                                   (joint.kind == apostrophe && three) ||
                                   (blank && three && end - at_ <= 11 && text_[at_] != '0' && grouped(end));
            if (!separator || group == next)
                break;
            end = group;
        }
        const auto after = peek(end);
        const auto beyond = peek(end + after.length);
        if (is_letter_class(after.kind) || (after.kind == hyphen && is_letter_class(beyond.kind))) {
            // "5G", "10-year", "21st"
            do
                end = run_end(end + (peek(end).kind == hyphen ? peek(end).length : 0));
            while (peek(end).kind == hyphen && is_word_class(peek(end + peek(end).length).kind));
            add_word(end);
        } else {
            add(end, TokenKind::number);
        }
    }

    /// A number up to `end` that can go on with a group of thousands: at most three digits since its last
    /// blank.
    bool grouped(std::size_t end) const {
        std::size_t digits = 0;
        while (end > at_ && text_[end - 1] >= '0' && text_[end - 1] <= '9')
            --end, ++digits;
        return digits <= 3 && (end == at_ || (text_[end - 1] != '.' && text_[end - 1] != ','));
    }

    /// One punctuation mark or symbol; a run of one and the same ASCII mark ("...", "--", "***") is one
    /// token.
    void take_mark(const Character& c) {
        std::size_t end = at_ + c.length;
        if (c.length == 1 && c.value != U'(' && c.value != U')' && c.value != U'"')
            while (end < text_.size() && text_[end] == text_[at_])
                ++end;
        add(end, c.kind == symbol ? TokenKind::symbol : TokenKind::punctuation);
    }

    const CharacterClasses& classes_ = character_classes();
    std::string_view text_;
    std::size_t at_;
    const Abbreviations& language_;
    std::vector<Token>& out_;
};

} // namespace

void tokenize(std::string_view text, Span stretch, const Abbreviations& language, std::vector<Token>& out) {
    Tokenizer(text, stretch, language, out).run();
}

} // namespace timeloom
