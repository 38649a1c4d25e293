#include "base/data.hpp"
#include "base/error.hpp"
#include "entities/pieces.hpp"
#include "entities/world.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace timeloom;

TEST_CASE("the world tables are wide, and names lead to entities") {
    const World world(find_data());
    CHECK(world.entities().size() >= 4000);
    const auto microsoft = world.find("Microsoft");
    REQUIRE(microsoft != unknown_entity);
    CHECK(world[microsoft].type == EntityType::organization);
    CHECK(world[microsoft].wikidata == "Q2283");
    CHECK(world[world.find("Microsoft Azure")].owner == microsoft);
    CHECK(world[microsoft].seat == world.find("Redmond"));
    CHECK(world.resident(world.find("Redmond")) == microsoft);
}

TEST_CASE("a name is looked up without gaps, points and accents") {
    const World world(find_data());
    const auto first = [&](std::string_view name) {
        const auto match = world.look_up(name_hash(name));
        return match.readings.empty() ? std::string() : world[match.readings.front().entity].name;
    };
    CHECK(first("Red Hat") == "Red Hat");
    CHECK(first("RedHat") == "Red Hat");
    CHECK(first("U.S.") == "United States");
    CHECK(first("Société Générale") == first("Societe Generale"));
    CHECK(first("Brontix").empty());
    CHECK(world.look_up(name_hash("Red")).goes_on);
}

TEST_CASE("names of persons and legal forms are known") {
    const World world(find_data());
    CHECK(world.is_given_name(name_hash("Maria")));
    CHECK(world.is_legal_form(name_hash("S.p.A.")));
    CHECK_FALSE(world.is_given_name(name_hash("Brontix")));
}

TEST_CASE("of bodies it is known what kind they are of, by a word of their name or by name") {
    const World world(find_data());
    const auto kinds = [&](std::string_view name) { return world[world.find(name)].kinds; };
    CHECK(kinds("Federal Trade Commission") == bit_of(Body::authority));
    CHECK(kinds("Reuters") == bit_of(Body::medium));
    CHECK(kinds("Lufthansa") == bit_of(Body::airline));
    CHECK(kinds("Siemens") == 0);
    CHECK(fitness(0, kinds("Siemens")) == 0); // "the company"
    CHECK(fitness(0, kinds("Reuters")) > fitness(0, kinds("Federal Trade Commission")));
    CHECK(fitness(bit_of(Body::airline), kinds("Lufthansa")) > 0); // "the airline"
    CHECK(fitness(bit_of(Body::airline), kinds("Federal Trade Commission")) < 0);
    CHECK(fitness(bit_of(Body::party), kinds("Siemens")) < 0); // "the party"
}

TEST_CASE("a row that cannot be used is refused, naming file and line") {
    const auto data = std::filesystem::temp_directory_path() / "timeloom-world-test";
    const auto folder = data / "languages" / "world";
    std::filesystem::create_directories(folder);
    std::filesystem::create_directories(data / "languages" / "en");
    for (const auto* file :
         {"organizations.tsv", "people.tsv", "places.tsv", "products.tsv", "international.tsv",
          "given-names.tsv", "family-names.tsv", "legal-forms.tsv", "bodies.tsv"})
        std::ofstream(folder / file) << "# FORMAT\n";
    const auto curated = folder / "curated.tsv";
    const auto message = [&](const std::string& row) {
        std::ofstream(curated) << row << "\n";
        try {
            World world(data);
        } catch (const InputError& error) {
            return std::string(error.what()).substr(curated.string().size());
        }
        return std::string();
    };
    CHECK(
        message("Brontix\tcompany") ==
        ":1: unknown entity type 'company' (use organization, person, place, product, project, work, other)");
    CHECK(message("Brontix\torganization\t\t7") == ":1: prominence '7' (use 1, 2 or 3)");
    CHECK(message("Brontix\torganization\t\t1\tNobody") ==
          ":1: 'Nobody' is not in the world tables (add it to curated.tsv)");
    CHECK(message("Brontix\torganization\t\t1\t\t\tBrontix SE") ==
          ":1: alias 'Brontix SE' without language (write es:ALIAS, or und:ALIAS)");
    CHECK(message("Brontix\torganization\t\t1\t\t\txx:Brontix") ==
          ":1: unknown language 'xx' (use a folder of languages/, or und)");
    CHECK(message("Brontix\torganization\t\t1\t\t\ten:Brontix SE") == "");
    std::filesystem::remove_all(data);
}
