// Who and what the last sentences named, as pronouns see it: where it stood in its sentence, its gender, and
// with whom it was named.
#pragma once

#include "events/reading_context.hpp"
#include "events/sentence.hpp"

#include <span>
#include <vector>

namespace timeloom {

struct Antecedent {
    enum class Standing : std::uint8_t { subject, object, other };
    std::uint32_t mention = no_index; ///< index into DocumentEntities::mentions; none for a common noun
    std::uint32_t word = 0;           ///< of its sentence
    std::uint32_t group = 0;          ///< the first word of the coordination that it stands in; itself
    Standing standing = Standing::other;
    Features::Gender gender = Features::Gender::none; ///< as far as an article or a noun beside it says
    bool alone = true;                                ///< coordinated with nobody
};

/// Those of a parsed sentence before word `end`, in text order: what it names, and the nouns that name nobody
/// where they are subject or object; of subordinate clauses as `other`.
std::vector<Antecedent> antecedents_in(const SentenceView& view, std::uint32_t end);

/// Who a pronoun may stand for.
struct PronounUse {
    bool subject = false; ///< or whom something is given to: whoever was the subject, first of all
    bool human = false, thing = false, several = false;
    std::uint8_t types = 0xFF; ///< that the verb takes there: bits 1 << EntityType
    Features::Gender gender = Features::Gender::none;
};

/// The mentions that a pronoun stands for: whoever stood where it stands, else the subject; none where a noun
/// that names nobody, or another name, may be meant as well. `barred` are entities that take part beside it.
std::vector<std::uint32_t> choose_antecedent(const ReadingContext& context,
                                             std::span<const Antecedent> antecedents, const PronounUse& use,
                                             std::span<const std::uint32_t> barred);

} // namespace timeloom
