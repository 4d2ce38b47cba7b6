# shellcheck shell=sh
# Read by Scripts/dist; not run on its own. Builds the two programs of the last commit.

# Debian packages whose libraries are linked in, and the libraries.
linked_packages='libgsl-dev libsqlite3-dev'
linked_libraries='gsl gslcblas sqlite3'

# What the build wants beyond what Scripts/plan does.
prepare_distribution() {
    export GREENALU_WEB=1
    prepare_machine
    for tool in dpkg-deb:dpkg xz:xz-utils strip:binutils readelf:binutils gzip:gzip; do
        command -v "${tool%:*}" >/dev/null 2>&1 || install_packages "${tool#*:}"
    done
    for library in $linked_libraries; do
        [ -e "$(static_library "$library")" ] \
            || fail 69 "lib$library.a is missing; Debian has it in one of: $linked_packages"
    done
}

# static_library NAME: the path of the archive that is linked in
static_library() {
    "$(toolchain_programs)/clang" "-print-file-name=lib$1.a"
}

# resolved_versions FILE: a line for each dependency, its name and its version
resolved_versions() {
    sed -n 's/^ *"\(identity\|version\)" : "\(.*\)",\{0,1\}$/\1 \2/p' "$1" \
        | awk '$1 == "identity" { name = $2 } $1 == "version" { print name " " $2 }' | sort
}

# build_programs FOLDER: leaves FOLDER/programs with both programs, FOLDER/source with the sources
# and the checkouts of the dependencies.
build_programs() (
    folder=$1
    say "building greenalu $version in $folder"
    mkdir "$folder/source" "$folder/libraries" "$folder/programs"
    git archive "$commit" | tar -x -C "$folder/source"
    # The linker takes the shared library where both are; in this folder is only the other.
    for library in $linked_libraries; do
        ln -s "$(static_library "$library")" "$folder/libraries/lib$library.a"
    done
    cd "$folder/source"
    swift package --scratch-path "$folder/source/.build" resolve >&2 \
        || fail 69 "the dependencies could not be resolved"
    resolved_versions "$folder/source/Package.resolved" >"$folder/versions"
    diff -u "$repository/Scripts/dist.versions" "$folder/versions" >&2 \
        || fail 1 "the dependencies are not those of Scripts/dist.versions; where these are to be \
released, change that file as shown above and commit"
    build() {
        # SwiftPM's own Swift and C flags come first, so these hold.
        swift build -c release --static-swift-stdlib --disable-local-rpath \
            --scratch-path "$folder/source/.build" \
            -Xswiftc -gnone -Xcc -g0 -Xcxx -g0 -Xlinker --build-id=none \
            -Xswiftc -file-prefix-map -Xswiftc "$folder=/greenalu" \
            -Xswiftc -no-toolchain-stdlib-rpath \
            -Xcc "-ffile-prefix-map=$folder=/greenalu" \
            -Xcxx "-ffile-prefix-map=$folder=/greenalu" \
            -Xswiftc "-L$folder/libraries" -Xlinker -lgsl -Xlinker -lgslcblas -Xlinker -lm "$@"
    }
    build --product greenalu-serve >&2 || fail 1 "the build of greenalu-serve failed"
    build --product greenalu >&2 || fail 1 "the build of greenalu failed"
    built=$(build --show-bin-path)
    for program in greenalu greenalu-serve; do
        # The hashes by which the compiler knows what it need not compile again: of the paths, too.
        strip --strip-all --remove-section=.swift_modhash \
            -o "$folder/programs/$program" "$built/$program"
        if LC_ALL=C grep -a -q -F -- "$folder" "$folder/programs/$program"; then
            say "$program names the folder it was built in:"
            strings "$folder/programs/$program" | grep -F -- "$folder" | sort -u | head -n 5 >&2
        fi
    done
)
