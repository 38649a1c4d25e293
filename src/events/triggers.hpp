// Finds the words of a sentence that tell events.
#pragma once

#include "events/lexicon.hpp"
#include "events/sentence.hpp"

#include <vector>

namespace timeloom {

struct Trigger {
    std::uint32_t entry = 0; ///< of the lexicon
    std::uint32_t word = 0;  ///< its head word
    std::uint32_t verb =
        no_index; ///< the verb that carries tense: itself, or the support verb; none for a bare noun
    std::uint32_t first = 0; ///< the first and the last word that its expression takes up
    std::uint32_t last = 0;
    std::uint32_t parts = 1; ///< how many words the expression has
    bool participle = false; ///< its first word may be a participle
    bool split = false;      ///< the last word is the verb's prefix, and what stands between is not its
    Features form;           ///< of its first word, as the lexicon knows it
};

class TriggerFinder {
  public:
    /// Both must outlive the finder.
    TriggerFinder(const Lexicon& lexicon, const WordClasses& classes)
        : lexicon_(lexicon), classes_(classes) {}

    /// Whether any token of the sentence may begin a trigger: the quick look before all else.
    bool any(const Document& document, const Sentence& sentence) const;

    /// Words that may be finite verbs as far as lexicon and closed classes know; one entry a word.
    std::vector<bool> finite_verbs(const SentenceView& view) const;

    /// In text order of their head words, with clauses and tags (if any) in place. The longest expression
    /// where several fit; of rows that ask something of their arguments (LexicalEntry::requirements) each, in
    /// order, up to the first that does not.
    std::vector<Trigger> find(const SentenceView& view) const;

  private:
    struct Search;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
};

} // namespace timeloom
