#include "text/read.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/table.hpp"
#include "base/utf8.hpp"
#include "text/encoding.hpp"
#include "text/html.hpp"
#include "text/json_lines.hpp"
#include "text/language.hpp"
#include "text/markdown.hpp"
#include "text/published.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

namespace timeloom {

namespace {

constexpr std::size_t digits_of_id = 16;
constexpr std::size_t longest_id = 200; // bytes

std::string named(const std::string& path) {
    return path == "-" ? "standard input" : path;
}

/// Reads at most `limit` bytes. Throws InputError.
std::string read_all(std::istream& in, const std::string& file, std::size_t limit) {
    std::string bytes;
    std::vector<char> buffer(1 << 14);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit)
            throw InputError(file, "larger than " + std::to_string(limit / 1'000'000) + " MB",
                             "cut it into articles");
    }
    if (in.bad())
        throw InputError(file, std::string("cannot be read: ") + std::strerror(errno),
                         "check the file and the disk");
    return bytes;
}

std::ifstream open(const std::string& path) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        const bool gone = errno == ENOENT;
        throw InputError(path,
                         gone ? "is not there" : std::string("cannot be opened: ") + std::strerror(errno),
                         gone ? "check the path" : "check its permissions");
    }
    return in;
}

/// For standard input and files without extension.
bool looks_like_html(std::string_view text) {
    const auto begins = [text = trim(text)](std::string_view tag) {
        return text.size() >= tag.size() &&
               std::equal(tag.begin(), tag.end(), text.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    };
    return begins("<!doctype html") || begins("<html");
}

/// Builds documents of one source's pages.
class DocumentMaker {
  public:
    DocumentMaker(const Source& source, const ReadOptions& options, const TakeDocument& take,
                  const TakeMessage& tell)
        : source_(source), file_(named(source.path)), options_(options), take_(take), tell_(tell) {}

    const std::string& file() const { return file_; }

    void note(const std::string& where, const std::string& text) {
        tell_({Message::Kind::note, where + ": " + text});
    }
    void error(const InputError& wrong) { tell_({Message::Kind::error, wrong.what()}); }

    /// `where` names the document in messages: the file, or file:line.
    void make(Page page, const std::string& id, const std::string& where) {
        if (page.text.find_first_not_of(" \t\r\n") == std::string::npos) {
            error(InputError(where, "holds no text", "remove it or give the article's text"));
            return;
        }
        Document document;
        document.text = std::move(page.text);
        document.sha256 = sha256(document.text);
        const bool usable =
            !id.empty() && id.size() <= longest_id &&
            std::none_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        document.id = "doc:" + (usable ? id : document.sha256.substr(0, digits_of_id));
        document.uri = source_.path; // a line of a file is told apart by its id
        if (usable)
            document.uri += "#" + id;
        const Metadata none;
        const auto& given = source_.given ? *source_.given : none;
        const auto first = [](const std::string& a, const std::string& b) { return a.empty() ? b : a; };
        document.title = first(given.title, page.metadata.title);
        document.publisher = first(given.publisher, page.metadata.publisher);
        document.url = first(given.url, page.metadata.url);
        // A record's word on its language counts as given, unless it is none that is known.
        const auto& claimed = page.metadata.language;
        const bool recorded = is_record(page.metadata) && is_known(primary_language(claimed));
        document.language = language_of(
            document.text, first(options_.language, first(given.language, recorded ? claimed : "")), claimed,
            where);
        document.published = published_of(given, page.metadata, document.url, where);
        take_(std::move(document));
    }

  private:
    static bool is_record(const Metadata& stated) { return stated.published_from == "the record"; }

    bool is_known(const std::string& code) const {
        return std::find(options_.languages.begin(), options_.languages.end(), code) !=
               options_.languages.end();
    }

    /// `given` is believed; what the page says of itself (`claimed`) only helps the identification.
    std::string language_of(const std::string& text, const std::string& given, const std::string& claimed,
                            const std::string& where) {
        if (const auto code = primary_language(given); is_known(code))
            return code;
        if (!given.empty()) {
            refuse_language(language_name(primary_language(given).empty() ? given : primary_language(given)),
                            where);
            return {};
        }
        const auto hint = primary_language(claimed);
        const auto guess = identify_language(text, hint, options_.languages);
        if (is_known(guess.code) && (guess.reliable || !is_known(hint)))
            return guess.code;
        if (!guess.reliable && is_known(hint))
            return hint;
        if (guess.code.empty())
            note(where, "its language cannot be told (say it with --language)");
        else
            refuse_language(guess.name, where);
        return {};
    }

    void refuse_language(const std::string& name, const std::string& where) {
        std::string readable;
        for (const auto& code : options_.languages)
            readable += (readable.empty() ? "" : ", ") + code;
        error(InputError(where, "is an article in " + name + ", which cannot be read",
                         "languages: " + readable + "; --language overrides"));
    }

    Published published_of(const Metadata& given, const Metadata& stated, const std::string& url,
                           const std::string& where) {
        struct Candidate {
            const std::string& date;
            std::string from;
            Basis basis;
        };
        const Candidate candidates[] = {
            {given.published, given.published_from + " gives", Basis::given},
            {stated.published, stated.published_from + (is_record(stated) ? " gives" : " says"),
             is_record(stated) ? Basis::given : Basis::stated},
            {options_.published, "the option --published gives", Basis::given},
        };
        for (const auto& [date, from, basis] : candidates) {
            if (date.empty())
                continue;
            if (const auto edtf = to_edtf(date); !edtf.empty())
                return {edtf, basis, {from + " " + date}};
            note(where, "its date '" + date + "' is no date and ignored (write it as YYYY-MM-DD)");
        }
        if (const auto edtf = edtf_from_url(url); !edtf.empty())
            return {edtf, Basis::stated, {"the address says " + edtf}};
        return {};
    }

    const Source& source_;
    std::string file_;
    const ReadOptions& options_;
    const TakeDocument& take_;
    const TakeMessage& tell_;
};

void read_json_lines(std::istream& in, const ReadOptions& options, DocumentMaker& maker) {
    bool any = false;
    for_each_line(
        in, options.largest_file,
        [&](std::string_view line, std::size_t number) {
            any = true;
            if (number == 1 && line.starts_with("\xEF\xBB\xBF"))
                line.remove_prefix(3);
            try {
                auto record = read_record(line, maker.file(), number);
                maker.make(std::move(record.page), record.id, maker.file() + ":" + std::to_string(number));
            } catch (const InputError& wrong) {
                maker.error(wrong);
            }
        },
        [&](std::size_t number) {
            any = true;
            maker.error(InputError(maker.file(), number,
                                   "the line is longer than " +
                                       std::to_string(options.largest_file / 1'000'000) + " MB",
                                   "cut it into articles"));
        });
    if (!any)
        throw InputError(maker.file(), "is empty", "give one JSON object a line");
}

void read_page(std::string bytes, const std::string& extension, DocumentMaker& maker) {
    if (bytes.empty())
        throw InputError(maker.file(), "is empty", "remove it or give the article's text");
    const bool may_be_html = extension == ".html" || extension == ".htm" || extension.empty();
    const auto charset = may_be_html ? declared_charset(bytes) : "";
    auto decoded = decode_text(std::move(bytes), maker.file(), charset);
    if (!decoded.note.empty())
        maker.note(maker.file(), decoded.note);
    if (extension == ".md") {
        maker.make(read_markdown(decoded.text), {}, maker.file());
    } else if (extension == ".html" || extension == ".htm" ||
               (extension.empty() && looks_like_html(decoded.text))) {
        maker.make(read_html(decoded.text), {}, maker.file());
    } else {
        maker.make({std::move(decoded.text), {}}, {}, maker.file());
    }
}

void read_stream(std::istream& in, const Source& source, const ReadOptions& options, const TakeDocument& take,
                 const TakeMessage& tell) {
    DocumentMaker maker(source, options, take, tell);
    try {
        const auto extension = source.path == "-" ? std::string() : extension_of(source.path);
        const bool is_piped_json = source.path == "-" && in.peek() == '{';
        if (extension == ".jsonl" || is_piped_json)
            read_json_lines(in, options, maker);
        else
            read_page(read_all(in, maker.file(), options.largest_file), extension, maker);
    } catch (const InputError& wrong) {
        maker.error(wrong);
    } catch (const std::bad_alloc&) {
        maker.error(InputError(maker.file(), "does not fit into memory", "cut it into articles"));
    }
}

} // namespace

void read_source(const Source& source, const ReadOptions& options, const TakeDocument& take,
                 const TakeMessage& tell) {
    if (source.path == "-") {
        read_stream(std::cin, source, options, take, tell);
        return;
    }
    try {
        auto in = open(source.path);
        read_stream(in, source, options, take, tell);
    } catch (const InputError& wrong) {
        tell({Message::Kind::error, wrong.what()});
    }
}

void read_bytes(std::string bytes, const Source& source, const ReadOptions& options, const TakeDocument& take,
                const TakeMessage& tell) {
    std::istringstream in(std::move(bytes));
    read_stream(in, source, options, take, tell);
}

bool DocumentIds::admit(const Document& document, const TakeMessage& tell) {
    const auto [found, is_new] = seen_.try_emplace(document.id, Seen{document.sha256, document.uri});
    if (is_new)
        return true;
    if (found->second.sha256 == document.sha256)
        tell({Message::Kind::note, document.uri + ": the same text as " + found->second.uri + "; read once"});
    else
        tell({Message::Kind::error,
              InputError(document.uri,
                         "its id '" + document.id + "' stands for another text in " + found->second.uri,
                         "give each article an id of its own")
                  .what()});
    return false;
}

} // namespace timeloom
