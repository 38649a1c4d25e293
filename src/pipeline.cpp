#include "pipeline.hpp"

#include "base/data.hpp"
#include "cli/command.hpp"
#include "graph/builder.hpp"
#include "text/read.hpp"
#include "text/sources.hpp"
#include "time/edtf.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <exception>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <semaphore>
#include <set>
#include <utility>
#include <vector>

namespace timeloom {

namespace tbb = oneapi::tbb;

namespace {

ReadOptions read_options(const RunOptions& options, const Languages& languages) {
    ReadOptions read;
    read.languages = known_languages(languages.data());
    read.language = options.language;
    read.published = options.published;
    if (!read.language.empty() && !std::ranges::binary_search(read.languages, read.language)) {
        std::string known;
        for (const auto& code : read.languages)
            known += " " + code;
        throw UsageError("--language " + read.language + ": not one of the languages known (" +
                         known.substr(1) + ")");
    }
    if (!read.published.empty()) {
        try {
            edtf::parse(read.published);
        } catch (const edtf::SyntaxError&) {
            throw UsageError("--published: “" + read.published +
                             "” is no date (write a day such as 2025-01-22)");
        }
    }
    return read;
}

/// Analyses documents side by side while more are read; holds a bounded number of unread ones. Those of one
/// language are taken several at a time: its tables and model stay in the cache meanwhile.
class Analysis {
  public:
    Analysis(const Languages& languages, unsigned jobs)
        : languages_(languages), alone_(jobs == 1),
          threads_(tbb::global_control::max_allowed_parallelism, jobs + 1),
          arena_(static_cast<int>(jobs) + 1), room_(static_cast<std::ptrdiff_t>(jobs) * 4) {}

    void add(Document&& document) {
        Batch& batch = waiting_[document.language];
        batch.bytes += document.text.size();
        batch.unread.push_back({&readings_.emplace_back(), std::move(document)});
        if (batch.bytes >= full_batch)
            start(std::exchange(batch, {}));
    }

    /// Throws what an analysis threw (a table that is broken).
    std::vector<DocumentReading> finish() {
        for (auto& [language, batch] : waiting_)
            start(std::move(batch));
        arena_.execute([&] { group_.wait(); });
        if (failure_)
            std::rethrow_exception(failure_);
        return {std::make_move_iterator(readings_.begin()), std::make_move_iterator(readings_.end())};
    }

  private:
    static constexpr std::size_t full_batch = 32 << 10; ///< bytes of text

    struct Unread {
        DocumentReading* place; ///< in readings_
        Document document;
    };
    struct Batch {
        std::vector<Unread> unread;
        std::size_t bytes = 0;
    };
    struct Release {
        std::counting_semaphore<>& room;
        ~Release() { room.release(); }
    };

    void start(Batch&& batch) {
        room_.acquire();
        const auto task = [this, all = std::make_shared<Batch>(std::move(batch))] {
            const Release release{room_};
            try {
                for (Unread& unread : all->unread) {
                    if (failed_)
                        return;
                    *unread.place = analyse(std::move(unread.document), languages_);
                }
            } catch (...) {
                const std::lock_guard lock(failure_mutex_);
                if (!failure_)
                    failure_ = std::current_exception();
                failed_ = true;
            }
        };
        if (alone_)
            task();
        else
            arena_.execute([&] { group_.run(task); });
    }

