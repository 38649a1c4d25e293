// The tagger on any text, and the EDTF reader on any bytes: no crash, spans in order and on character
// boundaries, every EDTF value that the tagger gives readable, and what is written read back as the same
// value.
#include "reader.hpp"
#include "time/edtf.hpp"
#include "time/tagger.hpp"

namespace {

using namespace timeloom;

void check_edtf(std::string_view text) {
    try {
        const auto value = edtf::parse(text);
        require(edtf::parse(edtf::print(value)) == value);
        const auto [earliest, latest] = edtf::bounds(value);
        require(!earliest || !latest || *earliest <= *latest);
    } catch (const edtf::SyntaxError&) {
        // refused, with a reason
    }
}

void check_tagger(const std::string& text) {
    static const Segmenter segmenter(find_data(), "en");
    static const Tagger tagger(find_data(), "en");
    Document document;
    document.language = "en";
    document.text = text;
    document.published.edtf = "2025-01-22";
    segmenter.segment(document);
    std::uint32_t end = 0;
    for (const auto& time : tagger.tag(document)) {
        require(time.span.begin >= end && time.span.end > time.span.begin && time.span.end <= text.size());
        require(is_valid_utf8(time.span.of(text)) && !time.value.empty());
        if (!time.edtf.empty())
            edtf::parse(time.edtf); // throws, and so fails, when the tagger writes what is no EDTF
        end = time.span.end;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    check_edtf(text);
    if (is_valid_utf8(text))
        check_tagger(text);
    return 0;
}
