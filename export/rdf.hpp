// RDF as TriG and as JSON-LD: SEM events, PROV-O sources, GAF and Web Annotation for mentions, OWL-Time for
// states, schema.org names. One named graph an event holds what is asserted; who says so, how sure and where
// stands outside of it, about the graph's name. Shapes: docs/timeline.shapes.ttl.
#pragma once

#include "export/exporter.hpp"

namespace timeloom {

void write_trig(const Story& story, const Sink& sink);
void write_jsonld(const Story& story, const Sink& sink);

} // namespace timeloom
