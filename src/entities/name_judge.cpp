#include "entities/name_judge.hpp"

#include "base/table.hpp"

#include <charconv>

namespace timeloom {

NameJudge::NameJudge(const std::filesystem::path& data, const std::string& language) {
    const auto folder = data / "models" / "name-clues";
    if (!std::filesystem::exists(folder / (language + ".tsv")))
        return;
    read(folder / "all.tsv");
    read(folder / (language + ".tsv"));
}

void NameJudge::read(const std::filesystem::path& file) {
    const Table table = read_table(file, {5, 5});
    for (const auto& row : table.rows) {
        const auto key = name_clue_key(row[0]);
        if (key == 0)
            table.fail(row, "\"" + std::string(row[0]) + "\" is no clue", "run tools/learn_name_clues.py");
        auto& weights = weights_[key];
        for (std::size_t i = 0; i < weights.size(); ++i) {
            std::int16_t weight = 0;
            const auto cell = row[i + 1];
            if (std::from_chars(cell.data(), cell.data() + cell.size(), weight).ec != std::errc())
                table.fail(row, "\"" + std::string(cell) + "\" is no whole number",
                           "run tools/learn_name_clues.py");
            weights[i] = static_cast<std::int16_t>(weights[i] + weight);
        }
    }
}

NameVerdict NameJudge::judge(const SpotterText& reading, const Candidate& candidate) const {
    NameVerdict verdict;
    const NameClues clues(reading, candidate);
    for (const auto& clue : clues.all())
        if (const auto* weights = weights_.find(clue.key())) {
            verdict.name += (*weights)[0];
            for (std::size_t i = 0; i < verdict.types.size(); ++i)
                verdict.types[i] += (*weights)[i + 1];
        }
    return verdict;
}

} // namespace timeloom
