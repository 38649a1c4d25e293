#include "export/output.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace timeloom {
namespace fs = std::filesystem;
namespace {

std::string remedy(int error_number) {
    switch (error_number) {
    case ENOSPC:
    case EDQUOT:
        return "free some space, or choose another folder with -o";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder that you may write to with -o";
    case ENOTDIR:
    case EEXIST:
        return "a file stands where a folder is needed: choose another folder with -o";
    default:
        return "check the disk, or choose another folder with -o";
    }
}

void sync(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        throw OutputError(path, errno);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some file systems cannot sync a folder or a device and say EINVAL; the bytes are as safe as they get
    // there.
    if (failed && failed != EINVAL)
        throw OutputError(path, failed);
}

struct Descriptor {
    int number;
    explicit Descriptor(int opened) : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0)
            ::close(number); // what close() may still report, commit()'s fsync reports first
    }
};

} // namespace

OutputError::OutputError(const fs::path& path, int error_number)
    : std::runtime_error(path.string() + ": cannot be written: " + std::strerror(error_number) + " (" +
                         remedy(error_number) + ")") {}

Output::Output(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error)
        throw OutputError(folder_, error.value());
}

Output::~Output() {
    std::error_code ignored;
    for (const auto& file : files_)
        fs::remove(file.temporary, ignored);
}

void Output::start(std::string_view name) {
    File file;
    file.place = folder_ / name;
    // In the folder of its place, so that the rename stays on one file system.
    file.temporary = file.place.parent_path() /
                     ("." + file.place.filename().string() + ".part" + std::to_string(::getpid()));
    std::error_code error;
    fs::create_directories(file.place.parent_path(), error);
    if (error)
        throw OutputError(file.place.parent_path(), error.value());
    if (fs::is_directory(file.place, error))
        throw OutputError(file.place, EISDIR);
    fs::remove(file.temporary, error);
    files_.push_back(std::move(file));
}

fs::path Output::path(std::string_view name) {
    start(name);
    return files_.back().temporary;
}

Sink Output::file(std::string_view name) {
    start(name);
    const auto& file = files_.back();
    const auto descriptor = std::make_shared<Descriptor>(
        ::open(file.temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (descriptor->number < 0)
        throw OutputError(file.place, errno);
    return [descriptor, place = file.place](std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor->number, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                throw OutputError(place, errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    };
}

std::vector<fs::path> Output::commit() {
    for (const auto& file : files_)
        sync(file.temporary);
    std::vector<fs::path> places;
    for (const auto& file : files_) {
        std::error_code error;
        fs::rename(file.temporary, file.place, error);
        if (error)
            throw OutputError(file.place, error.value());
        places.push_back(file.place);
    }
    files_.clear();
    return places;
}

} // namespace timeloom
