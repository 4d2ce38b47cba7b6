# shellcheck shell=sh
# Read by the other scripts in this folder; not run on its own.
#
# Exit codes of the scripts themselves: 1 a check, the build or a test failed; 64 wrong usage;
# 69 something the script needs is missing and could not be installed. A script that starts
# greenalu passes greenalu's own exit code on.

set -eu

script=$(basename -- "$0")
repository=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd -P)

# The oldest Swift that reads Package.swift.
minimum_swift_major=6
minimum_swift_minor=2
swift_wanted="Swift $minimum_swift_major.$minimum_swift_minor or later is needed: https://www.swift.org/install/linux/"

# The optimised build with testing enabled has flags of its own, so it has a folder of its own:
# in a shared folder, it and the build of Scripts/plan would each undo the other.
test_scratch=.build-test

say() {
    printf '%s: %s\n' "$script" "$*" >&2
}

# fail CODE TEXT...
fail() {
    fail_code=$1
    shift
    printf '%s: error: %s\n' "$script" "$*" >&2
    exit "$fail_code"
}

# Prints the comment at the head of the script, which is its manual.
show_manual() {
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# Prints the folder of the toolchain's programs, beyond links and version managers.
toolchain_programs() {
    toolchain=$(swift -print-target-info 2>/dev/null \
        | sed -n 's|.*"runtimeResourcePath": "\(.*\)/lib/swift".*|\1|p')
    if [ -n "$toolchain" ]; then
        printf '%s/bin\n' "$toolchain"
    else
        dirname -- "$(readlink -f -- "$(command -v swift)")"
    fi
}

# Prints the Debian packages of what the build and the Swift toolchain want and do not find, one
# a line.
missing_packages() {
    [ -e /usr/include/gsl/gsl_version.h ] || [ -e /usr/local/include/gsl/gsl_version.h ] \
        || echo libgsl-dev
    command -v git >/dev/null 2>&1 || echo git
    [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
    command -v ld.gold >/dev/null 2>&1 || echo binutils-gold
    [ -e /usr/include/stdio.h ] || echo libc6-dev
    # swift-crypto has C++ sources; g++ brings the headers and libgcc under one name in every
    # release of Debian.
    ls /usr/include/c++/*/vector >/dev/null 2>&1 || echo g++
    # The store of the page's server, which is built only where it is asked for.
    [ "${GREENALU_WEB-}" != 1 ] || [ -e /usr/include/sqlite3.h ] || echo libsqlite3-dev

    swift_folder=$(toolchain_programs)
    for tool in swift-build swift-frontend swift-format lld; do
        [ -e "$swift_folder/$tool" ] || continue
        ldd "$swift_folder/$tool" 2>/dev/null | awk '/not found/ { print $1 }'
    done | sort -u | while read -r library; do
        case $library in
        libcurl.so.*) echo libcurl4 ;;
        libncurses.so.* | libtinfo.so.*) echo libncurses6 ;;
        libsqlite3.so.*) echo libsqlite3-0 ;;
        libstdc++.so.*) echo libstdc++6 ;;
        libuuid.so.*) echo libuuid1 ;;
        libxml2.so.*) echo libxml2 ;;
        libz.so.*) echo zlib1g ;;
        libedit.so.*) echo libedit2 ;;
        *) say "the Swift toolchain wants $library; no Debian package is known for it here" ;;
        esac
    done | sort -u
}

# install_packages PACKAGE...: through apt-get, or stops with the command to type.
install_packages() {
    command -v apt-get >/dev/null 2>&1 \
        || fail 69 "missing, and there is no apt-get to install it with: $*"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        fail 69 "packages are missing. Type this, then run the script again:
    sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    fi

    say "installing $*"
    apt_log=$(mktemp)
    apt_install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes \
        --no-install-recommends -o DPkg::Lock::Timeout=300"
    # The package lists are fetched only when the lists at hand do not do.
    # shellcheck disable=SC2086 # the words of the command
    if ! $apt_install "$@" </dev/null >"$apt_log" 2>&1; then
        say "refreshing the package lists first"
        if ! $as_root apt-get update </dev/null >"$apt_log" 2>&1 \
            || ! $apt_install "$@" </dev/null >"$apt_log" 2>&1; then
            cat "$apt_log" >&2
            rm -f "$apt_log"
            fail 69 "apt-get could not install: $*"
        fi
    fi
    rm -f "$apt_log"
}

# Sees to it that Swift and the packages of the build are there.
prepare_machine() {
    command -v swift >/dev/null 2>&1 \
        || fail 69 "swift is not on PATH. $swift_wanted"

    missing=$(missing_packages | sort -u)
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # one word a package
        install_packages $missing
    fi

    swift_release=$(swift --version 2>/dev/null \
        | sed -n 's/.*Swift version \([0-9][0-9]*\)\.\([0-9][0-9]*\).*/\1 \2/p' | head -n 1)
    [ -n "$swift_release" ] || fail 69 "'swift --version' does not name a version; is the toolchain whole?"
    major=${swift_release% *}
    minor=${swift_release#* }
    if [ "$major" -lt "$minimum_swift_major" ] || {
        [ "$major" -eq "$minimum_swift_major" ] && [ "$minor" -lt "$minimum_swift_minor" ]
    }; then
        fail 69 "Swift $major.$minor is too old. $swift_wanted"
    fi
}

# swift_sources COMMAND...: runs the command with our Swift files as its last arguments.
swift_sources() {
    (
        cd "$repository"
        find Package.swift Sources Tests Benchmarks -name '.?*' -prune -o -name '*.swift' -type f -print0 \
            2>/dev/null | xargs -0 "$@"
    )
}

# Builds everything once, optimised and open to @testable, warnings being errors (Package.swift).
build_tests() {
    # Where Scripts/test-web has built the server, it stays: without it in the package, Swift would
    # lay its packages aside, and the next Scripts/test-web would build them again.
    [ ! -d "$repository/$test_scratch/checkouts/hummingbird" ] || export GREENALU_WEB=1
    say "building the program and its tests, optimised with testing enabled"
    swift build --package-path "$repository" --scratch-path "$repository/$test_scratch" \
        --build-tests -c release -Xswiftc -enable-testing
}

# run_tests ARGUMENT...: runs what build_tests built; the runner's summary ends the output.
# A run that selects no test fails.
run_tests() {
    say "running the tests"
    rm -f "$repository/$test_scratch"/tests*.xml
    status=0
    (
        cd "$repository"
        swift test --scratch-path "$test_scratch" --skip-build -c release -Xswiftc -enable-testing \
            --disable-xctest --xunit-output "$test_scratch/tests.xml" "$@"
    ) || status=$?
    [ "$status" -eq 0 ] || return "$status"
    grep -qs '<testcase' "$repository/$test_scratch"/tests*.xml || fail 1 "no test was run"
}

# A machine of its own for a trial: a minimal Debian in a temporary folder, reached by chroot.

# with_machine KEEP ARGUMENT...: runs the script again, with these arguments, in a mount namespace
# of its own with the folder $machine_folder, and ends as that run ends; inside, it only returns. No
# mount is left behind, however the script ends, and the folder can be removed without a look
# through a mount. KEEP is empty, or the folder stays.
with_machine() {
    keep_machine=$1
    shift
    machine_folder=${GREENALU_MACHINE_FOLDER-}
    machine=$machine_folder/machine
    [ -z "$machine_folder" ] || return 0
    [ "$(id -u)" -eq 0 ] || fail 69 "mounting and chroot need root"
    command -v debootstrap >/dev/null 2>&1 || install_packages debootstrap
    machine_folder=$(mktemp -d "${TMPDIR:-/tmp}/greenalu-$script.XXXXXX")
    machine_status=0
    GREENALU_MACHINE_FOLDER=$machine_folder unshare --mount --propagation private "$0" "$@" \
        || machine_status=$?
    if [ -n "$keep_machine" ]; then
        say "kept: $machine_folder"
    else
        rm -rf --one-file-system "$machine_folder"
    fi
    exit "$machine_status"
}

# lay_machine SUITE: lays the Debian into $machine.
lay_machine() {
    say "laying a minimal Debian ($1)"
    mirror=$(apt-get indextargets --format "\$(REPO_URI) \$(CODENAME)" "Created-By: Packages" \
        2>/dev/null \
        | awk -v suite="$1" '$2 == suite && $1 ~ /\/debian\/?$/ { print $1; exit }')
    mirror=${mirror:-http://deb.debian.org/debian}
    debootstrap --variant=minbase "$1" "$machine" "$mirror" >"$machine_folder/debootstrap.log" 2>&1 || {
        tail -n 20 "$machine_folder/debootstrap.log" >&2
        fail 69 "debootstrap failed"
    }
    mount -t proc proc "$machine/proc"
    for file in /etc/resolv.conf /etc/hosts; do
        if [ -e "$file" ]; then cp -L "$file" "$machine$file"; fi
    done
}

# inside PATH COMMAND...: runs a command on the machine, with this search path and nothing else of
# this machine's environment but its proxies.
inside() {
    inside_path=$1
    shift
    chroot "$machine" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH="$inside_path" \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        "$@" </dev/null
}
