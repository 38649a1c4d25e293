// One sentence as the extractor sees it: names, times and amounts as single words, with the tree over them if
// there is one. All indices are into SentenceView::words unless said otherwise.
#pragma once

#include "entities/entity.hpp"
#include "events/amount.hpp"
#include "events/word_classes.hpp"
#include "syntax/parser.hpp"
#include "text/quotes.hpp"
#include "time/timex.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct SentenceWord {
    Unit unit;
    std::uint32_t first_token = 0; ///< index into Document::tokens
    std::uint32_t end_token = 0;
    std::uint32_t clause = 0;   ///< index into SentenceView::clauses
    std::uint64_t key = 0;      ///< Token.key of a word of one token; 0 for names, times, amounts
    std::uint64_t verb_key = 0; ///< of a verb without the pronoun written onto it ("reunirse"); 0 for others
    const WordClass* word_class = nullptr; ///< null for open-class words
    const WordClass* clitic = nullptr;     ///< of the pronoun written onto a verb ("comprarla"); or null
    std::uint64_t preposition_base = 0;
    std::uint32_t first_mention = 0; ///< index into DocumentEntities::mentions: those that this word names
    std::uint32_t mention_count = 0;
    std::uint32_t timex = no_index;
    std::uint32_t amount = no_index;   ///< index into SentenceView::amounts
    std::uint8_t preposition = 0;      ///< class of prepositions; 0 when it is none
    bool complex_preposition = false;  ///< a word of one that has several: "on the part of"
    bool renames = false;              ///< names whom the word before names ("die OpenAI-Tochter [Arvo]")
    bool compound = false;             ///< its mention is only a part of the word ("OpenAI-Produkte")
    QuoteMark quote = QuoteMark::none; ///< of a mark of punctuation

    // Without a tree: X, dep, and no head.
    Upos upos = Upos::X;
    Deprel relation = Deprel::dep;
    Features features; ///< of an auxiliary also without a tree
    std::int32_t head = -1;

    bool is(ClassOf of) const { return word_class && word_class->has(of); }
    bool names() const { return mention_count > 0; }
    bool punctuation() const { return unit.kind == Unit::Kind::punctuation; }
};

/// A stretch of words around one verb; clauses may lie inside one another.
struct Clause {
    enum class Kind : std::uint8_t {
        main,
        coordinate,
        complement,
        subordinate,
        relative,
        parenthesis,
        quotation
    };
    Kind kind = Kind::main;
    std::uint32_t first = 0;
    std::uint32_t end = 0;               ///< behind its last word; other clauses may lie between
    std::uint32_t parent = no_index;     ///< the clause that it hangs on, or is coordinated with
    std::uint32_t opener = no_index;     ///< the subordinator or relative that opens it
    std::uint32_t antecedent = no_index; ///< of a relative clause: the word before it
    std::uint32_t verb = no_index;       ///< its finite verb or auxiliary
};

struct SentenceView {
    const Document* document = nullptr;
    const Sentence* sentence = nullptr;
    std::uint32_t index = 0; ///< into Document::sentences
    std::vector<SentenceWord> words;
    std::vector<std::uint32_t> named; ///< the words that name somebody or something, ascending
    std::vector<FoundAmount> amounts;
    std::vector<Clause> clauses;
    std::vector<std::string> lemmas; ///< by word; empty without a tree
    std::vector<std::uint32_t>
        child_start; ///< children of word w: children[child_start[w] .. child_start[w + 1])
    std::vector<std::uint32_t> children;
    bool tagged = false;
    bool parsed = false;

    std::string_view text(std::uint32_t word) const { return words[word].unit.span.of(document->text); }
    std::span<const std::uint32_t> children_of(std::uint32_t word) const {
        if (!parsed)
            return {};
        return std::span(children).subspan(child_start[word], child_start[word + 1] - child_start[word]);
    }
    bool has(std::uint32_t word, ClassOf of) const { return words[word].is(of); }
    /// "" where the tree gives none.
    std::string_view lemma(std::uint32_t word) const {
        return lemmas.empty() ? std::string_view() : std::string_view(lemmas[word]);
    }
};

/// What a sentence is made of, besides its tokens.
struct SentenceParts {
    std::span<const EntityMention> mentions; ///< of the document
    std::uint32_t first_mention = 0;         ///< the first one of this sentence
    std::uint32_t end_mention = 0;
    std::span<const Timex> times; ///< of the document
    std::uint32_t first_time = 0;
    std::uint32_t end_time = 0;
};

/// Joins tokens into words. No tree, no clauses yet.
SentenceView view_sentence(const Document& document, std::uint32_t sentence, const SentenceParts& parts,
                           const WordClasses& classes, const AmountFinder& amounts);

/// Puts tags and trees of `parser` onto the words of sentences of one document, the trees repaired
/// (events/tree_repair.hpp).
void parse_sentences(std::span<SentenceView* const> views, const Parser& parser, const WordClasses& classes);

/// Makes child_start and children anew from the words' heads.
void index_children(SentenceView& view);

} // namespace timeloom
