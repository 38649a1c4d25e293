// Our tagger for dates_bench: reads JSON Lines (language, published, text), tells processor time and the days
// found. usage: dates_timeloom INPUT.jsonl. Prints one JSON line a document, an array of [first, last] days;
// then one with the totals.
#include "base/data.hpp"
#include "text/segmenter.hpp"
#include "time/edtf.hpp"
#include "time/tagger.hpp"

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

void print(const std::vector<Timex>& times) {
    std::cout << '[';
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto& [earliest, latest] = times[i].bounds;
        std::cout << (i ? "," : "") << "[\"" << (earliest ? edtf::print_day(*earliest) : "") << "\",\""
                  << (latest ? edtf::print_day(*latest) : "") << "\"]";
    }
    std::cout << "]\n";
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: dates_timeloom INPUT.jsonl\n";
        return 2;
    }
    std::map<std::string, Language> languages;
    std::ifstream in(argv[1]);
    std::clock_t spent = 0;
    std::size_t bytes = 0, found = 0;
    for (std::string line; std::getline(in, line);) {
        rapidjson::Document row;
        row.Parse(line.c_str());
        Document document;
        document.text = row["text"].GetString();
        document.language = row["language"].GetString();
        document.published.edtf = row["published"].GetString();
        const auto& language =
            languages.try_emplace(document.language, find_data(), document.language).first->second;
        const auto start = std::clock();
        language.segmenter.segment(document);
        const auto times = language.tagger.tag(document);
        spent += std::clock() - start;
        bytes += document.text.size();
        found += times.size();
        print(times);
    }
    std::cout << "{\"seconds\":" << static_cast<double>(spent) / CLOCKS_PER_SEC << ",\"bytes\":" << bytes
              << ",\"found\":" << found << "}\n";
}
