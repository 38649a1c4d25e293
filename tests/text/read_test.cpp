#include "text/read.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace timeloom;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> six = {"de", "en", "es", "fr", "it", "pt"};
const std::string story =
    "The two companies signed the agreement on Monday, and the board approved it the next day.\n";

struct Result {
    std::vector<Document> documents;
    std::vector<std::string> errors, notes;
};

Result collect(const std::function<void(const TakeDocument&, const TakeMessage&)>& run) {
    Result result;
    run([&](Document&& document) { result.documents.push_back(std::move(document)); },
        [&](Message message) {
            (message.kind == Message::Kind::error ? result.errors : result.notes).push_back(message.text);
        });
    return result;
}

Result read(const std::string& bytes, const std::string& path, ReadOptions options = {}) {
    options.languages = six;
    return collect([&](const auto& take, const auto& tell) {
        read_bytes(bytes, {path, nullptr}, options, take, tell);
    });
}

/// A folder that is removed again.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("timeloom-test-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }

  private:
    fs::path path_;
};

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("an article of a file with many is known by its id") {
    const auto result = read(R"({"id":"a1","text":"The harbour closed."})", "a.jsonl");
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].uri == "a.jsonl#a1");
}

TEST_CASE("a plain text keeps every character, line ends too") {
    const auto result = read("\xEF\xBB\xBF" + story + "\r\nSecond.\r\n", "a.txt");
    REQUIRE(result.documents.size() == 1);
    const auto& document = result.documents[0];
    CHECK(document.text == story + "\r\nSecond.\r\n");
    CHECK(document.language == "en");
    CHECK(document.uri == "a.txt");
    CHECK(document.id == "doc:" + document.sha256.substr(0, 16));
    CHECK(document.published.edtf == "");
    CHECK(result.errors.empty());
    CHECK(result.notes.empty());
}

TEST_CASE("files that are no articles are refused, saying what they are") {
    CHECK(read("", "a.txt").errors == Strings{"a.txt: is empty (remove it or give the article's text)"});
    CHECK(read(" \n\n", "a.txt").errors ==
          Strings{"a.txt: holds no text (remove it or give the article's text)"});
    CHECK(read("\x89PNG\r\n\x1A\n....", "a.txt").errors ==
          Strings{
              "a.txt: is a PNG picture, not text (give plain text, Markdown, HTML or JSON Lines in UTF-8)"});
    CHECK(read(std::string("abc\0\0\0de", 8), "a.txt").errors ==
          Strings{"a.txt: is not text: zero byte at offset 3 (give plain text, Markdown, HTML or JSON Lines "
                  "in UTF-8)"});
    CHECK(read("ab\x81\x90\x8D\x9D zz", "a.txt").errors ==
          Strings{"a.txt: is in no known encoding: not UTF-8 at offset 2 (give plain text, Markdown, HTML or "
                  "JSON Lines in "
                  "UTF-8)"});
}

TEST_CASE("an article in a language that is not ours is named and left without language") {
    const auto result =
        read("東京の会社は月曜日に新しい契約を結んだと発表した。取締役会は翌日それを承認した。", "a.txt");
    CHECK(
        result.errors ==
        Strings{"a.txt: is an article in Japanese, which cannot be read (languages: de, en, es, fr, it, pt; "
                "--language overrides)"});
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].language == "");
}

TEST_CASE("an article that begins in a language which is not ours is read in the one that it goes on in") {
    std::string text;
    for (int i = 0; i < 4; ++i)
        text +=
            "O alcalde anunciou onte que o concello aprobará unha nova ordenanza de vivenda e que os veciños "
            "recibirán unha carta coas condicións do aluguer nas vindeiras semanas, segundo dixo.\n";
    CHECK(read(text, "a.txt").documents.at(0).language == "");
    for (int i = 0; i < 10; ++i)
        text +=
            "El ayuntamiento aprobó después el presupuesto con los votos de la oposición, que había pedido "
            "más dinero para las escuelas y para los autobuses que llevan a los niños del pueblo.\n";
    const auto result = read(text, "a.txt");
    CHECK(result.documents.at(0).language == "es");
    CHECK(result.errors.empty());
}

TEST_CASE("the option for the language is believed") {
    ReadOptions options;
    options.language = "it";
    CHECK(read(story, "a.txt", options).documents.at(0).language == "it");
    options.language = "ja";
    CHECK(read(story, "a.txt", options).errors.size() == 1);
}

