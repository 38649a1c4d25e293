// Boost.Graph's reader takes the GraphML: every node, edge and attribute is the one that the node-link JSON
// names. usage: boost_read FOLDER…
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <variant>

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Value = std::variant<std::string, double, long>;
/// By name; a map, so that two lists of equal attributes are equal.
using Attributes = std::map<std::string, Value>;

/// Without the control characters that XML cannot hold and the blanks that Boost does not keep.
std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 32 && c != '\n' && c != '\r' && c != '\t')
            continue;
        if (text.substr(i).starts_with("\xEF\xBF\xBE") || text.substr(i).starts_with("\xEF\xBF\xBF"))
            i += 2;
        else if (c != ' ' || (!out.empty() && out.back() != ' '))
            out += text[i];
    }
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

/// A list as its JSON text, where only what must be is escaped.
std::string list_text(const rapidjson::Value& list) {
    std::string out = "[";
    for (const auto& item : list.GetArray()) {
        out += out.size() > 1 ? ",\"" : "\"";
        for (const char c : std::string_view(item.GetString(), item.GetStringLength())) {
            char escaped[8];
            if (c == '"' || c == '\\')
                (out += '\\') += c;
            else if (c == '\n')
                out += "\\n";
            else if (c >= 0 && c < 32)
                out.append(escaped, static_cast<std::size_t>(std::snprintf(escaped, sizeof escaped, "\\u%04x",
                                                                           static_cast<unsigned>(c))));
            else
                out += c;
        }
        out += '"';
    }
    return out + "]";
}

/// The line's object as the GraphML has it: `id` is the name of its id there and here.
Attributes wanted(const rapidjson::Value& item, bool edge) {
    Attributes out;
    for (const auto& member : item.GetObject()) {
        std::string name(member.name.GetString());
        if (name == "id")
            name = "node_id";
        if (name == "key")
            name = "uid";
        if (member.value.IsArray())
            out[name] = clean(list_text(member.value));
        else if (member.value.IsString())
            out[name] = clean({member.value.GetString(), member.value.GetStringLength()});
        else if (name == "weight" || name.ends_with("confidence"))
            out[name] = member.value.GetDouble();
        else
            out[name] = static_cast<long>(member.value.GetInt64());
    }
    if (edge)
        out["relationship"] = out["interaction"];
    return out;
}

std::size_t digest(const Attributes& attributes) {
    std::string all;
    for (const auto& [name, value] : attributes) {
        all += name + '\1';
        std::visit(
            [&all](const auto& held) {
                if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::string>)
                    all += held;
                else
                    all += std::to_string(held);
            },
            value);
        all += '\2';
    }
    return std::hash<std::string>()(all);
}

/// Visits what node-link.json, which has one object a line, names as "nodes" or "edges".
void for_each_wanted(const std::string& folder, const std::string& part,
                     const std::function<void(const Attributes&)>& visit) {
    std::ifstream in(folder + "/node-link.json", std::ios::binary);
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with("\"" + part + "\":["))
            inside = true;
        else if (inside && !line.starts_with('{'))
            break;
        else if (inside) {
            if (line.back() == ',')
                line.pop_back();
            rapidjson::Document item;
            item.Parse(line.data(), line.size());
            visit(wanted(item, part == "edges"));
        }
    }
}

std::string text_of(const Attributes& attributes, const std::string& name) {
    const auto found = attributes.find(name);
    if (found == attributes.end())
        return "nothing";
    const auto* text = std::get_if<std::string>(&found->second);
    return text ? "“" + text->substr(0, 200) + "”" : "a number";
}

/// What the file says of each node or edge, whatever attributes it declares.
template <class Key>
class Read {
  public:
    using Maps = std::map<std::string, std::function<void(const Key&, const std::string&, Attributes&)>>;

    boost::shared_ptr<boost::dynamic_property_map> map_for(const std::string& name, const boost::any& value) {
        if (value.type() == typeid(std::string))
            return make<std::string>(name);
        return value.type() == typeid(double) ? make<double>(name) : make<long>(name);
    }
    Attributes of(const Key& key) const {
        Attributes out;
        for (const auto& [name, add] : maps_)
            add(key, name, out);
        return out;
    }

  private:
    template <class T>
    boost::shared_ptr<boost::dynamic_property_map> make(const std::string& name) {
        const auto held = std::make_shared<std::map<Key, T>>();
        maps_[name] = [held](const Key& key, const std::string& as, Attributes& out) {
            if (const auto found = held->find(key); found != held->end())
                out[as] = found->second;
        };
        using Map = boost::associative_property_map<std::map<Key, T>>;
        return boost::make_shared<boost::detail::dynamic_property_map_adaptor<Map>>(Map(*held));
    }
    Maps maps_;
};

