// The whole run on one screen: inputs → documents → readings → timeline.
//
//     inputs ──► Document ──► sentences, tokens ──► times ──► entities ──► events ──► DocumentReading ──►
//     Timeline
//               text/read     text/segmenter        time/     entities/    events/    one a document graph/
//
// Documents are read in order and analysed side by side; what comes out does not depend on either.
#pragma once

#include "cli/console.hpp"
#include "events/event.hpp"
#include "graph/timeline.hpp"
#include "languages.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace timeloom {

struct RunOptions {
    std::string published; ///< EDTF for documents that do not say; "" for none
    std::string language;  ///< for all documents, instead of identifying it; "" to identify
    unsigned jobs = 0;     ///< threads that share the work; 0 for one a processor
};

struct RunCounts {
    std::size_t documents = 0; ///< read
    std::size_t failed = 0;    ///< faults with inputs, each of which has been told
};

/// Reads every document of the inputs (files, folders, "-") and hands it over, in order; the same document
/// twice only once. Faults are told to the console and do not stop the rest. Throws UsageError for options
/// that make no sense.
RunCounts read_inputs(std::span<const std::string> inputs, const RunOptions& options,
                      const Languages& languages, Console& console,
                      const std::function<void(Document&&)>& take);

/// All that one document gives. A document in no language of ours gives itself alone.
DocumentReading analyse(Document document, const Languages& languages);

struct RunOutcome {
    Timeline timeline;
    RunCounts counts;
};

/// The main job. Ends the reading of `languages`.
RunOutcome weave(std::span<const std::string> inputs, const RunOptions& options, Languages& languages,
                 Console& console);

} // namespace timeloom
