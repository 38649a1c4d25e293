#include "entities/doings.hpp"

#include "base/digest.hpp"
#include "base/table.hpp"
#include "syntax/inflection.hpp"

#include <algorithm>

namespace timeloom {

namespace {

/// The verbs of a trigger that are one word: "{buy|acquire|take over}" has two.
std::vector<std::string> verbs_of(std::string_view trigger) {
    if (trigger.starts_with('{') && trigger.find('}') + 1 == trigger.size())
        trigger = trigger.substr(1, trigger.size() - 2);
    else if (trigger.find_first_of(" {") != std::string_view::npos)
        return {};
    else
        return {std::string(trigger)}; // with the bar of a separable verb
    auto verbs = split(trigger, '|');
    std::erase_if(verbs, [](const std::string& verb) { return verb.find(' ') != std::string::npos; });
    return verbs;
}

/// The frames whose subject is a person: in angle brackets, sorted.
std::vector<std::string> frames_of_persons(const std::filesystem::path& file) {
    std::vector<std::string> frames;
    for (const auto& row : read_table(file, {10, 10}).rows) {
        std::string subject;
        for (const auto& slot : split(row[4], ' '))
            if (slot.starts_with("A="))
                subject = slot.substr(2) + ":";
        for (const auto& role : split(row[3], ' ')) {
            if (subject.empty() || !role.starts_with(subject))
                continue;
            const auto types = split(std::string_view(role).substr(subject.size()), '+');
            if (std::all_of(types.begin(), types.end(),
                            [](const auto& type) { return type == "person" || type == "other"; }))
                frames.push_back("<" + std::string(row[0]) + ">");
        }
    }
    std::sort(frames.begin(), frames.end());
    return frames;
}

} // namespace

Doings::Doings(const std::filesystem::path& data, const std::string& language) {
    const auto folder = data / "languages" / language;
    if (!std::filesystem::exists(folder / "events.tsv"))
        return;
    const Inflection inflection(folder);
    const Table table = read_table(folder / "events.tsv", {4, 6});
    const auto learn = [&](bool apart) { // separable verbs whose prefix stands apart come last
        for (const auto& row : table.rows) {
            if (row[1] != "V" || row[2] == "none" || row[5].find("if=") != std::string_view::npos)
                continue; // what only some subjects or objects make of a verb
            const auto name = "<" + std::string(row[2]) + ">";
            const auto at = std::find(frames_.begin(), frames_.end(), name);
            const auto frame = static_cast<std::uint8_t>(at - frames_.begin());
            if (at == frames_.end())
                frames_.push_back(name);
            const auto take = [&](std::string_view form, const Features&) {
                if (const auto key = hash_key(form); !frames_of_.contains(key))
                    frames_of_[key] = frame;
            };
            for (const auto& verb : verbs_of(row[0])) {
                if (!apart)
                    inflection.each_form(verb, 'V', take);
                else if (verb.find('|') != std::string::npos)
                    inflection.each_split_form(verb, take);
            }
        }
    };
    learn(false);
    learn(true);
    const auto of_persons = frames_of_persons(data / "languages" / "frames.tsv");
    const Table doers = read_table(data / "languages" / "doers.tsv", {1, 2});
    const auto is_done = [&](std::string_view frame, std::string_view when) {
        return std::any_of(doers.rows.begin(), doers.rows.end(), [&](const TableRow& row) {
            return frame.substr(1, frame.size() - 2) == row[0] && row[1] == when;
        });
    };
    for (const auto& frame : frames_) {
        persons_.push_back(std::binary_search(of_persons.begin(), of_persons.end(), frame) ||
                           is_done(frame, "person"));
        bodies_.push_back(is_done(frame, ""));
        counting_bodies_.push_back(is_done(frame, "number"));
    }
}

} // namespace timeloom
