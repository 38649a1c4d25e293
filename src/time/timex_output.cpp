#include "time/timex_output.hpp"

#include "base/utf8.hpp"
#include "time/edtf.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace timeloom {

namespace {

constexpr const char* type_names[] = {"DATE", "TIME", "DURATION", "SET"};

const char* name_of(TimexType type) {
    return type_names[static_cast<std::size_t>(type)];
}

/// Escapes what XML does not take as it is; control characters, which it never takes, are left out.
void append_xml(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r')
            out += c;
    }
}

} // namespace

std::string timexes_as_json(const Document& document, std::span<const Timex> times) {
    const CodePointOffsets offsets(document.text);
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    const auto string = [&](std::string_view text) {
        json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    };
    const auto string_or_null = [&](const std::string& text) {
        text.empty() ? json.Null() : json.String(text.c_str());
    };
    const auto day_or_null = [&](const std::optional<Day>& day) {
        string_or_null(day ? edtf::print_day(*day) : std::string());
    };
    json.StartObject();
    json.Key("id");
    string(document.id);
    json.Key("timexes");
    json.StartArray();
    for (const Timex& time : times) {
        json.StartObject();
        json.Key("begin");
        json.Uint(offsets.at(time.span.begin));
        json.Key("end");
        json.Uint(offsets.at(time.span.end));
        json.Key("text");
        string(time.span.of(document.text));
        json.Key("type");
        json.String(name_of(time.type));
        json.Key("value");
        string(time.value);
        json.Key("earliest");
        day_or_null(time.bounds.earliest);
        json.Key("latest");
        day_or_null(time.bounds.latest);
        json.Key("edtf");
        string_or_null(time.edtf);
        json.Key("why");
        string(time.why);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string timexes_as_timeml(const Document& document, std::span<const Timex> times) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>";
    append_xml(out, document.id);
    out += "</DOCID>\n";
    if (const auto& published = document.published.edtf; !published.empty())
        out += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"" + published +
               "\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">" + published +
               "</TIMEX3></DCT>\n";
    out += "<TEXT>";
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Timex& time = times[i];
        append_xml(out, Span{at, time.span.begin}.of(document.text));
        out += "<TIMEX3 tid=\"t" + std::to_string(i + 1) + "\" type=\"" + name_of(time.type) + "\" value=\"";
        append_xml(out, time.value);
        out += "\">";
        append_xml(out, time.span.of(document.text));
        out += "</TIMEX3>";
        at = time.span.end;
    }
    append_xml(out, std::string_view(document.text).substr(at));
    return out + "</TEXT>\n</TimeML>\n";
}

} // namespace timeloom
