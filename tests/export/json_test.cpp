#include "base/error.hpp"
#include "export/json.hpp"
#include "export/json_writer.hpp"
#include "export/read_json.hpp"
#include "sample_timeline.hpp"
#include "written.hpp"

#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>

using namespace timeloom;

namespace {

std::string json_of(const Timeline& timeline) {
    return written([&](const Sink& sink) { write_json(timeline, sink); });
}

/// The sample with the first `from` exchanged for `to`.
std::string spoiled(const std::string& from, const std::string& to) {
    auto json = json_of(sample_timeline());
    const auto at = json.find(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

/// "" when the JSON satisfies docs/timeline.schema.json, else where it does not.
std::string schema_violation(const std::string& json) {
    std::ifstream in(std::string(std::getenv("TIMELOOM_DATA")) + "/docs/timeline.schema.json");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    rapidjson::Document schema_json, document;
    REQUIRE_FALSE(schema_json.Parse(text.c_str()).HasParseError());
    REQUIRE_FALSE(document.Parse(json.c_str(), json.size()).HasParseError());
    const rapidjson::SchemaDocument schema(schema_json);
    rapidjson::SchemaValidator validator(schema);
    if (document.Accept(validator))
        return {};
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().Stringify(place);
    return std::string(place.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
}

} // namespace

TEST_CASE("timeline.json satisfies its schema") {
    CHECK(schema_violation(json_of(sample_timeline())) == "");
    CHECK(schema_violation(json_of(Timeline())) == "");
    CHECK(schema_violation(json_of(generated_timeline(100, true))) == "");
}

TEST_CASE("the schema refuses what the contract does not allow") {
    CHECK(schema_violation(spoiled("\"kind\":\"event\"", "\"kind\":\"occasion\"")) ==
          "/events/0/kind breaks enum");
    CHECK(schema_violation(spoiled("\"confidence\":0.9", "\"confidence\":1.9")) ==
          "/events/0/confidence breaks maximum");
}

TEST_CASE("read back and written again, the bytes are equal") {
    for (const auto& timeline : {sample_timeline(), generated_timeline(500, true, 1'000'000)}) {
        const auto json = json_of(timeline);
        CHECK(json_of(parse_timeline(json, "t.json")) == json);
    }
}

TEST_CASE("absent values are null, confidences have two decimals, whole amounts no point") {
    const auto json = json_of(sample_timeline());
    CHECK(json.find("\"publisher\":null") != std::string::npos);
    CHECK(json.find("\"published\":null") != std::string::npos);
    CHECK(json.find("\"confidence\":0.97") != std::string::npos);
    CHECK(json.find("{\"number\":500000000,\"unit\":\"EUR\",\"bound\":\"at least\"}") != std::string::npos);
    CHECK(json.find("\"edtf\":null") != std::string::npos);
}

TEST_CASE("each item of a list begins a line") {
    const auto json = json_of(sample_timeline());
    CHECK(std::count(json.begin(), json.end(), '\n') == 4 + 4 + 9 + 3 + 1 + 5 + 1);
}

TEST_CASE("what is wrong with a file is said with line, pointer and remedy") {
    const auto message = [](const std::string& json) -> std::string {
        try {
            parse_timeline(json, "t.json");
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    };
    const auto good = json_of(sample_timeline());
    CHECK(message(good) == "");
    CHECK(message("") == "t.json:1: the file is empty (build it again, or fetch it again)");
    CHECK(message(good.substr(0, good.size() / 2)) ==
          "t.json:15: /events/3/label: the file is cut off (build it again, or fetch it again)");
    CHECK(message("{\"schema\" 1}") ==
          "t.json:1: /schema: not JSON: Missing a colon after a name of object member. "
          "(mend the file there, or build it again)");
    CHECK(message("[]") ==
          "t.json:1: /: this is not an object (see docs/timeline.schema.json for the fields)");
    CHECK(message(spoiled("timeline/1", "timeline/2")) ==
          "t.json:1: /schema: the schema is “timeloom/timeline/2”, not “timeloom/timeline/1” (build the file "
          "again with "
          "this version of timeloom)");
    CHECK(message(spoiled("\"copies_of\":\"doc:c3\"", "\"copies_of\":\"doc:zz\"")) ==
          "t.json:5: /documents/3/copies_of: there is no document “doc:zz” (add it, or drop what points to "
          "it)");
    CHECK(message(spoiled("\"id\":\"doc:b2\"", "\"id\":\"doc:a1\"")) ==
          "t.json:3: /documents/1/id: the id “doc:a1” is given twice (give each item an id of its own)");
    CHECK(message(spoiled("\"edtf\":\"2025-01-22\"", "\"edtf\":\"2025-13-45\"")) ==
          "t.json:2: /documents/0/published/edtf: “2025-13-45” is no date (write it as EDTF: 2025-01-21, "
          "2025-01, 2025~ "
          "or 2025-01-21/..)");
    CHECK(message(spoiled("\"earliest\":\"2025-01-21\"", "\"earliest\":\"2025-02-29\"")) ==
          "t.json:13: /events/1/time/end/earliest: “2025-02-29” is no day (write it as 2025-01-21)");
    CHECK(message(spoiled("2020-03-01/2025-01-21", "2025-01-21/2020-03-01")) ==
          "t.json:13: /events/1/time/edtf: the end of “2025-01-21/2020-03-01” lies before its start "
          "(exchange the two)");
    CHECK(message(spoiled("\"entity\":\"entity:vega\"", "\"entity\":\"entity:nobody\"")) ==
          "t.json:14: /events/2/attribution/0/entity: there is no entity “entity:nobody” (add it, or drop "
          "what points to "
          "it)");
    CHECK(message(spoiled("\"role\":\"holder\"", "\"role\":\"owner\"")) ==
          "t.json:13: /events/1/participants/0/role: “owner” is none of the words allowed here (see "
          "docs/timeline.schema.json for the list)");
    CHECK(message(spoiled("\"number\":500000000,", "")) ==
          "t.json:14: /events/2/participants/2/value: the field “number” is missing (see "
          "docs/timeline.schema.json for "
          "the fields)");
    CHECK(message(spoiled("El puerto", "El\xC3puerto")) ==
          "t.json:2: /documents/0/title: not JSON: Invalid encoding in string. (mend the file there, or "
          "build it again)");
}

TEST_CASE("a file nested a million deep is refused, not followed") {
    CHECK_THROWS_AS(parse_timeline(std::string(1'000'000, '['), "deep.json"), InputError);
    CHECK_THROWS_AS(parse_timeline(std::string(1'000'000, '[') + std::string(1'000'000, ']'), "deep.json"),
                    InputError);
}
