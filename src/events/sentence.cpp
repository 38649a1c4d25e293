#include "events/sentence.hpp"

#include "base/utf8.hpp"
#include "events/tree_repair.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// Puts the words of one sentence together.
class Joiner {
  public:
    Joiner(SentenceView& view, const SentenceParts& parts, const WordClasses& classes)
        : view_(view), document_(*view.document), sentence_(*view.sentence), parts_(parts), classes_(classes),
          owner_(sentence_.end_token - sentence_.first_token, no_index) {}

    void run(const AmountFinder& amounts) {
        claim_times();
        claim_names();
        std::vector<bool> taken(owner_.size());
        for (std::size_t i = 0; i < owner_.size(); ++i)
            taken[i] = owner_[i] != no_index;
        view_.amounts = amounts.find(document_, sentence_, taken);
        claim_amounts();
        view_.words.reserve(owner_.size());
        for (auto token = sentence_.first_token; token < sentence_.end_token;)
            token = add_word(token);
        mark_prepositions();
        attach_parts();
        mark_renamed();
        for (std::uint32_t i = 0; i < view_.words.size(); ++i)
            if (view_.words[i].names())
                view_.named.push_back(i);
    }

  private:
    /// A stretch of tokens that becomes one word.
    struct Piece {
        Unit::Kind kind;
        std::uint32_t first_token, end_token;
        std::uint32_t timex = no_index, mention = no_index, amount = no_index;
    };

    std::pair<std::uint32_t, std::uint32_t> tokens_of(Span span) const {
        const auto begin = document_.tokens.begin() + sentence_.first_token;
        const auto end = document_.tokens.begin() + sentence_.end_token;
        const auto first =
            std::partition_point(begin, end, [&](const Token& t) { return t.span.end <= span.begin; });
        const auto last =
            std::partition_point(first, end, [&](const Token& t) { return t.span.begin < span.end; });
        return {std::uint32_t(first - document_.tokens.begin()),
                std::uint32_t(last - document_.tokens.begin())};
    }

    bool claim(Piece piece) {
        if (piece.first_token >= piece.end_token)
            return false;
        for (auto t = piece.first_token; t < piece.end_token; ++t)
            if (owner_[t - sentence_.first_token] != no_index)
                return false;
        for (auto t = piece.first_token; t < piece.end_token; ++t)
            owner_[t - sentence_.first_token] = std::uint32_t(pieces_.size());
        pieces_.push_back(piece);
        return true;
    }

    void claim_times() {
        for (auto i = parts_.first_time; i < parts_.end_time; ++i) {
            const auto [first, end] = tokens_of(parts_.times[i].span);
            claim({Unit::Kind::time, first, end, i});
        }
    }

    /// Names that cover whole tokens; pronouns, possessives and parts of compounds stay words (attach_parts).
    void claim_names() {
        for (auto i = parts_.first_mention; i < parts_.end_mention; ++i) {
            const auto& mention = parts_.mentions[i];
            if (mention.nested || mention.kind == MentionKind::pronoun ||
                mention.kind == MentionKind::possessive)
                continue;
            const auto [first, end] = tokens_of(mention.span);
            if (first >= end)
                continue;
            if (document_.tokens[end - 1].span.end > mention.span.end)
                continue;
            claim({Unit::Kind::name, first, end, no_index, i});
        }
    }

    void claim_amounts() {
        for (std::uint32_t i = 0; i < view_.amounts.size(); ++i) {
            const auto& found = view_.amounts[i];
            if (!found.counted)
                claim({Unit::Kind::name, found.first_token, found.end_token, no_index, no_index, i});
        }
    }

