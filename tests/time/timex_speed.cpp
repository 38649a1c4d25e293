// How fast the tagger reads: usage: timex_speed LANGUAGE FILE. Prints MB/s (of processor time) of segmenting
// and tagging, and of tagging alone, over copies of the file's text that make 20 MB.
#include "base/data.hpp"
#include "text/segmenter.hpp"
#include "time/tagger.hpp"

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace timeloom;

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: timex_speed LANGUAGE FILE\n";
        return 2;
    }
    constexpr std::size_t enough = 20'000'000;
    using Seconds = std::chrono::duration<double>;
    const auto now = [] { // of this process, so that a busy machine does not count
        return Seconds(static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
    };
    std::ostringstream text;
    text << std::ifstream(argv[2], std::ios::binary).rdbuf();
    Document document;
    document.language = argv[1];
    document.published.edtf = "2016-12-01";
    document.text = text.str();
    const auto start = now();
    const Segmenter segmenter(find_data(), argv[1]);
    const Tagger tagger(find_data(), argv[1]);
    const auto loaded = now();
    Seconds segmenting{}, tagging{};
    std::size_t bytes = 0, found = 0;
    while (bytes < enough && !document.text.empty()) {
        const auto begin = now();
        document.sentences.clear();
        document.tokens.clear();
        segmenter.segment(document);
        const auto segmented = now();
        found += tagger.tag(document).size();
        tagging += now() - segmented;
        segmenting += segmented - begin;
        bytes += document.text.size();
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::cout << "load " << (loaded - start).count() << " s; segment and tag "
              << megabytes / (segmenting + tagging).count() << " MB/s; tag " << megabytes / tagging.count()
              << " MB/s; " << found << " expressions in " << megabytes << " MB\n";
}
