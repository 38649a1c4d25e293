#include "base/data.hpp"
#include "base/digest.hpp"
#include "events/lexicon.hpp"

#include <doctest/doctest.h>

using namespace timeloom;
TEST_CASE("every lexicon loads") {
    const Frames frames(find_data());
    const std::vector<std::string> none;
    for (const auto& language : known_languages(find_data())) {
        if (!std::filesystem::exists(find_data() / "languages" / language / "events.tsv"))
            continue;
        try {
            const Lexicon lexicon(find_data() / "languages" / language, frames, none);
            MESSAGE(language << " " << lexicon.entries().size());
        } catch (const std::exception& e) {
            FAIL_CHECK(std::string(e.what()));
        }
    }
}
