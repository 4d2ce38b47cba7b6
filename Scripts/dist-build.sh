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

# build_programs PLACE: leaves PLACE/programs with both programs, PLACE/source with the sources
# and the checkouts of the dependencies.
build_programs() (
    folder=$1
    # The place has a name that others can foresee: nothing is used that stands there already.
    mkdir -- "$folder" 2>/dev/null || fail 69 "$folder is there already, or cannot be made; \
remove what an interrupted run left, or name another with --place"
    say "building greenalu $version in $folder"
    mkdir "$folder/source" "$folder/libraries" "$folder/programs"
    git archive "$commit" | tar -x -C "$folder/source"
    cp Scripts/dist.resolved "$folder/source/Package.resolved"
    # The linker takes the shared library where both are; in this folder is only the other.
    for library in $linked_libraries; do
        ln -s "$(static_library "$library")" "$folder/libraries/lib$library.a"
    done
    cd "$folder/source"
    build() {
        # SwiftPM's own Swift and C flags come first, so these hold.
        swift build -c release --static-swift-stdlib --disable-local-rpath \
            --force-resolved-versions --scratch-path "$folder/source/.build" \
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
        strip --strip-all -o "$folder/programs/$program" "$built/$program"
        if LC_ALL=C grep -a -q -F -- "$folder" "$folder/programs/$program"; then
            say "$program names the folder it was built in:"
            strings "$folder/programs/$program" | grep -F -- "$folder" | sort -u | head -n 5 >&2
        fi
    done
)
