#include "syntax/parser.hpp"

#include "syntax/model.hpp"

namespace timeloom {

struct Parser::Model {
    SyntaxModel syntax;
};

namespace {

/// The words of a sentence, and which unit each came from.
struct Words {
    std::vector<Word> words;
    std::vector<std::uint32_t> units;
};

Words words_of(std::string_view text, std::span<const Unit> units, const SyntaxModel& model) {
    std::vector<std::string> normal;
    normal.reserve(units.size());
    for (const Unit& unit : units)
        normal.push_back(normal_form(unit.span.of(text)));
    Words out;
    out.words.reserve(units.size());
    out.units.reserve(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string_view form = units[i].span.of(text);
        const bool name = units[i].kind == Unit::Kind::name, time = units[i].kind == Unit::Kind::time;
        Splitter::Parts parts;
        if (!name && !time)
            parts = model.splitter().split(normal, i, model.lexicon(), form);
        if (parts.empty()) {
            out.words.emplace_back(name   ? Word::Kind::name
                                   : time ? Word::Kind::time
                                          : Word::Kind::plain,
                                   form, normal[i]);
            out.words.back().verb = units[i].verb;
            out.words.back().placed = units[i].placed;
        }
        for (std::string& part : parts)
            out.words.emplace_back(Word::Kind::plain, std::move(part));
        out.units.resize(out.words.size(), static_cast<std::uint32_t>(i));
    }
    return out;
}

Tree located(Tree tree, const Words& words, std::span<const Unit> units) {
    for (std::size_t i = 0; i < tree.words.size(); ++i) {
        tree.words[i].unit = words.units[i];
        tree.words[i].span = units[words.units[i]].span;
    }
    return tree;
}

} // namespace

Parser::Parser(std::unique_ptr<const Model> model) : model_(std::move(model)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;

Parser Parser::load(const std::filesystem::path& model) {
    return Parser(std::make_unique<const Model>(Model{SyntaxModel(read_model(model))}));
}

std::vector<Tree> Parser::parse(std::string_view text, std::span<const std::vector<Unit>> sentences) const {
    std::vector<Words> all;
    std::vector<SyntaxModel::Words> words;
    all.reserve(sentences.size());
    words.reserve(sentences.size());
    for (const auto& units : sentences)
        words.emplace_back(all.emplace_back(words_of(text, units, model_->syntax)).words);
    std::vector<Tree> trees = model_->syntax.parse(words);
    for (std::size_t s = 0; s < trees.size(); ++s)
        trees[s] = located(std::move(trees[s]), all[s], sentences[s]);
    return trees;
}

Tree Parser::tag(std::string_view text, std::span<const Unit> units) const {
    const Words words = words_of(text, units, model_->syntax);
    return located(model_->syntax.tag(words.words), words, units);
}

} // namespace timeloom