/// A comparison of the items of one part, "nodes" or "edges", with what the node-link JSON names; only
/// digests are kept.
class Comparison {
  public:
    /// `id` is the attribute that tells the items apart.
    Comparison(std::string folder, std::string part, std::string id)
        : folder_(std::move(folder)), part_(std::move(part)), id_(std::move(id)) {
        for_each_wanted(folder_, part_, [this](const Attributes& attributes) {
            left_[id_of(attributes)] = digest(attributes);
        });
        size_ = left_.size();
    }
    void take(const Attributes& attributes) {
        const auto found = left_.find(id_of(attributes));
        if (found != left_.end() && found->second == digest(attributes))
            left_.erase(found);
        else if (wrong_++ == 0)
            first_ = attributes;
    }
    /// Whether all were taken and were equal; what was not is printed.
    bool end() const {
        if (wrong_ == 0 && left_.empty())
            return true;
        std::printf("FAILED %s: %zu wrong, %zu of %zu missing\n", part_.c_str(), wrong_, left_.size(), size_);
        for_each_wanted(folder_, part_, [this](const Attributes& attributes) {
            if (wrong_ == 0 || id_of(first_) != id_of(attributes))
                return;
            for (const auto& [name, value] : attributes)
                if (const auto found = first_.find(name); found == first_.end() || found->second != value)
                    std::printf("%s: got %s, wanted %s\n", name.c_str(), text_of(first_, name).c_str(),
                                text_of(attributes, name).c_str());
        });
        return false;
    }

  private:
    std::string id_of(const Attributes& attributes) const {
        return std::get<std::string>(attributes.at(id_));
    }

    std::string folder_, part_, id_;
    std::unordered_map<std::string, std::size_t> left_;
    std::size_t size_ = 0, wrong_ = 0;
    Attributes first_;
};

/// Nodes that have nothing but their id, for the ends of the edges in a piece of the file: the reader wants
/// every end before its edge.
std::string ends_of(std::string_view edges) {
    std::set<std::string_view> ends;
    for (auto at = edges.find("<edge "); at != edges.npos; at = edges.find("<edge ", at))
        for (const std::string_view name : {" source=\"", " target=\""}) {
            at = edges.find(name, at) + name.size();
            ends.insert(edges.substr(at, edges.find('"', at) - at));
        }
    std::string out;
    for (const auto end : ends)
        ((((out += "<node id=\"") += end) += "\"><data key=\"node_id\">") += end) += "</data></node>\n";
    return out;
}

/// Visits the file; one that is long in pieces, each a file of its own under the same head, first those of
/// nodes, then those of edges: the reader makes a tree of all that it reads, and copies it, which takes 0.2
/// GB a thousand events.
void for_each_piece(const std::string& path,
                    const std::function<void(std::string piece, bool nodes, bool edges)>& visit) {
    std::ostringstream read;
    read << std::ifstream(path, std::ios::binary).rdbuf();
    const std::string all = std::move(read).str();
    constexpr std::size_t size = 10'000'000;
    if (all.size() <= size)
        return visit(all, true, true);
    const auto nodes = all.find("\n<node ") + 1, edges = all.find("\n<edge ") + 1,
               tail = all.rfind("</graph>");
    for (const bool node : {true, false})
        for (auto at = node ? nodes : edges; at < (node ? edges : tail);) {
            const auto next =
                std::min(all.find(node ? "\n<node " : "\n<edge ", at + size), (node ? edges : tail) - 1) + 1;
            const auto items = std::string_view(all).substr(at, next - at);
            visit(all.substr(0, nodes) + (node ? "" : ends_of(items)) + std::string(items) + all.substr(tail),
                  node, !node);
            at = next;
        }
}

/// Hands what the reader makes of a piece of GraphML to the comparisons.
void read_piece(const std::string& piece, Comparison* nodes_wanted, Comparison* edges_wanted) {
    Graph graph;
    Read<Graph::vertex_descriptor> nodes;
    Read<Graph::edge_descriptor> edges;
    boost::dynamic_properties properties(
        [&](const std::string& name, const boost::any& key, const boost::any& value) {
            return key.type() == typeid(Graph::vertex_descriptor) ? nodes.map_for(name, value)
                                                                  : edges.map_for(name, value);
        });
    std::istringstream in(piece);
    boost::read_graphml(in, graph, properties);
    if (nodes_wanted)
        for (const auto node : boost::make_iterator_range(vertices(graph)))
            nodes_wanted->take(nodes.of(node));
    if (!edges_wanted)
        return;
    const auto id = [&nodes](Graph::vertex_descriptor node) { return nodes.of(node).at("node_id"); };
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        auto attributes = edges.of(edge);
        attributes["source"] = id(source(edge, graph));
        attributes["target"] = id(target(edge, graph));
        edges_wanted->take(attributes);
    }
}

} // namespace

int main(int argc, char** argv) {
    int passed = 0, failed = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string folder = argv[i];
        Comparison nodes(folder, "nodes", "node_id"), edges(folder, "edges", "uid");
        try {
            for_each_piece(folder + "/graph.graphml",
                           [&](const std::string& piece, bool has_nodes, bool has_edges) {
                               read_piece(piece, has_nodes ? &nodes : nullptr, has_edges ? &edges : nullptr);
                           });
        } catch (const std::exception& error) {
            std::printf("FAILED %s: %s\n", argv[i], error.what());
            ++failed;
            continue;
        }
        for (const auto* part : {&nodes, &edges})
            ++(part->end() ? passed : failed);
    }
    std::printf("%d passed, %d failed, 0 skipped\n", passed, failed);
    return failed ? 1 : 0;
}
