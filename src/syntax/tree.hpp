// Tagged and parsed sentences, in Universal Dependencies terms (universaldependencies.org, v2).
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace timeloom {

enum class Upos : std::uint8_t {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X
};

/// Universal relations, with the subtypes that change who did what.
enum class Deprel : std::uint8_t {
    root,
    nsubj,
    nsubj_pass,
    csubj,
    obj,
    iobj,
    obl,
    obl_agent,
    vocative,
    expl,
    dislocated,
    advcl,
    advmod,
    discourse,
    aux,
    aux_pass,
    cop,
    mark,
    nmod,
    appos,
    nummod,
    acl,
    acl_relcl,
    amod,
    det,
    clf,
    case_,
    conj,
    cc,
    fixed,
    flat,
    compound,
    compound_prt,
    list,
    parataxis,
    orphan,
    goeswith,
    reparandum,
    punct,
    ccomp,
    xcomp,
    dep
};

/// The features that bear on meaning; none where a language or a word has no such feature.
struct Features {
    enum class Tense : std::uint8_t {
        none,
        past,
        present,
        future,
        imperfect,
        pluperfect
    } tense = Tense::none;
    enum class Mood : std::uint8_t {
        none,
        indicative,
        subjunctive,
        conditional,
        imperative
    } mood = Mood::none;
    enum class Form : std::uint8_t { none, finite, infinitive, participle, gerund } form = Form::none;
    enum class Number : std::uint8_t { none, singular, plural } number = Number::none;
    enum class Gender : std::uint8_t { none, masculine, feminine, neuter } gender = Gender::none;
    enum class Case : std::uint8_t { none, nominative, accusative, dative, genitive } gcase = Case::none;
    std::uint8_t person = 0; ///< 1 to 3; 0 unknown
};

/// One syntactic word. The parts of a multi-word token ("del" = de + el) share its span and differ in `form`.
struct SyntacticWord {
    Span span;
    std::uint32_t unit = 0; ///< index of the Unit that it came from
    std::string form;
    std::string lemma;
    Upos upos = Upos::X;
    Features features;
    std::int32_t head = -1; ///< index into Tree::words; -1 for the root
    Deprel relation = Deprel::dep;
};

struct Tree {
    std::vector<SyntacticWord>
        words; ///< in text order; exactly one root, no cycles; empty when nothing was parsed
};

/// What goes into the parser: a token, or a recognised name, time or amount taken as one word.
struct Unit {
    enum class Kind : std::uint8_t { word, number, punctuation, name, time } kind = Kind::word;
    Span span;
    bool verb = false;   ///< known for a verb and nothing else, should the model have hardly seen it
    bool placed = false; ///< known for a verb, and stands where nothing but a verb does ("will not *own* it")
};

} // namespace timeloom
