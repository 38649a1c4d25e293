// Articles in a few lines, for tests: what they tell is said outright, sentence by sentence.
#pragma once

#include "base/data.hpp"
#include "base/digest.hpp"
#include "graph/builder.hpp"
#include "graph/days.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace timeloom::tests {

/// An article is a list of sentences, each telling one event. The entities that a sentence names must stand
/// in it.
class Article {
  public:
    explicit Article(const std::string& name, const std::string& published = "",
                     const std::string& language = "en") {
        reading.document.id = "doc:" + name;
        reading.document.uri = name + ".txt";
        reading.document.title = name;
        reading.document.language = language;
        reading.document.published.edtf = published;
    }

    Article& tells(const Frames& frames, const std::string& type, const std::string& sentence,
                   const std::vector<std::pair<Role, std::string>>& roles,
                   ClauseTense tense = ClauseTense::past) {
        const auto begin = static_cast<std::uint32_t>(reading.document.text.size());
        reading.document.text += sentence + "\n";
        const Span span{begin, begin + static_cast<std::uint32_t>(sentence.size())};
        reading.document.sentences.push_back({span, 0, 0, SentenceKind::prose});
        EventMention mention;
        mention.clause = span;
        mention.trigger = {begin, begin + static_cast<std::uint32_t>(sentence.find(' '))};
        mention.sentence = static_cast<std::uint32_t>(reading.document.sentences.size() - 1);
        mention.frame = frames.find(type).value();
        mention.kind = frames[mention.frame].kind;
        mention.tense = tense;
        mention.tier = Tier::path;
        for (const auto& [role, name] : roles) {
            Participant participant;
            participant.role = role;
            participant.entity = entity(name);
            participant.tier = Tier::path;
            const auto at = static_cast<std::uint32_t>(begin + sentence.find(name));
            participant.span = {at, at + static_cast<std::uint32_t>(name.size())};
            mention.participants.push_back(participant);
            reading.entities.mentions.push_back(
                {participant.span, mention.sentence, entity(name), MentionKind::name, false, false});
        }
        reading.events.push_back(std::move(mention));
        return *this;
    }

    /// The last event is about this sum.
    Article& costs(double euros) {
        Participant amount;
        amount.role = Role::amount;
        amount.amount = Amount{euros, "EUR", "", {}};
        last().participants.push_back(amount);
        return *this;
    }

    /// The last event has this time; `words` must stand in its sentence.
    Article& when(const std::string& words, const std::string& edtf,
                  TimeRelation relation = TimeRelation::at) {
        Timex time;
        const auto at = static_cast<std::uint32_t>(reading.document.text.rfind(words));
        time.span = {at, at + static_cast<std::uint32_t>(words.size())};
        time.sentence = last().sentence;
        time.value = time.edtf = edtf;
        time.bounds = bounds_of(edtf);
        time.relation = relation;
        time.resolved = true;
        last().time = static_cast<std::uint32_t>(reading.times.size());
        last().time_relation = relation;
        reading.times.push_back(time);
        return *this;
    }

    /// The last event's time is relative to the publication date: `resolve` of the test gives it its value.
    Article& relative(const std::string& words, const std::string& value) {
        when(words, "");
        reading.times.back().value = value;
        reading.times.back().anchor = Anchor::published;
        reading.times.back().resolved = false;
        return *this;
    }

    Article& is(const std::string& name, EntityType type, std::uint16_t evidence = 10) {
        auto& local = reading.entities.entities[entity(name)];
        local.type = type;
        local.type_evidence = evidence;
        return *this;
    }

    Article& also_called(const std::string& name, const std::string& alias) {
        reading.entities.entities[entity(name)].aliases.push_back(alias);
        return *this;
    }

    /// Says "WORDS" of its own day of writing.
    Article& clue(const std::string& words, unsigned weekday, unsigned day_of_month) {
        PublicationClue clue;
        const auto at = static_cast<std::uint32_t>(reading.document.text.rfind(words));
        clue.span = {at, at + static_cast<std::uint32_t>(words.size())};
        clue.weekday = weekday;
        clue.day_of_month = day_of_month;
        reading.clues.push_back(clue);
        return *this;
    }

    EventMention& last() { return reading.events.back(); }

    DocumentReading reading;

  private:
    std::uint32_t entity(const std::string& name) {
        auto& entities = reading.entities.entities;
        const auto found = std::find_if(entities.begin(), entities.end(),
                                        [&](const LocalEntity& local) { return local.name == name; });
        if (found != entities.end())
            return static_cast<std::uint32_t>(found - entities.begin());
        LocalEntity local;
        local.name = name;
        local.type = EntityType::organization;
        local.type_evidence = 1;
        entities.push_back(std::move(local));
        return static_cast<std::uint32_t>(entities.size() - 1);
    }
};

/// The tables of the program; loaded once.
inline const Frames& frames() {
    static const Frames table(find_data());
    return table;
}
inline const World& world() {
    static const World table(find_data());
    return table;
}

/// "June" is the last June that began before the day of publication.
inline void resolve_june(DocumentReading& reading, const std::string& published) {
    for (auto& time : reading.times) {
        if (time.anchor != Anchor::published || time.value != "XXXX-06")
            continue;
        const auto year = std::stoi(published.substr(0, 4)) - (published.substr(5, 2) > "06" ? 0 : 1);
        time.edtf = std::to_string(year) + "-06";
        time.bounds = bounds_of(time.edtf);
        time.resolved = true;
        time.why = "the June before " + published;
    }
}

inline Timeline weave(const std::vector<Article>& articles, unsigned threads = 1) {
    std::vector<DocumentReading> readings;
    for (const auto& article : articles)
        readings.push_back(article.reading);
    return build_timeline(std::move(readings), frames(), world(), resolve_june, threads);
}

/// Events of a type, in the timeline's order.
inline std::vector<const TimelineEvent*> events_of(const Timeline& timeline, std::string_view type) {
    std::vector<const TimelineEvent*> out;
    for (const auto& event : timeline.events)
        if (event.finest_type() == type)
            out.push_back(&event);
    return out;
}

} // namespace timeloom::tests
