// The signs by which two mentions tell one event or two, and what each weighs. Private to Likeness.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace timeloom {

enum class Sign : std::uint8_t {
    any, ///< the prior, and where a sum of 0 lies
    // type
    same_type,
    same_daily_type, ///< of what may happen every day: statements, announcements, prices
    same_rare_type,  ///< of what happens once in half a year or less
    near_type,       ///< types so close that one event may be told under either
    other_type,
    only_ones,   ///< of that type in their documents: 1 / how many there are
    other_kind,  ///< an event and a state
    other_turn,  ///< of two states, one is told as over
    daily_lemma, ///< one lemma, of a daily type
    one_lemma,   ///< of a type that is neither daily nor rare, or of none
    other_words, ///< no type, and other lemmas
    stem,        ///< lemmas of one stem
    // participants
    equal_core,
    no_core,
    two_shared,
    rare_shared, ///< of types that agree: 1 / how often the rarest shared one is named in its role
    rare_type_and_core,
    other_role, ///< somebody takes part in both, but in a role that does not identify one of them
    other_agents,
    other_doers_of_rare, ///< other agents, of a rare type
    other_speakers,      ///< other agents, of a daily type
    other_patients,
    other_objects,
    crossed_core,
    other_pair, ///< that, of what two do with each other
    same_amount,
    other_amount,
    // time and factuality
    same_time,
    one_dated,
    other_polarity,
    other_modality,
    once_awaited, ///< of a rare type, and one is told as to come
    // words, weighed by how rare they are: Dice's coefficient
    clause_words,
    sentence_words,
    // one document
    one_sentence,
    next_sentence,
    far_apart,
    inside, ///< one's clause holds the other's trigger
    headline,
    quotation,   ///< what is said, and who says so
    known,       ///< the later one is a definite noun that names nobody else
    known_type,  ///< and of the same type, which is not daily
    lead_known,  ///< the earlier one is among the news, one of them a definite noun, and both have a type
    further,     ///< the later one is told as another one, or as one more
    other_core,  ///< both name somebody in a role that identifies them, and nobody is the same
    other_doers, ///< other nouns that name nobody do it
    // two documents
    headline_undated, ///< one is dated, one stands in a headline
    parallel,
    sure_parallel, ///< score of the parallel above 1
    one_language,
    both_lead,
    week_apart,
    months_apart,
    count_
};

struct SignWeights {
    int within; ///< mentions of one document
    int across; ///< of two
};

/// Fitted on pairs of mentions of which an answer key says whether they tell one event; what speaks against
/// neighbours in short articles (types, words, patients, speakers, sums, cores that differ or cross) and how
/// the later one refers to the earlier is set by hand.
inline constexpr auto weights = [] {
    std::array<SignWeights, static_cast<std::size_t>(Sign::count_)> out{};
    const auto set = [&](Sign sign, int within, int across) {
        out[static_cast<std::size_t>(sign)] = {within, across};
    };
    set(Sign::any, -138, -169);
    set(Sign::same_type, 44, 25);
    set(Sign::same_daily_type, 20, 58);
    set(Sign::same_rare_type, 69, 101);
    set(Sign::near_type, -40, -40);
    set(Sign::other_type, -260, -121);
    set(Sign::only_ones, 127, 237);
    set(Sign::other_kind, -71, -51);
    set(Sign::other_turn, -43, -107);
    set(Sign::daily_lemma, 92, 8);
    set(Sign::one_lemma, 78, 0);
    set(Sign::other_words, -400, -46);
    set(Sign::stem, 60, 80);
    set(Sign::equal_core, 33, 4);
    set(Sign::no_core, 0, 101);
    set(Sign::two_shared, 0, 28);
    set(Sign::rare_shared, 128, 154);
    set(Sign::rare_type_and_core, 21, 5);
    set(Sign::other_role, 0, 60);
    set(Sign::other_agents, -60, -41);
    set(Sign::other_doers_of_rare, 0, -120);
    set(Sign::other_speakers, -80, -5);
    set(Sign::other_patients, -100, 4);
    set(Sign::other_objects, -29, -73);
    set(Sign::crossed_core, -50, -26);
    set(Sign::other_pair, -100, -200);
    set(Sign::same_amount, 52, 37);
    set(Sign::other_amount, -450, -40);
    set(Sign::same_time, -15, 128);
    set(Sign::one_dated, 0, -18);
    set(Sign::other_polarity, -60, -79);
    set(Sign::other_modality, -70, -38);
    set(Sign::once_awaited, 150, 150);
    set(Sign::clause_words, 266, 469);
    set(Sign::sentence_words, 328, 326);
    set(Sign::one_sentence, 111, 0);
    set(Sign::next_sentence, 39, 0);
    set(Sign::far_apart, -100, 0);
    set(Sign::inside, -144, 0);
    set(Sign::headline, 128, 0);
    set(Sign::quotation, 67, 0);
    set(Sign::known, 110, 0);
    set(Sign::known_type, 120, 0);
    set(Sign::lead_known, 100, 0);
    set(Sign::further, -350, 0);
    set(Sign::other_core, -100, 0);
    set(Sign::other_doers, -100, 0);
    set(Sign::headline_undated, 0, 100);
    set(Sign::parallel, 0, 220);
    set(Sign::sure_parallel, 0, 39);
    set(Sign::one_language, 0, -98);
    set(Sign::both_lead, 0, 117);
    set(Sign::week_apart, 0, -98);
    set(Sign::months_apart, 0, -86);
    return out;
}();

} // namespace timeloom
