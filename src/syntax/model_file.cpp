#include "syntax/model.hpp"

#include "base/error.hpp"
#include "syntax/names.hpp"

#include <zstd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <numeric>

namespace timeloom {

namespace {

constexpr std::string_view magic = "TLSYNT05";
constexpr std::size_t header_bytes = magic.size() + 4;
constexpr std::size_t most_bytes = 64u << 20; ///< no honest model is larger when unpacked
constexpr const char* remedy = "install the models of this version again, or rebuild it with timeloom-train";

class Writer {
  public:
    std::string bytes;

    void number(std::uint64_t value, unsigned width = 4) {
        for (unsigned i = 0; i < width; ++i)
            bytes += static_cast<char>(value >> 8 * i & 255);
    }
    /// Seven bits a byte, the last byte below 128.
    void packed(std::uint32_t value) {
        for (; value >= 128; value >>= 7)
            bytes += static_cast<char>((value & 127) | 128);
        bytes += static_cast<char>(value);
    }
    void text(const std::string& value) {
        packed(static_cast<std::uint32_t>(value.size()));
        bytes += value;
    }
    void keys(const std::vector<std::uint32_t>& keys) {
        packed(static_cast<std::uint32_t>(keys.size()));
        std::uint32_t last = 0;
        for (const std::uint32_t key : keys)
            packed((key - std::exchange(last, key)) / 2);
    }
    void pairs(const KeyValues& pairs) {
        std::vector<std::uint32_t> only;
        for (const auto& pair : pairs)
            only.push_back(pair.first);
        keys(only);
        for (const auto& pair : pairs)
            packed(pair.second);
    }
    /// Like things side by side: they compress better so.
    void weights(const Weights& weights) {
        packed(weights.classes);
        keys(weights.keys);
        for (const std::uint8_t count : weights.counts)
            number(count, 1);
        packed(static_cast<std::uint32_t>(weights.values.size()));
        for (const Weight& weight : weights.values)
            number(weight.target, 1);
        for (const Weight& weight : weights.values)
            number(static_cast<std::uint8_t>(weight.value), 1);
    }
    void leads(const Leads& leads) {
        keys(leads.keys);
        for (const Lead lead : leads.leads)
            number(static_cast<std::uint8_t>(lead.second), 1);
        for (const Lead lead : leads.leads)
            number(static_cast<std::uint8_t>(lead.third), 1);
    }
};

class Reader {
  public:
    Reader(std::string_view bytes, const std::string& file) : left_(bytes), file_(file) {}

    [[noreturn]] void damaged() const { throw InputError(file_, "the model is damaged", remedy); }
    void check(bool good) const {
        if (!good)
            damaged();
    }
    std::uint64_t number(unsigned width = 4) {
        check(left_.size() >= width);
        std::uint64_t value = 0;
        for (unsigned i = 0; i < width; ++i)
            value |= std::uint64_t{static_cast<unsigned char>(left_[i])} << 8 * i;
        left_.remove_prefix(width);
        return value;
    }
    std::uint32_t packed() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const std::uint64_t byte = number(1);
            value |= (byte & 127) << shift;
            if (byte < 128)
                return static_cast<std::uint32_t>(value);
        }
        damaged();
    }
    /// The length of a list whose items take a byte or more each.
    std::uint32_t length() {
        const std::uint32_t value = packed();
        check(value <= left_.size());
        return value;
    }
    std::string_view block(std::size_t size) {
        check(size <= left_.size());
        const std::string_view value = left_.substr(0, size);
        left_.remove_prefix(size);
        return value;
    }
    std::string text() { return std::string(block(length())); }
    std::vector<std::uint32_t> keys() {
        std::vector<std::uint32_t> keys(length());
        std::uint64_t last = 0;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::uint64_t step = packed();
            last += step * 2;
            check((step > 0 || i == 0) && last < 0xFFFFFFFF);
            keys[i] = static_cast<std::uint32_t>(last);
        }
        return keys;
    }
    /// Values below `limit`.
    KeyValues pairs(std::uint64_t limit) {
        KeyValues pairs;
        for (const std::uint32_t key : keys())
            pairs.emplace_back(key, 0);
        for (auto& pair : pairs) {
            pair.second = packed();
            check(pair.second < limit);
        }
        return pairs;
    }
    Weights weights() {
        Weights weights;
        weights.classes = packed();
        check(weights.classes <= 255);
        weights.keys = keys();
        const std::string_view counts = block(weights.keys.size());
        weights.counts.assign(counts.begin(), counts.end());
        weights.values.resize(length());
        check(std::accumulate(weights.counts.begin(), weights.counts.end(), std::size_t{0}) ==
              weights.values.size());
        const std::string_view targets = block(weights.values.size()), values = block(weights.values.size());
        for (std::size_t i = 0; i < weights.values.size(); ++i)
            weights.values[i] = {static_cast<std::uint8_t>(targets[i]), static_cast<std::int8_t>(values[i])};
        check(std::ranges::all_of(weights.values,
                                  [&](Weight weight) { return weight.target < weights.classes; }));
        return weights;
    }
    Leads leads() {
        Leads leads{keys(), {}};
        const std::string_view second = block(leads.keys.size()), third = block(leads.keys.size());
        leads.leads.resize(leads.keys.size());
        for (std::size_t i = 0; i < leads.leads.size(); ++i)
            leads.leads[i] = {static_cast<std::int8_t>(second[i]), static_cast<std::int8_t>(third[i])};
        return leads;
    }
    bool finished() const { return left_.empty(); }

  private:
    std::string_view left_;
    const std::string& file_;
};

