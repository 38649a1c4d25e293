// The one reader of the plain tables under languages/: tab-separated, UTF-8, '#' starts a comment line.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace timeloom {

/// One row. Cells are trimmed; a cell that the line lacks reads as "".
struct TableRow {
    std::span<const std::string_view> cells; ///< of the table
    std::size_t line = 0;                    ///< from 1

    std::string_view operator[](std::size_t column) const {
        return column < cells.size() ? cells[column] : std::string_view();
    }
};

/// Owns what its rows show; may be moved, not copied.
struct Table {
    std::string file; ///< as named in messages
    std::vector<TableRow> rows;
    std::unique_ptr<const std::string> text;
    std::vector<std::string_view> cells; ///< of all rows, in order

    /// Throws InputError naming file and line of `row`.
    [[noreturn]] void fail(const TableRow& row, const std::string& problem, const std::string& remedy) const;
};

/// Reads a table; `columns` is the least and the most number of cells that a row may have.
/// Throws InputError when the file is missing, not UTF-8, or a row has too few or too many cells.
struct Columns {
    std::size_t least;
    std::size_t most;
};
Table read_table(const std::filesystem::path& file, Columns columns);

/// The same for text in memory (tests, fuzzing); `name` stands for the file in messages.
Table parse_table(std::string text, const std::string& name, Columns columns);

/// Cuts at every `separator`, trims the pieces, drops empty ones.
std::vector<std::string> split(std::string_view text, char separator);

std::string_view trim(std::string_view text);

} // namespace timeloom
