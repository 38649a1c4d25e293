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

struct Checks {
    int passed = 0, failed = 0;

    /// `id` is the attribute that tells the items apart.
    void equal(const std::string& folder, const std::string& part, const std::string& id,
               const std::vector<Attributes>& got) {
        const auto id_of = [&](const Attributes& attributes) {
            return std::get<std::string>(attributes.at(id));
        };
        std::unordered_map<std::string, std::size_t> left;
        for_each_wanted(folder, part,
                        [&](const Attributes& attributes) { left[id_of(attributes)] = digest(attributes); });
        const auto size = left.size();
        const Attributes* first = nullptr;
        std::size_t wrong = 0;
        for (const auto& attributes : got) {
            const auto found = left.find(id_of(attributes));
            if (found != left.end() && found->second == digest(attributes))
                left.erase(found);
            else if (wrong++ == 0)
                first = &attributes;
        }
        if (wrong == 0 && left.empty())
            return void(++passed);
        ++failed;
        std::printf("FAILED %s: %zu wrong, %zu of %zu missing\n", part.c_str(), wrong, left.size(), size);
        for_each_wanted(folder, part, [&](const Attributes& attributes) {
            if (!first || id_of(*first) != id_of(attributes))
                return;
            for (const auto& [name, value] : attributes)
                if (const auto found = first->find(name); found == first->end() || found->second != value)
                    std::printf("%s: got %s, wanted %s\n", name.c_str(), text_of(*first, name).c_str(),
                                text_of(attributes, name).c_str());
        });
    }
};

} // namespace

int main(int argc, char** argv) {
    Checks checks;
    for (int i = 1; i < argc; ++i) {
        const std::string folder = argv[i];
        std::ifstream in(folder + "/graph.graphml", std::ios::binary);
        Graph graph;
        Read<Graph::vertex_descriptor> nodes;
        Read<Graph::edge_descriptor> edges;
        boost::dynamic_properties properties(
            [&](const std::string& name, const boost::any& key, const boost::any& value) {
                return key.type() == typeid(Graph::vertex_descriptor) ? nodes.map_for(name, value)
                                                                      : edges.map_for(name, value);
            });
        try {
            boost::read_graphml(in, graph, properties);
        } catch (const std::exception& error) {
            std::printf("FAILED %s: %s\n", argv[i], error.what());
            ++checks.failed;
            continue;
        }
        std::vector<Attributes> got;
        for (const auto node : boost::make_iterator_range(vertices(graph)))
            got.push_back(nodes.of(node));
        checks.equal(folder, "nodes", "node_id", got);
        std::vector<std::string> ids;
        for (auto& attributes : got)
            ids.push_back(std::get<std::string>(attributes.at("node_id")));
        got.clear();
        for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
            got.push_back(edges.of(edge));
            got.back()["source"] = ids[source(edge, graph)];
            got.back()["target"] = ids[target(edge, graph)];
        }
        checks.equal(folder, "edges", "uid", got);
    }
    std::printf("%d passed, %d failed, 0 skipped\n", checks.passed, checks.failed);
    return checks.failed ? 1 : 0;
}