    std::uint32_t add_word(std::uint32_t token) {
        SentenceWord& word = view_.words.emplace_back();
        const auto owner = owner_[token - sentence_.first_token];
        if (owner == no_index) {
            const auto& t = document_.tokens[token];
            word.unit = {t.kind == TokenKind::number ? Unit::Kind::number
                         : t.kind == TokenKind::word ? Unit::Kind::word
                                                     : Unit::Kind::punctuation,
                         t.span};
            word.first_token = token;
            word.end_token = token + 1;
            if (word.punctuation())
                word.quote = quote_at(document_, token);
            word.key = t.key;
            word.word_class = classes_.find(t.key);
            if (word.word_class)
                word.features = word.word_class->features;
        } else {
            const auto& piece = pieces_[owner];
            word.unit = {piece.kind, cover(document_.tokens[piece.first_token].span,
                                           document_.tokens[piece.end_token - 1].span)};
            word.first_token = piece.first_token;
            word.end_token = piece.end_token;
            word.timex = piece.timex;
            word.amount = piece.amount;
            if (piece.mention != no_index) {
                word.first_mention = piece.mention;
                word.mention_count = 1;
                while (word.first_mention + word.mention_count < parts_.end_mention &&
                       parts_.mentions[word.first_mention + word.mention_count].span ==
                           parts_.mentions[piece.mention].span &&
                       parts_.mentions[word.first_mention + word.mention_count].group)
                    ++word.mention_count;
            }
        }
        if (closes_abbreviation(word.end_token)) {
            word.unit.span.end = document_.tokens[word.end_token].span.end;
            ++word.end_token;
        }
        return word.end_token;
    }

    /// The full stop of "Mr. Roth", "Arvo Inc. said", "2. Bundesliga": behind a word, and more of the
    /// sentence follows. The treebanks write it with its word.
    bool closes_abbreviation(std::uint32_t token) const {
        if (token == sentence_.first_token || token + 1 >= sentence_.end_token ||
            owner_[token - sentence_.first_token] != no_index)
            return false;
        const auto& at = document_.tokens[token];
        const auto& next = document_.tokens[token + 1];
        const auto text = [&](const Token& t) { return t.span.of(document_.text); };
        return !at.space_before && text(at) == "." &&
               document_.tokens[token - 1].kind != TokenKind::punctuation &&
               (next.kind == TokenKind::word || next.kind == TokenKind::number || text(next) == ",");
    }

    void mark_prepositions() {
        auto& words = view_.words;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].word_class || words[i].preposition)
                continue;
            words[i].preposition = words[i].word_class->preposition;
            words[i].preposition_base = words[i].word_class->base;
            for (const auto& longer : words[i].word_class->longer) {
                std::size_t next = i + 1;
                const bool fits = std::ranges::all_of(longer.keys, [&](std::uint64_t key) {
                    return next < words.size() && words[next++].key == key;
                });
                if (!fits)
                    continue;
                for (auto k = i; k < next; ++k) {
                    words[k].preposition = longer.preposition;
                    words[k].preposition_base = longer.base;
                    words[k].complex_preposition = true;
                }
            }
        }
    }

    /// Mentions that are no words of their own: pronouns, possessives, the name inside a compound.
    void attach_parts() {
        for (auto i = parts_.first_mention; i < parts_.end_mention; ++i) {
            const auto& mention = parts_.mentions[i];
            const auto at = std::ranges::partition_point(
                view_.words, [&](const SentenceWord& w) { return w.unit.span.end <= mention.span.begin; });
            if (at == view_.words.end() || at->unit.kind != Unit::Kind::word || at->names())
                continue;
            if (!at->unit.span.contains(mention.span))
                continue;
            at->first_mention = i;
            at->mention_count = 1;
            at->compound = at->unit.span != mention.span;
            while (at->first_mention + at->mention_count < parts_.end_mention &&
                   parts_.mentions[at->first_mention + at->mention_count].span == mention.span)
                ++at->mention_count;
        }
    }

    void mark_renamed() {
        for (std::size_t i = 1; i < view_.words.size(); ++i) {
            const auto &before = view_.words[i - 1], &word = view_.words[i];
            view_.words[i].renames =
                before.names() && word.names() &&
                parts_.mentions[before.first_mention].entity == parts_.mentions[word.first_mention].entity;
        }
    }

    SentenceView& view_;
    const Document& document_;
    const Sentence& sentence_;
    const SentenceParts& parts_;
    const WordClasses& classes_;
    std::vector<std::uint32_t> owner_; ///< per token: index into pieces_
    std::vector<Piece> pieces_;
};

} // namespace

