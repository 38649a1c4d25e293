#include "base/data.hpp"
#include "base/error.hpp"
#include "events/frames.hpp"

#include <doctest/doctest.h>

using namespace timeloom;

TEST_CASE("the table of frames loads, and has every type of the contract") {
    const Frames frames(find_data());
    for (const auto* type : {"agreement",
                             "partnership",
                             "exclusivity",
                             "right-of-first-refusal",
                             "license",
                             "commitment",
                             "investment",
                             "acquisition",
                             "merger",
                             "sale",
                             "lawsuit",
                             "investigation",
                             "ruling",
                             "fine",
                             "approval",
                             "permission",
                             "announcement",
                             "statement",
                             "launch",
                             "appointment",
                             "dismissal",
                             "resignation",
                             "layoffs",
                             "meeting",
                             "negotiation",
                             "consideration",
                             "plan",
                             "termination",
                             "condition",
                             "dispute",
                             "participation",
                             "delay",
                             "closure",
                             "price-change",
                             "financial-result",
                             "attack",
                             "death",
                             "other"}) {
        const auto found = frames.find(type);
        REQUIRE_MESSAGE(found, type);
        CHECK(frames[*found].under.empty());
    }
}

TEST_CASE("a finer type is told under one of the contract's") {
    const Frames frames(find_data());
    CHECK(frames[*frames.find("criticism")].under == "statement");
    CHECK(frames[*frames.find("ban")].under == "law");
}

TEST_CASE("a frame vetoes fillers of the wrong type") {
    const Frames frames(find_data());
    const auto& dismissal = frames[*frames.find("dismissal")];
    CHECK(dismissal.accepts(Role::patient, EntityType::person));
    CHECK_FALSE(dismissal.accepts(Role::patient, EntityType::product));
    CHECK_FALSE(dismissal.accepts(Role::approver, EntityType::person));
    CHECK(dismissal.role_of("B") == Role::patient);
    CHECK(dismissal.role_of("with") == std::nullopt);
}

TEST_CASE("nearness holds in both directions") {
    const Frames frames(find_data());
    const auto plan = *frames.find("plan"), announcement = *frames.find("announcement");
    CHECK(std::ranges::count(frames[plan].near, announcement) == 1);
    CHECK(std::ranges::count(frames[announcement].near, plan) == 1);
    CHECK(frames[plan].equal.empty());
    const auto exit = *frames.find("resignation"), dismissal = *frames.find("dismissal");
    CHECK(frames[exit].equal == std::vector{dismissal});
    CHECK(frames[dismissal].equal == std::vector{exit});
    CHECK(frames[dismissal].vaguer == std::vector{exit});
    CHECK(frames[exit].vaguer.empty());
    CHECK(std::ranges::count(frames[exit].near, dismissal) == 1);
}

TEST_CASE("a row that does not hold is refused, with its line and the remedy") {
    const auto load = [](const std::string& text) { Frames(parse_table(text, "frames.tsv", {10, 10})); };
    const auto refuses = [&](const char* text, const char* message) {
        CHECK_THROWS_WITH_AS(load(text), message, InputError);
    };
    refuses("sale\t-\tdeed\tagent:actor\t-\t-\t-\t-\t-\t-\n",
            "frames.tsv:1: the kind is \"deed\" (write event, event off or state)");
    refuses("sale\t-\tevent\tseller:actor\t-\t-\t-\t-\t-\t-\n",
            "frames.tsv:1: no role is called \"seller\" (use a role of the contract)");
    refuses("sale\t-\tevent\tagent:firm\t-\t-\t-\t-\t-\t-\n",
            "frames.tsv:1: no type of entity is called \"firm\" (see FORMAT at the top of the table)");
    refuses("sale\t-\tevent\tagent:actor\tB=object\t-\t-\t-\t-\t-\n",
            "frames.tsv:1: sale has no role \"object\" (add it to the roles)");
    refuses("sale\ttrade\tevent\tagent:actor\t-\t-\t-\t-\t-\t-\n",
            "frames.tsv:1: no type of the contract is called \"trade\" (use a type whose own column `under` "
            "is -)");
    refuses("sale\t-\tevent\tagent:actor\t-\t-\ttrade\t-\t-\t-\n",
            "frames.tsv:1: no type is called \"trade\" (add a row for it or mend the name)");
    refuses("sale\t-\tevent\tagent:actor\t-\t-\t-\t-\t-\t-\nsale\t-\tevent\tagent:actor\t-\t-\t-\t-\t-\t-\n",
            "frames.tsv:2: the type \"sale\" stands twice (merge the rows)");
}
