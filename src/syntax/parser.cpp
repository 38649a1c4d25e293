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
    const auto add = [&](Word::Kind kind, std::string form, std::size_t unit) {
        out.words.push_back({kind, std::move(form)});
        out.units.push_back(static_cast<std::uint32_t>(unit));
    };
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string form(units[i].span.of(text));
        if (units[i].kind == Unit::Kind::name || units[i].kind == Unit::Kind::time) {
            add(units[i].kind == Unit::Kind::name ? Word::Kind::name : Word::Kind::time, form, i);
            continue;
        }
        const Splitter::Parts parts = model.splitter().split(normal, i, model.lexicon(), form);
        if (parts.empty())
            add(Word::Kind::plain, form, i);
        for (const std::string& part : parts)
            add(Word::Kind::plain, part, i);
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

Tree Parser::parse(std::string_view text, std::span<const Unit> units) const {
    const Words words = words_of(text, units, model_->syntax);
    return located(model_->syntax.parse(words.words), words, units);
}

Tree Parser::tag(std::string_view text, std::span<const Unit> units) const {
    const Words words = words_of(text, units, model_->syntax);
    return located(model_->syntax.tag(words.words), words, units);
}

} // namespace timeloom
