// The two notations of RDF behind one interface: a subject with its properties at a time, within a graph or
// outside.
#pragma once

#include "export/buffer.hpp"
#include "export/json_writer.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

struct Prefix {
    std::string_view name;
    std::string_view iri;
};

/// Names of terms are prefixed ("sem:Event"); those of the story's own things are ids as in timeline.json.
class RdfWriter {
  public:
    virtual ~RdfWriter() = default;
    virtual void begin_graph(std::string_view id) = 0;
    virtual void end_graph() = 0;
    virtual void finish() = 0;

    void subject(std::string_view id);
    RdfWriter& term(std::string_view predicate, std::string_view name);
    RdfWriter& thing(std::string_view predicate, std::string_view id);
    RdfWriter& text(std::string_view predicate, std::string_view value, std::string_view language = {});
    RdfWriter& typed(std::string_view predicate, std::string_view value, std::string_view type);
    void end_subject();

  protected:
    enum class Kind { term, thing, text, typed };
    struct Property {
        std::string predicate;
        Kind kind;
        std::string value;
        std::string type; ///< datatype or language
    };
    virtual void write_subject(std::string_view id, const std::vector<Property>& properties) = 0;

  private:
    std::string subject_;
    std::vector<Property> properties_;
};

std::unique_ptr<RdfWriter> trig_writer(Buffer& out, std::span<const Prefix> prefixes);
std::unique_ptr<RdfWriter> jsonld_writer(Buffer& out, std::span<const Prefix> prefixes);

/// "urn:timeloom:" and the id, with what an IRI cannot hold percent-encoded.
std::string iri_of(std::string_view id);

} // namespace timeloom
