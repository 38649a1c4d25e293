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

/// A file that is being written. A long one goes to the disk a stretch at a time while more is made, and what
/// has arrived there is dropped from memory: the pages serve again for what follows, those of others stay,
/// and commit()'s fsync finds little left to do.
class OpenFile {
  public:
    explicit OpenFile(const fs::path& path)
        : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (is_open())
            ::close(descriptor_); // what close() may still report, commit()'s fsync reports first
    }

    bool is_open() const { return descriptor_ >= 0; }
    /// Whether all was written; errno says why not.
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
            written_ += written;
        }
        for (; written_ - sent_ >= stretch; sent_ += stretch)
            send();
        return true;
    }

  private:
    static constexpr off64_t stretch = 8 << 20;

    /// Starts the next stretch on its way to the disk and lets go of the one before. Both are wishes: where a
    /// file system cannot fulfil them, nothing is lost.
    void send() const {
        ::sync_file_range(descriptor_, sent_, stretch, SYNC_FILE_RANGE_WRITE);
        if (sent_ < stretch)
            return;
        ::sync_file_range(descriptor_, sent_ - stretch, stretch,
                          SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
        ::posix_fadvise(descriptor_, sent_ - stretch, stretch, POSIX_FADV_DONTNEED);
    }

    int descriptor_;
    off64_t written_ = 0;
    off64_t sent_ = 0; ///< how far stretches have been started on their way
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
    const auto& place = files_.back().place;
    const auto file = std::make_shared<OpenFile>(files_.back().temporary);
    if (!file->is_open())
        throw OutputError(place, errno);
    return [file, place](std::string_view bytes) {
        if (!file->write(bytes))
            throw OutputError(place, errno);
    };
}

void Output::take(Output&& other) {
    files_.insert(files_.end(), other.files_.begin(), other.files_.end());
    other.files_.clear();
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
