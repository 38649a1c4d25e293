// Unknown names of which only learned clues tell that they are names, and of what type.
#include "base/error.hpp"
#include "entities/found.hpp"
#include "entities/name_judge.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace timeloom;

TEST_CASE("an unknown word that begins its only sentence is a name when the words behind it say so") {
    struct Case {
        const char *language, *text, *name;
        EntityType type;
    };
    using enum EntityType;
    for (const auto& c : {
             Case{"en", "Ostrey died on Sunday in a hospital, her family said.", "Ostrey", person},
             Case{"en", "Kessler testified that nobody knew about the leak.", "Kessler", person},
             Case{"es", "Ostrey murió el domingo en un hospital.", "Ostrey", person},
             Case{"it", "Ostrei è morto domenica in un ospedale.", "Ostrei", person},
             Case{"pt", "Ostrei morreu no domingo em um hospital.", "Ostrei", person},
             Case{"de", "Ein Sprecher von Trivora lehnte eine Stellungnahme ab.", "Trivora", organization},
             Case{"de", "Mehrere Menschen starben in Tirnova.", "Tirnova", place},
         }) {
        CAPTURE(std::string(c.text));
        const auto found = find(c.language, c.text);
        const auto* entity = found.named(c.name);
        REQUIRE(entity != nullptr);
        CHECK(name_of(entity->type) == name_of(c.type));
    }
}

TEST_CASE("plain words at the beginning of a sentence remain plain words") {
    CHECK(find("en", "Forecasters were wrong again.").list().empty());
    CHECK(find("es", "Titubeando, los socios firmaron.").list().empty());
    CHECK(find("de", "Die Gartenmöbelausstellung gefiel allen.").list().empty());
}

TEST_CASE("a table of clues that cannot be used is named with its line") {
    const auto folder =
        std::filesystem::temp_directory_path() / ("timeloom-name-judge-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder / "models" / "name-clues");
    std::ofstream(folder / "models" / "name-clues" / "en.tsv") << "behind said\t1\t2\t3\t4\n";
    const auto message = [&](const char* all) {
        std::ofstream(folder / "models" / "name-clues" / "all.tsv") << all;
        try {
            NameJudge(folder, "en");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(message("behind <in>\t1\t2\t3\t4\n").empty());
    CHECK(message("sideways <in>\t1\t2\t3\t4\n").find("all.tsv:1") != std::string::npos);
    CHECK(message("behind <in>\t1\tmuch\t3\t4\n").find("all.tsv:1") != std::string::npos);
    std::filesystem::remove_all(folder);
}
