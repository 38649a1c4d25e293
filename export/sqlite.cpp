#include "export/output.hpp"
#include "export/sql.hpp"
#include "export/tables.hpp"
#include "export/values.hpp"

#include <cerrno>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace timeloom {
namespace {

class Database {
  public:
    explicit Database(const std::filesystem::path& path) : path_(path) {
        check(sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr));
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sqlite3_close(handle_); }

    void run(const std::string& sql) { check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr)); }
    void check(int result) const {
        if (result == SQLITE_OK || result == SQLITE_DONE)
            return;
        throw OutputError(path_, result == SQLITE_FULL ? ENOSPC : result == SQLITE_CANTOPEN ? EACCES : EIO);
    }
    sqlite3* handle() const { return handle_; }

  private:
    std::filesystem::path path_;
    sqlite3* handle_ = nullptr;
};

class Insert {
  public:
    Insert(const Database& database, const std::string& table, std::size_t columns) : database_(database) {
        std::string sql = "INSERT INTO \"" + table + "\" VALUES (?";
        for (std::size_t i = 1; i < columns; ++i)
            sql += ",?";
        database.check(sqlite3_prepare_v2(database.handle(), (sql + ")").c_str(), -1, &statement_, nullptr));
    }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;
    ~Insert() { sqlite3_finalize(statement_); }

    void bind(std::string_view text) {
        database_.check(
            sqlite3_bind_text64(statement_, ++at_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind(double real) { database_.check(sqlite3_bind_double(statement_, ++at_, real)); }
    void bind(const Value& value) {
        if (std::holds_alternative<std::monostate>(value))
            database_.check(sqlite3_bind_null(statement_, ++at_));
        else if (const auto* number = std::get_if<std::int64_t>(&value))
            database_.check(sqlite3_bind_int64(statement_, ++at_, *number));
        else if (const auto* real = std::get_if<double>(&value))
            bind(*real);
        else
            bind(text_of(value, scratch_));
    }
    void run() {
        database_.check(sqlite3_step(statement_));
        database_.check(sqlite3_reset(statement_));
        at_ = 0;
    }

  private:
    const Database& database_;
    sqlite3_stmt* statement_ = nullptr;
    int at_ = 0;
    std::string scratch_;
};

std::string columns_in(std::span<const Column> columns) {
    std::string out;
    for (const auto& column : columns)
        out += ", \"" + std::string(column.name) + "\" " +
               (column.type == ColumnType::integer ? "INTEGER"
                : column.type == ColumnType::real  ? "REAL"
                                                   : "TEXT");
    return out;
}

} // namespace

void write_sqlite(const KnowledgeGraph& graph, Output& output) {
    Database database(output.path("timeline.sqlite"));
    // The file is new and unseen until it is renamed: no journal is needed.
    database.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
    std::vector<std::unique_ptr<Insert>> nodes, edges;
    for (const auto kind : all_node_kinds) {
        const std::string name(table_name(kind));
        database.run("CREATE TABLE \"" + name + "\" (id TEXT PRIMARY KEY, title TEXT, labels TEXT" +
                     columns_in(columns_of(kind)) + ") WITHOUT ROWID");
        nodes.push_back(std::make_unique<Insert>(database, name, 3 + columns_of(kind).size()));
    }
    for (const auto kind : all_edge_kinds) {
        const std::string name(table_name(kind));
        database.run("CREATE TABLE \"" + name +
                     "\" (uid TEXT PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, "
                     "relationship TEXT NOT NULL, weight REAL" +
                     columns_in(columns_of(kind)) + ") WITHOUT ROWID");
        edges.push_back(std::make_unique<Insert>(database, name, 5 + columns_of(kind).size()));
    }
    graph.for_each_node([&](const Node& node) {
        auto& insert = *nodes[static_cast<std::size_t>(node.kind)];
        insert.bind(node.id);
        insert.bind(node.title);
        insert.bind(node.labels);
        for (const auto& value : node.values)
            insert.bind(value);
        insert.run();
    });
    graph.for_each_edge([&](const Edge& edge) {
        auto& insert = *edges[static_cast<std::size_t>(edge.kind)];
        insert.bind(edge.id);
        insert.bind(edge.from);
        insert.bind(edge.to);
        insert.bind(edge.label);
        insert.bind(edge.weight);
        for (const auto& value : edge.values)
            insert.bind(value);
        insert.run();
    });
    for (const auto kind : all_edge_kinds) {
        const std::string name(table_name(kind));
        database.run("CREATE INDEX " + name + "_source ON \"" + name + "\"(source); CREATE INDEX " + name +
                     "_target ON \"" + name + "\"(target)");
    }
    nodes.clear();
    edges.clear();
    database.run("COMMIT");
}

} // namespace timeloom