std::string pack_fields(const ModelParts& parts) {
    Writer out;
    out.text(parts.language);
    out.pairs(parts.lexicon);
    out.weights(parts.upos);
    out.packed(static_cast<std::uint32_t>(parts.bundles.size()));
    for (std::size_t i = 0; i < parts.bundles.size(); ++i) {
        out.packed(parts.bundles[i]);
        out.packed(parts.bundle_tags[i]);
    }
    out.pairs(parts.sure_bundles);
    out.weights(parts.bundle);
    out.packed(static_cast<std::uint32_t>(parts.scripts.size()));
    for (const LemmaScript& script : parts.scripts) {
        out.number(script.fold, 1);
        out.text(script.cut);
        out.number(script.drop, 1);
        out.text(script.append);
    }
    out.pairs(parts.lemma_rules);
    out.packed(static_cast<std::uint32_t>(parts.split_choices.size()));
    for (const Splitter::Choice& choice : parts.split_choices) {
        out.number(choice.last, 1);
        out.packed(static_cast<std::uint32_t>(choice.parts.size()));
        for (const std::string& part : choice.parts)
            out.text(part);
    }
    out.pairs(parts.split_tokens);
    out.pairs(parts.split_endings);
    out.weights(parts.split_context);
    out.leads(parts.transition);
    out.packed(static_cast<std::uint32_t>(parts.relations.size()));
    for (const Deprel relation : parts.relations)
        out.text(std::string(name(relation)));
    out.pairs(parts.sure_relations);
    out.weights(parts.relation);
    out.number(parts.width, 1);
    return out.bytes;
}

ModelParts unpack_fields(Reader& in) {
    ModelParts parts;
    parts.language = in.text();
    parts.lexicon = in.pairs((upos_count + 1) << upos_count);
    parts.upos = in.weights();
    in.check(parts.upos.classes == upos_count);
    for (std::uint32_t i = 0, count = in.length(); i < count; ++i) {
        parts.bundles.push_back(in.packed());
        parts.bundle_tags.push_back(in.packed());
    }
    parts.sure_bundles = in.pairs(parts.bundles.size());
    parts.bundle = in.weights();
    in.check(parts.bundle.classes == parts.bundles.size());
    for (std::uint32_t i = 0, count = in.length(); i < count; ++i) {
        LemmaScript script;
        script.fold = in.number(1) != 0;
        script.cut = in.text();
        script.drop = static_cast<std::uint8_t>(in.number(1));
        script.append = in.text();
        parts.scripts.push_back(std::move(script));
    }
    parts.lemma_rules = in.pairs(parts.scripts.size());
    for (std::uint32_t i = 0, count = in.length(); i < count; ++i) {
        Splitter::Choice choice;
        choice.last = in.number(1) != 0;
        choice.parts.resize(in.length());
        for (std::string& part : choice.parts)
            part = in.text();
        parts.split_choices.push_back(std::move(choice));
    }
    in.check(parts.split_choices.empty() || parts.split_choices.back().last);
    parts.split_tokens = in.pairs(parts.split_choices.size());
    parts.split_endings = in.pairs(parts.split_choices.size());
    parts.split_context = in.weights();
    parts.transition = in.leads();
    for (std::uint32_t i = 0, count = in.length(); i < count; ++i)
        parts.relations.push_back(deprel_of(in.text()));
    parts.sure_relations = in.pairs(parts.relations.size());
    parts.relation = in.weights();
    in.check(parts.relation.classes == parts.relations.size());
    parts.width = static_cast<std::uint32_t>(in.number(1));
    in.check(parts.width > 0 && in.finished());
    return parts;
}

} // namespace

std::string to_bytes(const ModelParts& parts) {
    const std::string fields = pack_fields(parts);
    std::string packed(ZSTD_compressBound(fields.size()), '\0');
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 19);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1); // this is how damage is found
    packed.resize(ZSTD_compress2(context.get(), packed.data(), packed.size(), fields.data(), fields.size()));
    Writer out;
    out.bytes = magic;
    out.number(fields.size());
    return out.bytes + packed;
}

ModelParts parts_from_bytes(const std::string& bytes, const std::string& file) {
    Reader header(bytes, file);
    const std::string_view named = std::string_view(bytes).substr(0, magic.size());
    if (!named.starts_with(magic.substr(0, 6)))
        throw InputError(file, "this is not a model of timeloom-train", remedy);
    if (named != magic)
        throw InputError(file,
                         "the model has version " + std::string(named.substr(6)) + ", this program reads " +
                             std::string(magic.substr(6)),
                         remedy);
    header.block(magic.size());
    const std::uint64_t size = header.number();
    const std::string_view packed = std::string_view(bytes).substr(header_bytes);
    if (size > most_bytes)
        header.damaged();
    std::string fields(size, '\0');
    if (ZSTD_decompress(fields.data(), fields.size(), packed.data(), packed.size()) != size)
        header.damaged();
    Reader in(fields, file);
    return unpack_fields(in);
}

void write_model(const ModelParts& parts, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << to_bytes(parts);
    if (!out.flush())
        throw InputError(file.string(), "cannot write the model", "check the folder and the space left");
}

ModelParts read_model(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || !std::filesystem::is_regular_file(file))
        throw InputError(file.string(), "the model cannot be opened", remedy);
    std::string bytes(std::filesystem::file_size(file), '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return parts_from_bytes(bytes, file.string());
}

} // namespace timeloom
