// Reads documents (JSON Lines: id, lang, dct, text, as the sets of marked expressions have them) and writes
// what the tagger finds, a line a document, as `timeloom dates` does. Totals go to standard error, as JSON:
// seconds of processor time without loading, bytes, expressions. usage: timex_eval INPUT.jsonl > OUTPUT.jsonl
#include "base/data.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"
#include "time/timex_output.hpp"

#include <rapidjson/document.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <map>

using namespace timeloom;

namespace {

struct Language {
    Language(const std::filesystem::path& data, const std::string& code)
        : segmenter(data, code), tagger(data, code) {}
    Segmenter segmenter;
    Tagger tagger;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: timex_eval INPUT.jsonl > OUTPUT.jsonl\n";
        return 2;
    }
    const auto data = find_data();
    std::map<std::string, Language> languages;
    std::ifstream in(argv[1]);
    std::clock_t spent = 0;
    std::size_t bytes = 0, found = 0;
    for (std::string line; std::getline(in, line);) {
        rapidjson::Document row;
        row.Parse(line.c_str());
        Document document;
        document.id = row["id"].GetString();
        document.text = row["text"].GetString();
        document.language = row["lang"].GetString();
        document.published.edtf = row["dct"].GetString();
        const auto& language =
            languages.try_emplace(document.language, data, document.language).first->second;
        const auto start = std::clock();
        language.segmenter.segment(document);
        const auto times = language.tagger.tag(document);
        spent += std::clock() - start;
        bytes += document.text.size();
        found += times.size();
        std::cout << timexes_as_json(document, times);
    }
    std::cerr << "{\"seconds\":" << static_cast<double>(spent) / CLOCKS_PER_SEC << ",\"bytes\":" << bytes
              << ",\"found\":" << found << "}\n";
}
