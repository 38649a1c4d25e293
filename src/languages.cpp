#include "languages.hpp"

#include "base/data.hpp"
#include "base/error.hpp"

namespace timeloom {

namespace {

std::optional<Parser> load_parser(const std::filesystem::path& model, std::string& note) {
    try {
        return Parser::load(model);
    } catch (const InputError& error) {
        note = std::string(error.what()) + "; arguments are bound by position instead";
        return std::nullopt;
    }
}

} // namespace

Language::Language(const std::filesystem::path& data, const std::string& code, const Frames& frames,
                   const World& world)
    : tagger(data, code), reader(std::make_unique<const Reader>(data, code, frames, world, note)) {}

Language::Reader::Reader(const std::filesystem::path& data, const std::string& code, const Frames& frames,
                         const World& world, std::string& note)
    : segmenter(data, code), finder(data, code, world),
      parser(load_parser(data / "models" / (code + ".model"), note)),
      extractor(data, code, frames, parser ? &*parser : nullptr) {}

Languages::Languages(std::filesystem::path data) : data_(std::move(data)), frames_(data_), world_(data_) {
    for (const auto& code : known_languages(data_))
        slots_[code];
}

const Language* Languages::get(const std::string& code) const {
    const auto found = slots_.find(code);
    if (found == slots_.end())
        return nullptr;
    Slot& slot = found->second;
    std::call_once(slot.once,
                   [&] { slot.language = std::make_unique<Language>(data_, code, frames_, world_); });
    return slot.language.get();
}

void Languages::end_reading() {
    for (auto& [code, slot] : slots_)
        if (slot.language)
            slot.language->reader.reset();
}

} // namespace timeloom