    const Languages& languages_;
    bool alone_; ///< one job is done where the documents are read: to hand them over costs more than it gains
    tbb::global_control
        threads_; ///< one more than analyse: the reading thread waits for room most of the time
    tbb::task_arena arena_;
    tbb::task_group group_;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
    std::atomic<bool> failed_ = false; ///< the rest would fail alike, each after loading its tables again
    std::counting_semaphore<> room_;
    std::map<std::string, Batch> waiting_; ///< by language
    std::deque<DocumentReading> readings_; ///< a deque: the places stay where they are
};

} // namespace

RunCounts read_inputs(std::span<const std::string> inputs, const RunOptions& options,
                      const Languages& languages, Console& console,
                      const std::function<void(Document&&)>& take) {
    const ReadOptions read = read_options(options, languages);
    const SourceList list = find_sources(inputs);
    RunCounts counts;
    for (const auto& problem : list.problems)
        console.warn(problem);
    for (const auto& note : list.notes)
        console.say(note);
    counts.failed = list.problems.size();
    if (list.passed_over > 0)
        console.say(std::to_string(list.passed_over) + " files passed over: not .txt, .md, .html or .jsonl");
    const auto tell = [&](const Message& message) {
        if (message.kind == Message::Kind::error) {
            ++counts.failed;
            console.warn(message.text);
        } else {
            console.say(message.text);
        }
    };
    DocumentIds ids;
    for (std::size_t done = 0; const Source& source : list.sources) {
        read_source(
            source, read,
            [&](Document&& document) {
                if (!ids.admit(document, tell))
                    return;
                ++counts.documents;
                take(std::move(document));
            },
            tell);
        console.progress("Reading", ++done, list.sources.size());
    }
    console.end_progress();
    return counts;
}

namespace {

/// Days of what is planned that the tagger took for days gone by.
void look_ahead(DocumentReading& reading, const Tagger& tagger, const std::string& published) {
    std::vector<std::uint32_t> ahead;
    for (const auto& event : reading.events)
        if (event.dated_back)
            ahead.push_back(event.time);
    if (!ahead.empty())
        tagger.look_ahead(reading.times, ahead, published);
}

} // namespace

DocumentReading analyse(Document document, const Languages& languages) {
    DocumentReading reading;
    if (const Language* language = document.language.empty() ? nullptr : languages.get(document.language)) {
        if (!language->note.empty())
            reading.notes.push_back(language->note);
        language->reader->segmenter.segment(document);
        reading.times = language->tagger.tag(document);
        language->reader->finder.drop_surnames(document, reading.times);
        reading.entities = language->reader->finder.find(document, reading.times);
        reading.events = language->reader->extractor.extract(document, reading.times, reading.entities);
        look_ahead(reading, language->tagger, document.published.edtf);
        reading.clues = language->tagger.clues(document, reading.times);
        // Held until all documents are read: without tokens, and without room to grow.
        document.tokens = std::vector<Token>();
        document.sentences.shrink_to_fit();
        reading.times.shrink_to_fit();
        reading.entities.entities.shrink_to_fit();
        reading.entities.mentions.shrink_to_fit();
        for (auto& event : reading.events) {
            event.participants.shrink_to_fit();
            event.attribution.shrink_to_fit();
        }
        reading.events.shrink_to_fit();
    }
    reading.document = std::move(document);
    return reading;
}

RunOutcome weave(std::span<const std::string> inputs, const RunOptions& options, Languages& languages,
                 Console& console) {
    // On one processor threads gain nothing, and oneTBB would wait for ever for them to end (finalize below).
    const auto processors = static_cast<unsigned>(std::max(1, tbb::info::default_concurrency()));
    const unsigned jobs = options.jobs > 0 && processors > 1 ? options.jobs : processors;
    RunOutcome outcome;
    std::vector<DocumentReading> readings;
    tbb::task_scheduler_handle scheduler{tbb::attach{}};
    {
        Analysis analysis(languages, jobs);
        outcome.counts = read_inputs(inputs, options, languages, console,
                                     [&](Document&& document) { analysis.add(std::move(document)); });
        readings = analysis.finish();
    }
    // The threads end: what they allocated and is freed from here on serves this one again.
    tbb::finalize(scheduler, std::nothrow);
    languages.end_reading();

    std::set<std::string> notes;
    for (const auto& reading : readings)
        notes.insert(reading.notes.begin(), reading.notes.end());
    for (const auto& note : notes)
        console.say(note);

    const auto resolve = [&](DocumentReading& reading, const std::string& published) {
        if (const Language* language = languages.get(reading.document.language))
            language->tagger.resolve(reading.times, published);
    };
    console.detail("fusing " + std::to_string(readings.size()) + " documents");
    outcome.timeline =
        build_timeline(std::move(readings), languages.frames(), languages.world(), resolve, jobs);
    return outcome;
}

} // namespace timeloom
