#include "text/sources.hpp"

#include "base/error.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace timeloom {

namespace fs = std::filesystem;

namespace {

constexpr const char* manifest_name = "documents.tsv";
constexpr std::array<std::string_view, 6> manifest_columns{"file",  "language",  "published",
                                                           "title", "publisher", "url"};

std::string joined(std::span<const std::string_view> names) {
    std::string all;
    for (const auto name : names)
        all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

class Finder {
  public:
    explicit Finder(SourceList& list) : list_(list) {}

    void add(const std::string& input) {
        if (input == "-") {
            list_.sources.push_back({"-", nullptr});
            return;
        }
        std::error_code error;
        const auto status = fs::status(input, error);
        if (!fs::exists(status))
            problem(input,
                    error && status.type() != fs::file_type::not_found ? error.message() : "does not exist",
                    "check the path");
        else if (fs::is_directory(status))
            add_named_folder(input);
        else if (fs::is_regular_file(status) || fs::is_fifo(status) || fs::is_character_file(status))
            list_.sources.push_back({input, nullptr});
        else
            problem(input, "is neither a file nor a folder",
                    "name a file, a folder, or - for standard input");
    }

  private:
    void problem(const std::string& file, const std::string& what, const std::string& remedy) {
        list_.problems.push_back(InputError(file, what, remedy).what());
    }

    void add_named_folder(const std::string& folder) {
        const auto sources = list_.sources.size(), problems = list_.problems.size();
        add_folder(folder);
        if (list_.sources.size() == sources && list_.problems.size() == problems)
            problem(folder, "holds no articles", "articles are .txt, .md, .html and .jsonl files");
    }

    void add_folder(const fs::path& folder) {
        std::error_code error;
        if (fs::exists(folder / manifest_name, error)) {
            try {
                add_manifest(folder);
            } catch (const InputError& wrong) {
                list_.problems.emplace_back(wrong.what());
            }
            return;
        }
        fs::directory_iterator entry(folder, error);
        if (error) {
            problem(folder.string(), "cannot be opened: " + error.message(), "check its permissions");
            return;
        }
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            std::error_code ignored;
            const auto path = entry->path();
            if (path.filename().string().starts_with('.'))
                continue;
            // Links to folders are not followed: they may lead in a circle.
            if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
                add_folder(path);
            else if (entry->is_directory(ignored) || !is_article_file(path.string()))
                ++list_.passed_over;
            else
                list_.sources.push_back({path.string(), nullptr});
        }
        if (error)
            problem(folder.string(), "cannot be read to its end: " + error.message(), "check the disk");
    }

    void add_manifest(const fs::path& folder) {
        const auto file = folder / manifest_name;
        std::ifstream in(file, std::ios::binary);
        if (!in)
            throw InputError(file.string(), "cannot be read", "check its permissions");
        std::ostringstream content;
        content << in.rdbuf();
        auto text = std::move(content).str();
        if (text.starts_with("\xEF\xBB\xBF"))
            text.erase(0, 3);
        constexpr std::size_t most_columns = 100;
        const auto table = parse_table(std::move(text), file.string(), {1, most_columns});
        if (table.rows.empty())
            throw InputError(file.string(), "is empty", "give a header line and one line a file");
        const auto& header = table.rows.front();
        const auto column = [&](std::string_view name) {
            std::size_t i = 0;
            while (i < header.cells.size() && header.cells[i] != name)
                ++i;
            return i; // beyond the last cell reads as ""
        };
        const auto named = column("file");
        if (named == header.cells.size())
            table.fail(header, "the header has no column 'file'",
                       "name the columns in the first line, with tabs between them");
        for (const auto cell : header.cells)
            if (std::ranges::find(manifest_columns, cell) == manifest_columns.end())
                list_.notes.push_back(file.string() + ": the column '" + std::string(cell) +
                                      "' is passed over: those read are " + joined(manifest_columns));
        for (std::size_t i = 1; i < table.rows.size(); ++i) {
            const auto& row = table.rows[i];
            const std::string name(row[named]);
            if (name.empty()) {
                problem(file.string() + ":" + std::to_string(row.line), "names no file",
                        "fill the column 'file'");
                continue;
            }
            Metadata given;
            given.language = row[column("language")];
            given.published = row[column("published")];
            given.published_from = file.string() + ":" + std::to_string(row.line);
            given.title = row[column("title")];
            given.publisher = row[column("publisher")];
            given.url = row[column("url")];
            list_.sources.push_back(
                {(folder / name).string(), std::make_shared<const Metadata>(std::move(given))});
        }
    }

    SourceList& list_;
};

} // namespace

std::string extension_of(const std::string& path) {
    return fold_case(fs::path(path).extension().string());
}

bool is_article_file(const std::string& path) {
    constexpr std::array<std::string_view, 5> known{".txt", ".md", ".html", ".htm", ".jsonl"};
    const auto extension = fs::path(path).extension().string(), stem = fs::path(path).stem().string();
    return is_valid_utf8(extension) &&
           std::find(known.begin(), known.end(), fold_case(extension)) != known.end() &&
           !(is_valid_utf8(stem) && fold_case(stem) == "readme");
}

SourceList find_sources(std::span<const std::string> inputs) {
    SourceList list;
    Finder finder(list);
    for (const auto& input : inputs)
        finder.add(input);
    // A file named twice is read once; the manifest's row wins over none.
    std::stable_sort(list.sources.begin(), list.sources.end(), [](const Source& a, const Source& b) {
        return a.path != b.path ? a.path < b.path : a.given && !b.given;
    });
    const auto same = [](const Source& a, const Source& b) { return a.path == b.path; };
    list.sources.erase(std::unique(list.sources.begin(), list.sources.end(), same), list.sources.end());
    std::ranges::sort(list.problems);
    std::ranges::sort(list.notes);
    return list;
}

} // namespace timeloom
