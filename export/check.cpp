#include "export/check.hpp"

#include "base/error.hpp"
#include "base/one_of.hpp"
#include "export/edtf.hpp"
#include "export/read_json.hpp"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <libxml/xmlreader.h>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>

namespace timeloom {
namespace {

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

/// The file lacks the end tag that all of ours have.
bool is_cut_off(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    in.seekg(-std::min<std::streamoff>(32, in.tellg()), std::ios::end);
    std::string end(std::istreambuf_iterator<char>(in), {});
    end.erase(end.find_last_not_of(" \t\r\n") + 1);
    return !end.ends_with("</graphml>") && !end.ends_with("</gexf>");
}

/// Reads a graph in XML as a stream and holds it against what its readers rely on.
class XmlChecker {
  public:
    explicit XmlChecker(const std::filesystem::path& file)
        : name_(file.string()), reader_(xmlReaderForFile(file.c_str(), nullptr,
                                                         XML_PARSE_NONET | XML_PARSE_HUGE |
                                                             XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
                                        &xmlFreeTextReader) {
        if (!reader_)
            throw InputError(name_, "cannot be read", "check the name and the permissions");
    }

    std::string check() {
        int more = 0;
        while ((more = xmlTextReaderRead(reader_.get())) == 1) {
            const auto type = xmlTextReaderNodeType(reader_.get());
            if (type == XML_READER_TYPE_ELEMENT)
                element(text(xmlTextReaderConstLocalName(reader_.get())));
            else if (type == XML_READER_TYPE_TEXT)
                value(text(xmlTextReaderConstValue(reader_.get())));
            else if (type == XML_READER_TYPE_END_ELEMENT)
                key_.clear();
        }
        if (more != 0) {
            fail(is_cut_off(name_) ? "the file is cut off" : "not well-formed XML",
                 "build it again, or fetch it again");
        }
        if (!graph_)
            fail("there is no <graph>", "check that this is a GraphML or GEXF file");
        return name_ + ": " + std::to_string(nodes_.size()) + " nodes, " + std::to_string(edges_) + " edges";
    }

  private:
    static std::string text(const xmlChar* of) { return of ? reinterpret_cast<const char*>(of) : ""; }

    std::string attribute(const char* name) {
        const std::unique_ptr<xmlChar, void (*)(void*)> value(
            xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)), xmlFree);
        return text(value.get());
    }

    [[noreturn]] void fail(const std::string& problem, const std::string& remedy) {
        const int line = xmlTextReaderGetParserLineNumber(reader_.get());
        throw InputError(name_, static_cast<std::size_t>(line > 0 ? line : 1), problem, remedy);
    }

    void element(const std::string& name) {
        if (name == "graph")
            graph_ = true;
        else if (name == "graphml" || name == "gexf") {
            const auto space = text(xmlTextReaderConstNamespaceUri(reader_.get()));
            const std::string known =
                name == "gexf" ? "http://gexf.net/1.3" : "http://graphml.graphdrawing.org/xmlns";
            if (space != known)
                fail("the version is “" + space + "”, not “" + known + "”",
                     "build the file again with this version of timeloom");
        } else if (name == "key" || name == "attribute") {
            if (!keys_.insert(attribute("id")).second && name == "key")
                fail("the key “" + attribute("id") + "” is declared twice", "declare each key once");
        } else if (name == "node") {
            first_.reset();
            if (!nodes_.insert(attribute("id")).second)
                fail("the node “" + attribute("id") + "” is given twice", "give each node an id of its own");
        } else if (name == "edge") {
            first_.reset();
            ++edges_;
            for (const char* end : {"source", "target"})
                if (!nodes_.contains(attribute(end)))
                    fail("the edge's " + std::string(end) + " “" + attribute(end) +
                             "” is no node of the graph",
                         "add the node before the edges, or drop the edge");
            if (const auto id = attribute("id"); !id.empty() && !edge_ids_.insert(id).second)
                fail("the edge “" + id + "” is given twice", "give each edge an id of its own");
        } else if (name == "data" || name == "attvalue") {
            key_ = attribute(name == "data" ? "key" : "for");
            if (!keys_.contains(key_))
                fail("the key “" + key_ + "” is not declared", "declare it, or drop the value");
            if (name == "attvalue")
                value(attribute("value"));
        } else if (name == "spell") {
            for (const char* end : {"start", "end"})
                if (const auto day = attribute(end); !day.empty())
                    date(day);
            if (const auto first = read_day(attribute("start")), last = read_day(attribute("end"));
                first && last && *last < *first)
                fail("the spell ends before it starts", "exchange the two");
        }
    }

    void value(const std::string& of) {
        constexpr std::string_view partial[] = {"time",      "start_time", "end_time", "said_time",
                                                "published", "valid_from", "valid_to"};
        if (key_.ends_with("_earliest") || key_.ends_with("_latest"))
            date(of);
        else if (std::find(std::begin(partial), std::end(partial), key_) != std::end(partial)) {
            if (of != ".." && !is_edtf(of))
                fail("“" + of + "” is no date",
                     "write it as 2025-01-21, 2025-01, 2025/2026 or otherwise as EDTF");
            if (ends_before_start(of))
                fail("the end of “" + of + "” lies before its start", "exchange the two");
        }
        // The first comes before the last in every node and edge.
        if (key_ == "start_earliest" || key_ == "valid_from_earliest")
            first_ = read_day(of);
        else if (key_ == "end_latest" || key_ == "valid_to_latest")
            if (const auto last = read_day(of); first_ && last && *last < *first_)
                fail("the end lies before the start", "exchange the two");
    }
    void date(const std::string& day) {
        if (!read_day(day))
            fail("“" + day + "” is no day", "write it as 2025-01-21");
    }

    std::string name_;
    Reader reader_;
    std::set<std::string> keys_, nodes_, edge_ids_;
    std::string key_;
    std::optional<Day> first_; // on which what is being read may begin
    std::size_t edges_ = 0;
    bool graph_ = false;
};

} // namespace

std::string check_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file))
        throw InputError(file.string(), "cannot be read", "check the name and the permissions");
    char first = 0;
    if (!(in >> first))
        throw InputError(file.string(), "the file is empty", "build it again, or fetch it again");
    if (first == '<') {
        std::string element;
        in >> std::setw(8) >> element;
        if (!is_one_of(element, {"!DOCTYPE", "!doctype"}) && !element.starts_with("html"))
            return XmlChecker(file).check();
    }
    if (first != '{') // a page, say
        throw InputError(file.string(), "neither timeline.json nor GraphML nor GEXF",
                         "check a file of one of these formats");
    const auto timeline = read_timeline(file);
    const auto count = [](std::size_t n, std::string_view one) {
        return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
    };
    return file.string() + ": " + count(timeline.documents.size(), "document") + ", " +
           std::to_string(timeline.entities.size()) +
           (timeline.entities.size() == 1 ? " entity, " : " entities, ") +
           count(timeline.events.size(), "event") + ", " + count(timeline.relations.size(), "relation") +
           ", " + count(timeline.conflicts.size(), "conflict");
}

} // namespace timeloom