SentenceView view_sentence(const Document& document, std::uint32_t sentence, const SentenceParts& parts,
                           const WordClasses& classes, const AmountFinder& amounts) {
    SentenceView view;
    view.document = &document;
    view.sentence = &document.sentences[sentence];
    view.index = sentence;
    Joiner(view, parts, classes).run(amounts);
    return view;
}

namespace {

void put_tree(SentenceView& view, Tree tree, const WordClasses& classes) {
    if (tree.words.empty())
        return;

    // The syntactic word that stands for a unit is the one whose head lies outside it; the first where
    // several do.
    const auto size = view.words.size();
    std::vector<bool> seen(size);
    view.lemmas.resize(size);
    for (auto& syntactic : tree.words) {
        if (syntactic.unit >= size || seen[syntactic.unit])
            continue;
        const auto head_unit =
            syntactic.head < 0 ? -1 : std::int32_t(tree.words[std::size_t(syntactic.head)].unit);
        if (head_unit == std::int32_t(syntactic.unit))
            continue;
        auto& word = view.words[syntactic.unit];
        seen[syntactic.unit] = true;
        word.upos = syntactic.upos;
        word.relation = syntactic.relation;
        word.head = head_unit;
        view.lemmas[syntactic.unit] = std::move(syntactic.lemma);
        if (word.upos == Upos::DET && word.relation != Deprel::case_ && !word.complex_preposition)
            word.preposition = 0; // the article "a", not the preposition
        if (syntactic.upos == Upos::VERB && syntactic.form.size() < word.unit.span.length())
            word.verb_key = word_key(syntactic.form);
        if (syntactic.features.form != Features::Form::none || !word.word_class)
            word.features = syntactic.features;
        // A preterite that its model knows by mood and tense alone.
        auto& features = word.features;
        // "is buying", "achetant": a present participle is no passive
        if (features.form == Features::Form::participle && features.tense == Features::Tense::present)
            features.form = Features::Form::gerund;
        if (features.form == Features::Form::none && features.mood == Features::Mood::indicative &&
            features.tense == Features::Tense::past)
            features.form = Features::Form::finite;
    }
    repair_tree(view, classes);
    view.tagged = view.parsed = true;
    index_children(view);
}

} // namespace

void parse_sentences(std::span<SentenceView* const> views, const Parser& parser, const WordClasses& classes) {
    if (views.empty())
        return;
    std::vector<std::vector<Unit>> units(views.size());
    for (std::size_t i = 0; i < views.size(); ++i) {
        units[i].reserve(views[i]->words.size());
        for (const auto& word : views[i]->words)
            units[i].push_back(word.unit);
    }
    auto trees = parser.parse(views.front()->document->text, units);
    for (std::size_t i = 0; i < views.size(); ++i)
        put_tree(*views[i], std::move(trees[i]), classes);
}

void index_children(SentenceView& view) {
    const auto size = view.words.size();
    view.child_start.assign(size + 1, 0);
    for (const auto& word : view.words)
        if (word.head >= 0)
            ++view.child_start[std::size_t(word.head) + 1];
    for (std::size_t i = 0; i < size; ++i)
        view.child_start[i + 1] += view.child_start[i];
    view.children.resize(view.child_start[size]);
    auto next = view.child_start;
    for (std::uint32_t i = 0; i < size; ++i)
        if (view.words[i].head >= 0)
            view.children[next[std::size_t(view.words[i].head)]++] = i;
}

} // namespace timeloom