TEST_CASE("the six languages are told apart") {
    const std::pair<const char*, const char*> rows[] = {
        {"de", "Die beiden Unternehmen haben am Montag einen Vertrag unterzeichnet."},
        {"en", "The two companies have signed a contract on Monday."},
        {"es", "Las dos empresas han firmado un contrato el lunes, según el comunicado."},
        {"fr", "Les deux entreprises ont signé un contrat lundi, selon le communiqué."},
        {"it", "Le due aziende hanno firmato un contratto lunedì, secondo il comunicato."},
        {"pt", "As duas empresas assinaram um contrato na segunda-feira, segundo o comunicado."},
    };
    for (const auto& [language, text] : rows)
        CHECK(read(text, "a.txt").documents.at(0).language == language);
}

TEST_CASE("JSON Lines: the language that a record gives is believed, one that is not known is not") {
    const auto language = [](const std::string& given) {
        const auto result =
            read(R"({"id":"a1","language":")" + given +
                     R"(","text":"The harbour of Lisbon was closed on Monday by the police."})",
                 "a.jsonl");
        return result.documents.empty() ? "" : result.documents[0].language;
    };
    CHECK(language("de") == "de");
    CHECK(language("de-AT") == "de");
    CHECK(language("xx") == "en");
}

TEST_CASE("JSON Lines: a broken line costs only that line") {
    const auto result =
        read("{\"id\":\"a\",\"title\":\"T\",\"text\":\"" + story.substr(0, story.size() - 1) +
                 "\",\"published\":\"2025-01-22\",\"language\":\"en\",\"publisher\":\"P\",\"url\":\"https://"
                 "x/\"}\n"
                 "{\"id\":\"b\",\"text\":\"cut in the mid\n"
                 "\n"
                 "[1]\n"
                 "{\"id\":\"c\",\"text\":\"half \\ud83d pair, \\ud83d\\ude00 whole\",\"language\":\"en\"}\n"
                 "{\"id\":\"d\",\"text\":7.5}\n"
                 "{\"id\":\"e\"}",
             "a.jsonl");
    CHECK(result.errors ==
          Strings{"a.jsonl:2: the JSON breaks at byte 33: Missing a closing quotation mark in string. (write "
                  "one complete JSON "
                  "object a line)",
                  "a.jsonl:4: the line is no JSON object (write one JSON object a line)",
                  "a.jsonl:6: 'text' is no string (write it in quotes)",
                  "a.jsonl:7: the record has no text (give the article in the member 'text')"});
    REQUIRE(result.documents.size() == 2);
    const auto& first = result.documents[0];
    CHECK(first.id == "doc:a");
    CHECK(first.title == "T");
    CHECK(first.publisher == "P");
    CHECK(first.url == "https://x/");
    CHECK(first.published.edtf == "2025-01-22");
    CHECK(first.published.basis == Basis::given);
    CHECK(first.published.why == Strings{"the record gives 2025-01-22"});
    CHECK(result.documents[1].text == "half \uFFFD pair, 😀 whole");
}

TEST_CASE("JSON Lines: a line over the limit is skipped, not held") {
    ReadOptions options;
    options.largest_file = 1'000'000;
    const auto result =
        read("{\"text\":\"" + std::string(3'000'000, 'x') + "\"}\n{\"text\":\"kept\",\"language\":\"en\"}\n",
             "a.jsonl", options);
    CHECK(result.errors == Strings{"a.jsonl:1: the line is longer than 1 MB (cut it into articles)"});
    CHECK(result.documents.size() == 1);
    CHECK(read(std::string(3'000'000, 'x'), "a.txt", options).errors ==
          Strings{"a.txt: larger than 1 MB (cut it into articles)"});
}

TEST_CASE("a bad date is told and ignored") {
    const auto result =
        read("{\"text\":\"The deal.\",\"language\":\"en\",\"published\":\"2025-13-45\"}", "a.jsonl");
    CHECK(result.documents.at(0).published.edtf == "");
    CHECK(result.notes ==
          Strings{"a.jsonl:1: its date '2025-13-45' is no date and ignored (write it as YYYY-MM-DD)"});
}

TEST_CASE("the same text twice is one document; an id for two texts is an error") {
    DocumentIds ids;
    Document a, b, c;
    a.id = b.id = c.id = "doc:1";
    a.sha256 = b.sha256 = "x";
    c.sha256 = "y";
    a.uri = "a.txt", b.uri = "b.txt", c.uri = "c.txt";
    const auto result = collect([&](const auto&, const auto& tell) {
        CHECK(ids.admit(a, tell));
        CHECK_FALSE(ids.admit(b, tell));
        CHECK_FALSE(ids.admit(c, tell));
    });
    CHECK(result.notes == Strings{"b.txt: the same text as a.txt; read once"});
    CHECK(result.errors ==
          Strings{
              "c.txt: its id 'doc:1' stands for another text in a.txt (give each article an id of its own)"});
}

