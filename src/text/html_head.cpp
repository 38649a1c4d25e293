#include "text/html_head.hpp"

#include "base/table.hpp"
#include "base/utf8.hpp"
#include "text/html_tree.hpp"
#include "text/published.hpp"

#include <rapidjson/document.h>

#include <array>

namespace timeloom {

namespace {

constexpr int deepest_json = 12;

/// Dates by how far they can be trusted: the least rank wins.
enum Rank { meta_property, json_ld, item_property, meta_name, time_element, address, none };

struct Head {
    Metadata metadata;
    std::string og_title, json_title, h1, title_element;
    int date_rank = none;

    void offer_date(int rank, std::string_view date, const std::string& from) {
        if (rank >= date_rank || trim(date).empty())
            return;
        // A date that cannot be read is kept only where no better one is found, so that it can be reported.
        const bool readable = !to_edtf(date).empty();
        if (!readable && !metadata.published.empty())
            return;
        metadata.published = trim(date);
        metadata.published_from = from;
        if (readable)
            date_rank = rank;
    }
};

void set_once(std::string& to, std::string_view value) {
    if (to.empty())
        to = trim(value);
}

std::string text_of(const xmlNode* node) {
    xmlChar* content = xmlNodeGetContent(node);
    std::string out = content ? reinterpret_cast<const char*>(content) : "";
    xmlFree(content);
    std::string joined;
    for (const auto& word : split(out, '\n'))
        joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

void read_meta(const xmlNode* node, Head& head) {
    auto name = fold_case(attribute(node, "property"));
    if (name.empty())
        name = fold_case(attribute(node, "name"));
    if (name.empty())
        name = fold_case(attribute(node, "itemprop"));
    const auto content = attribute(node, "content");
    auto& metadata = head.metadata;
    if (name == "og:title")
        set_once(head.og_title, content);
    if (name == "og:site_name" || name == "dc.publisher")
        set_once(metadata.publisher, content);
    if (name == "og:url")
        set_once(metadata.url, content);
    if (name == "og:locale" || name == "content-language")
        set_once(metadata.language, content);
    if (name == "article:published_time" || name == "og:article:published_time")
        head.offer_date(meta_property, content, "meta " + name);
    if (name == "datepublished")
        head.offer_date(item_property, content, "itemprop datePublished");
    constexpr std::array names{"date",
                               "pubdate",
                               "publishdate",
                               "publish-date",
                               "publish_date",
                               "dc.date",
                               "dc.date.issued",
                               "dcterms.created",
                               "dcterms.date",
                               "dcterms.issued",
                               "sailthru.date",
                               "parsely-pub-date",
                               "article.published",
                               "cxenseparse:recs:publishtime",
                               "citation_publication_date"};
    for (const auto* known : names)
        if (name == known)
            head.offer_date(meta_name, content, "meta " + name);
}

std::string_view string_member(const rapidjson::Value& object, const char* name) {
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsString())
        return {};
    return {found->value.GetString(), found->value.GetStringLength()};
}

void read_json_ld(const rapidjson::Value& value, Head& head, int depth) {
    if (depth > deepest_json)
        return;
    if (value.IsArray())
        for (const auto& element : value.GetArray())
            read_json_ld(element, head, depth + 1);
    if (!value.IsObject())
        return;
    if (const auto date = string_member(value, "datePublished"); !date.empty()) {
        head.offer_date(json_ld, date, "JSON-LD datePublished");
        set_once(head.json_title, string_member(value, "headline"));
        set_once(head.metadata.language, string_member(value, "inLanguage"));
        if (const auto publisher = value.FindMember("publisher"); publisher != value.MemberEnd()) {
            if (publisher->value.IsObject())
                set_once(head.metadata.publisher, string_member(publisher->value, "name"));
            if (publisher->value.IsString())
                set_once(head.metadata.publisher, publisher->value.GetString());
        }
    }
    for (const auto& member : value.GetObject())
        if (member.value.IsObject() || member.value.IsArray())
            read_json_ld(member.value, head, depth + 1);
}

void read_script(const xmlNode* node, Head& head) {
    if (fold_case(attribute(node, "type")) != "application/ld+json")
        return;
    xmlChar* content = xmlNodeGetContent(node);
    if (!content)
        return;
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag>(
        reinterpret_cast<const char*>(content));
    xmlFree(content);
    if (!json.HasParseError())
        read_json_ld(json, head, 0);
}

} // namespace

Metadata read_head(const xmlNode* root) {
    Head head;
    for (const auto* node = root; node; node = following(node, root)) {
        const auto name = name_of(node);
        if (name.empty())
            continue;
        if (name == "html")
            set_once(head.metadata.language, attribute(node, "lang"));
        else if (name == "meta")
            read_meta(node, head);
        else if (name == "script")
            read_script(node, head);
        else if (name == "link" && fold_case(attribute(node, "rel")) == "canonical")
            head.metadata.url = trim(attribute(node, "href"));
        else if (name == "title")
            set_once(head.title_element, text_of(node));
        else if (name == "h1")
            set_once(head.h1, text_of(node));
        else if (name == "time") {
            const bool marked = fold_case(attribute(node, "itemprop")) == "datepublished";
            head.offer_date(marked ? item_property : time_element, attribute(node, "datetime"),
                            "<time datetime>");
        }
    }
    head.offer_date(address, edtf_from_url(head.metadata.url), "the page's address");
    for (const auto* title : {&head.og_title, &head.json_title, &head.h1, &head.title_element})
        set_once(head.metadata.title, *title);
    return head.metadata;
}

} // namespace timeloom
