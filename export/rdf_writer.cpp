#include "export/rdf_writer.hpp"

#include <algorithm>

namespace timeloom {
namespace {

class TrigWriter : public RdfWriter {
  public:
    TrigWriter(Buffer& out, std::span<const Prefix> prefixes) : out_(out) {
        for (const auto& prefix : prefixes)
            out_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
    }
    void begin_graph(std::string_view id) override { out_ << '<' << iri_of(id) << "> {\n"; }
    void end_graph() override { out_ << "}\n"; }
    void finish() override {}

  private:
    void write_subject(std::string_view id, const std::vector<Property>& properties) override {
        out_ << '<' << iri_of(id) << '>';
        std::string_view last;
        for (const auto& property : properties) {
            if (property.predicate == last)
                out_ << " , ";
            else
                out_ << (last.empty() ? " " : " ;\n  ") << property.predicate << ' ';
            last = property.predicate;
            if (property.kind == Kind::term)
                out_ << property.value;
            else if (property.kind == Kind::thing)
                out_ << '<' << iri_of(property.value) << '>';
            else
                write_literal(property);
        }
        out_ << " .\n";
    }
    void write_literal(const Property& property) {
        out_ << '"';
        for (const char c : property.value) {
            switch (c) {
            case '"':
                out_ << "\\\"";
                break;
            case '\\':
                out_ << "\\\\";
                break;
            case '\n':
                out_ << "\\n";
                break;
            case '\r':
                out_ << "\\r";
                break;
            case '\t':
                out_ << "\\t";
                break;
            case '\0':
                break; // no reader keeps U+0000
            default:
                if (c > 0 && c < 32)
                    (out_ << "\\u00"
                          << "01"[c >> 4])
                        << "0123456789ABCDEF"[c & 15];
                else
                    out_ << c;
            }
        }
        out_ << '"';
        if (property.type.empty())
            return;
        if (property.kind == Kind::typed)
            out_ << "^^" << property.type;
        else
            out_ << '@' << property.type;
    }
    Buffer& out_;
};

class JsonldWriter : public RdfWriter {
  public:
    JsonldWriter(Buffer& out, std::span<const Prefix> prefixes) : json_(out) {
        json_.StartObject();
        json_.key("@context");
        json_.StartObject();
        for (const auto& prefix : prefixes)
            json_.field(prefix.name, prefix.iri);
        json_.EndObject();
        json_.key("@graph");
        json_.StartArray();
    }
    void begin_graph(std::string_view id) override {
        json_.StartItem();
        json_.field("@id", iri_of(id));
        json_.key("@graph");
        json_.StartArray();
    }
    void end_graph() override {
        json_.EndArray();
        json_.EndObject();
    }
    void finish() override {
        json_.EndList();
        json_.EndObject();
    }

  private:
    void write_subject(std::string_view id, const std::vector<Property>& properties) override {
        json_.StartItem();
        json_.field("@id", iri_of(id));
        for (std::size_t i = 0; i < properties.size();) {
            const auto& predicate = properties[i].predicate;
            const bool types = predicate == "a";
            json_.key(types ? "@type" : predicate);
            json_.StartArray();
            for (; i < properties.size() && properties[i].predicate == predicate; ++i)
                write_object(properties[i], types);
            json_.EndArray();
        }
        json_.EndObject();
    }
    void write_object(const Property& property, bool type) {
        if (type)
            return json_.text(property.value);
        json_.StartObject();
        if (property.kind == Kind::term)
            json_.field("@id", property.value);
        else if (property.kind == Kind::thing)
            json_.field("@id", iri_of(property.value));
        else {
            std::string value = property.value;
            std::erase(value, '\0');
            json_.field("@value", value);
            if (!property.type.empty())
                json_.field(property.kind == Kind::typed ? "@type" : "@language", property.type);
        }
        json_.EndObject();
    }
    JsonWriter json_;
};

} // namespace

void RdfWriter::subject(std::string_view id) {
    subject_ = id;
    properties_.clear();
}
RdfWriter& RdfWriter::term(std::string_view predicate, std::string_view name) {
    properties_.push_back({std::string(predicate), Kind::term, std::string(name), {}});
    return *this;
}
RdfWriter& RdfWriter::thing(std::string_view predicate, std::string_view id) {
    properties_.push_back({std::string(predicate), Kind::thing, std::string(id), {}});
    return *this;
}
RdfWriter& RdfWriter::text(std::string_view predicate, std::string_view value, std::string_view language) {
    if (!value.empty())
        properties_.push_back(
            {std::string(predicate), Kind::text, std::string(value), std::string(language)});
    return *this;
}
RdfWriter& RdfWriter::typed(std::string_view predicate, std::string_view value, std::string_view type) {
    if (!value.empty())
        properties_.push_back({std::string(predicate), Kind::typed, std::string(value), std::string(type)});
    return *this;
}
void RdfWriter::end_subject() {
    // One list of objects a predicate; their order within it stays.
    std::stable_sort(properties_.begin(), properties_.end(), [](const Property& a, const Property& b) {
        return std::pair(a.predicate != "a", std::string_view(a.predicate)) <
               std::pair(b.predicate != "a", std::string_view(b.predicate));
    });
    if (!properties_.empty())
        write_subject(subject_, properties_);
}

std::unique_ptr<RdfWriter> trig_writer(Buffer& out, std::span<const Prefix> prefixes) {
    return std::make_unique<TrigWriter>(out, prefixes);
}
std::unique_ptr<RdfWriter> jsonld_writer(Buffer& out, std::span<const Prefix> prefixes) {
    return std::make_unique<JsonldWriter>(out, prefixes);
}

std::string iri_of(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "urn:timeloom:";
    for (const char c : id) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("-._~:#=,/").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            ((out += '%') += digits[static_cast<unsigned char>(c) >> 4]) +=
                digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

} // namespace timeloom