TEST_CASE("a file that vanished and a folder without permission are told, the rest is read") {
    const Folder folder;
    folder.write("b.txt", story);
    folder.write("a/c.md", story);
    folder.write("a/picture.png", "x");
    folder.write("a/README.md", story);
    folder.write("closed/d.txt", story);
    const Strings inputs{folder.path(), folder / "none.txt", folder / "b.txt"};
    auto list = find_sources(inputs);
    REQUIRE(list.sources.size() == 3);
    CHECK(list.sources[0].path == folder / "a/c.md");
    CHECK(list.sources[1].path == folder / "b.txt");
    CHECK(list.passed_over == 2);
    CHECK(list.problems == Strings{(folder / "none.txt") + ": does not exist (check the path)"});

    fs::remove(folder / "b.txt");
    const auto result =
        collect([&](const auto& take, const auto& tell) { read_source(list.sources[1], {}, take, tell); });
    CHECK(result.errors == Strings{(folder / "b.txt") + ": is not there (check the path)"});

    if (::geteuid() == 0) {
        MESSAGE("skipped: root may open any folder");
        return;
    }
    fs::permissions(folder / "closed", fs::perms::none);
    list = find_sources(inputs);
    fs::permissions(folder / "closed", fs::perms::owner_all);
    CHECK(list.sources.size() == 1);
    CHECK(list.problems.at(0) ==
          (folder / "closed") + ": cannot be opened: Permission denied (check its permissions)");
}

TEST_CASE("a manifest names the files and what is known of them") {
    const Folder folder;
    folder.write("documents.tsv",
                 "file\tlanguage\tpublished\ttitle\nb.txt\tfr\t2025-01-22\tThe deal\n\tfr\ngone.txt\n");
    folder.write("b.txt", story);
    folder.write("unlisted.txt", story);
    const auto list = find_sources(Strings{folder.path()});
    REQUIRE(list.sources.size() == 2);
    CHECK(list.problems ==
          Strings{(folder / "documents.tsv") + ":3: names no file (fill the column 'file')"});
    ReadOptions options;
    options.languages = six;
    const auto result = collect([&](const auto& take, const auto& tell) {
        for (const auto& source : list.sources)
            read_source(source, options, take, tell);
    });
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].language == "fr");
    CHECK(result.documents[0].title == "The deal");
    CHECK(result.documents[0].published.edtf == "2025-01-22");
    CHECK(result.documents[0].published.why == Strings{(folder / "documents.tsv") + ":2 gives 2025-01-22"});
    CHECK(result.errors == Strings{(folder / "gone.txt") + ": is not there (check the path)"});
}

TEST_CASE("a manifest without the column 'file' is refused") {
    const Folder folder;
    folder.write("documents.tsv", "name\tlanguage\nb.txt\tfr\n");
    CHECK(find_sources(Strings{folder.path()}).problems ==
          Strings{(folder / "documents.tsv") +
                  ":1: the header has no column 'file' (name the columns in the first line, with tabs "
                  "between them)"});
    folder.write("documents.tsv", "");
    CHECK(find_sources(Strings{folder.path()}).problems ==
          Strings{(folder / "documents.tsv") + ": is empty (give a header line and one line a file)"});
}

TEST_CASE("a column of a manifest that is not read is told") {
    const Folder folder;
    folder.write("documents.tsv", "file\tdate\nb.txt\t2025-01-22\n");
    const auto list = find_sources(Strings{folder.path()});
    CHECK(list.sources.size() == 1);
    CHECK(list.problems.empty());
    CHECK(list.notes == Strings{(folder / "documents.tsv") +
                                ": the column 'date' is passed over: those read are file, language, "
                                "published, title, publisher, url"});
}

TEST_CASE("a folder without articles is told") {
    const Folder folder;
    folder.write("picture.png", "x");
    CHECK(find_sources(Strings{folder.path()}).problems ==
          Strings{folder.path() + ": holds no articles (articles are .txt, .md, .html and .jsonl files)"});
}

TEST_CASE("the order of the inputs does not matter, and a file named twice is read once") {
    const Folder folder;
    folder.write("a.txt", story);
    folder.write("b.txt", story);
    const auto paths = [](const SourceList& list) {
        Strings out;
        for (const auto& source : list.sources)
            out.push_back(source.path);
        return out;
    };
    CHECK(paths(find_sources(Strings{folder / "b.txt", folder / "a.txt", folder / "b.txt"})) ==
          paths(find_sources(Strings{folder / "a.txt", folder / "b.txt"})));
}
