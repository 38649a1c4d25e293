// Reads a gold set of time expressions (JSON Lines: id, lang, dct, text) and writes what the tagger finds, in
// the same form. usage: timex_eval GOLD.jsonl > SYSTEM.jsonl
#include "base/data.hpp"
#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <fstream>
#include <iostream>
#include <map>

using namespace timeloom;
using namespace timeloom::timing;

namespace {

struct Language {
    Language(const std::filesystem::path& data, const std::string& code)
        : segmenter(data, code), tagger(data, code) {}
    Segmenter segmenter;
    Tagger tagger;
};

constexpr const char* type_names[] = {"DATE", "TIME", "DURATION", "SET"};

void write(const Document& document, const std::vector<Timex>& times) {
    const CodePointOffsets offsets(document.text);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> out(buffer);
    out.StartObject();
    out.Key("id");
    out.String(document.id.c_str());
    out.Key("timexes");
    out.StartArray();
    for (const auto& time : times) {
        out.StartObject();
        out.Key("begin");
        out.Uint(offsets.at(time.span.begin));
        out.Key("end");
        out.Uint(offsets.at(time.span.end));
        out.Key("type");
        out.String(type_names[static_cast<int>(time.type)]);
        out.Key("value");
        out.String(time.value.c_str());
        out.EndObject();
    }
    out.EndArray();
    out.EndObject();
    std::cout << buffer.GetString() << '\n';
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: timex_eval GOLD.jsonl > SYSTEM.jsonl\n";
        return 2;
    }
    const auto data = find_data();
    std::map<std::string, Language> languages;
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) {
        rapidjson::Document gold;
        gold.Parse(line.c_str());
        Document document;
        document.id = gold["id"].GetString();
        document.text = gold["text"].GetString();
        document.language = gold["lang"].GetString();
        document.published.edtf = gold["dct"].GetString();
        const auto& language =
            languages.try_emplace(document.language, data, document.language).first->second;
        language.segmenter.segment(document);
        write(document, language.tagger.tag(document));
    }
}
