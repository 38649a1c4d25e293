# Shell functions that ./run and ./check share. Source it from the project's root.

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }

# install_packages FILE…: installs the Debian packages that the files list and the machine lacks. A line "package command"
# is content with the command, wherever it comes from.
install_packages() {
    local wanted missing package command as_root=()
    wanted=$(sed 's/#.*//' "$@" | while read -r package command; do
        if [ -n "$package" ] && { [ -z "$command" ] || ! command -v "$command" > /dev/null; }; then echo "$package"; fi
    done | sort -u)
    missing=$(comm -23 <(echo "$wanted") <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u))
    [ -z "$missing" ] && return 0
    say "Installing:" $missing
    if [ "$(id -u)" != 0 ]; then
        command -v sudo > /dev/null || { echo "run: these packages are missing and there is no sudo: install them as root, then run this again" >&2; return 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends $missing > /dev/null
}

# build FOLDER [MESON OPTION…]: configures once, then builds what has changed; silent when nothing has.
build() {
    local folder=$1 log
    shift
    [ -f "$folder/build.ninja" ] || meson setup "$folder" "$@" > "/tmp/timeloom-setup.$$" || { cat "/tmp/timeloom-setup.$$" >&2; return 1; }
    rm -f "/tmp/timeloom-setup.$$"
    ninja -C "$folder" --quiet
}
