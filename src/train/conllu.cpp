#include "train/conllu.hpp"

#include "base/error.hpp"
#include "syntax/names.hpp"

#include <zstd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>

namespace timeloom {

namespace {

constexpr const char* remedy = "see universaldependencies.org/format.html";

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string unpack(const std::string& packed, const std::string& file) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > (1ull << 32))
        throw InputError(file, "this is not a file packed by zstd", "fetch the treebank again");
    std::string text(size, '\0');
    if (ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size()) != size)
        throw InputError(file, "the packed treebank is damaged", "fetch the treebank again");
    return text;
}

class SentenceReader {
  public:
    explicit SentenceReader(const std::string& file) : file_(file) {}

    void read(std::string_view line, std::size_t number) {
        line_ = number;
        if (line.empty())
            return finish();
        constexpr std::string_view treebank = "# treebank = ";
        if (line.starts_with(treebank))
            now_.treebank = line.substr(treebank.size());
        if (!line.starts_with('#'))
            read_columns(line);
    }

    void finish() {
        for (GoldWord& word : now_.words)
            if (word.head >= static_cast<std::int32_t>(now_.words.size()))
                fail("a head outside the sentence");
        if (!now_.words.empty())
            sentences_.push_back(std::move(now_));
        now_ = {};
        split_until_ = 0;
    }

    std::vector<GoldSentence> take() { return std::move(sentences_); }

  private:
    [[noreturn]] void fail(const std::string& problem) const {
        throw InputError(file_, line_, problem, remedy);
    }

    void read_columns(std::string_view line) {
        std::array<std::string_view, 10> columns;
        std::size_t count = 0;
        for (; count < columns.size(); ++count) {
            const std::size_t tab = line.find('\t');
            columns[count] = line.substr(0, tab);
            if (tab == std::string_view::npos)
                break;
            line.remove_prefix(tab + 1);
        }
        if (count != 9)
            fail("a word needs ten columns");
        const std::string_view id = columns[0];
        if (id.find('.') != std::string_view::npos)
            return;
        if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
            const auto first = number(id.substr(0, dash)), last = number(id.substr(dash + 1));
            if (!first || !last || *first != now_.words.size() + 1 || *last < *first)
                fail("a strange range of words");
            now_.tokens.push_back({std::string(columns[1]), *first - 1, *last - *first + 1});
            split_until_ = *last;
            return;
        }
        if (number(id) != now_.words.size() + 1)
            fail("words must be numbered 1, 2, 3, …");
        add_word(columns);
    }

    void add_word(const std::array<std::string_view, 10>& columns) {
        GoldWord word;
        word.form = columns[1];
        if (columns[2] != "_" || columns[1] == "_")
            word.lemma = columns[2];
        const auto upos = upos_of(columns[3]);
        if (!upos)
            fail("unknown tag " + std::string(columns[3]));
        word.upos = *upos;
        word.bundle = pack(features_of(columns[5]));
        word.relative = columns[5].find("Rel") != std::string_view::npos;
        const auto head = number(columns[6]);
        if (!head)
            fail("a head must be a number");
        word.head = static_cast<std::int32_t>(*head) - 1;
        word.relation = columns[7];
        if (now_.words.size() >= split_until_)
            now_.tokens.push_back({word.form, static_cast<std::uint32_t>(now_.words.size()), 1});
        now_.words.push_back(std::move(word));
    }

    const std::string& file_;
    std::size_t line_ = 0;
    GoldSentence now_;
    std::size_t split_until_ = 0; ///< words before this one belong to a multi-word token
    std::vector<GoldSentence> sentences_;
};

} // namespace

std::vector<GoldSentence> parse_conllu(std::string_view text, const std::string& file) {
    SentenceReader reader(file);
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        std::string_view now = text.substr(0, end);
        if (now.ends_with('\r'))
            now.remove_suffix(1);
        reader.read(now, line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    reader.finish();
    return reader.take();
}

std::vector<GoldSentence> read_conllu(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw InputError(file.string(), "the treebank cannot be opened", "name a CoNLL-U file");
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (file.extension() == ".zst")
        bytes = unpack(bytes, file.string());
    return parse_conllu(bytes, file.string());
}

} // namespace timeloom
