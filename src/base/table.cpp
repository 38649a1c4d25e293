#include "base/table.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace timeloom {

std::string_view trim(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> pieces;
    while (true) {
        const auto at = text.find(separator);
        if (const auto piece = trim(text.substr(0, at)); !piece.empty())
            pieces.emplace_back(piece);
        if (at == std::string_view::npos)
            return pieces;
        text.remove_prefix(at + 1);
    }
}

void Table::fail(const TableRow& row, const std::string& problem, const std::string& remedy) const {
    throw InputError(file, row.line, problem, remedy);
}

Table parse_table(std::string bytes, const std::string& name, Columns columns) {
    Table table{name, {}, std::make_unique<const std::string>(std::move(bytes)), {}};
    std::string_view text = *table.text;
    if (!is_valid_utf8(text))
        throw InputError(name, "not UTF-8", "save the table as UTF-8");
    // Room for all, so that rows can refer to them.
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    table.rows.reserve(lines);
    table.cells.reserve(lines + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t')));
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (const auto content = trim(line); content.empty() || content.front() == '#')
            continue;
        const auto first = table.cells.size();
        while (true) {
            const auto tab = line.find('\t');
            table.cells.push_back(trim(line.substr(0, tab)));
            if (tab == std::string_view::npos)
                break;
            line.remove_prefix(tab + 1);
        }
        while (table.cells.size() > first && table.cells.back().empty())
            table.cells.pop_back();
        const TableRow row{std::span(table.cells).subspan(first), number};
        const auto count = row.cells.size();
        if (count < columns.least || count > columns.most)
            table.fail(row, "the row has " + std::to_string(count) + " cells",
                       "give " + std::to_string(columns.least) +
                           (columns.most > columns.least ? " to " + std::to_string(columns.most) : "") +
                           " cells, separated by tabs");
        table.rows.push_back(row);
    }
    return table;
}

Table read_table(const std::filesystem::path& file, Columns columns) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        throw InputError(file.string(), "cannot be read", "the program's data folder must hold this table");
    return parse_table(std::move(text).str(), file.string(), columns);
}

} // namespace timeloom
