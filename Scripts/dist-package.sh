# shellcheck shell=sh
# Read by Scripts/dist; not run on its own. Makes the tarball and the Debian package.

maintainer=$(git log -1 --format='%an <%ae>' "$commit")

# make_packages PLACE OUTPUT
make_packages() {
    # The place has a name that others can foresee: nothing is used that stands there already.
    mkdir -- "$1" 2>/dev/null || fail 69 "$1 is there already, or cannot be made; \
remove what an interrupted run left, or name another with --place"
    started=$(date +%s)
    folder=$(padded_folder "$1")
    mkdir -- "$folder"
    build_programs "$folder"
    say "built in $(($(date +%s) - started)) s"
    lay_tree "$folder" "$folder/$tree_name"
    make_archive "$folder" "$folder/$archive"
    make_debian "$folder" "$folder/$package"
    (cd "$folder" && sha256sum "$archive" "$package" >SHA256SUMS)
    for file in "$archive" "$package" SHA256SUMS; do mv -f "$folder/$file" "$2/$file"; done
    rm -rf -- "$1"
}

# padded_folder PLACE: a folder in it whose path is as long as that in any other place. Paths are kept
# out of the programs, but not how long they are: the compiler counts them before they are replaced.
padded_folder() {
    printf '%s/%0*d' "$1" $((longest_place + 10 - ${#1})) 0
}

# compare_packages FOLDER OTHER
compare_packages() {
    if cmp -s "$1/SHA256SUMS" "$2/SHA256SUMS"; then
        say "built twice, in two places: every byte is the same"
        return
    fi
    diff "$1/SHA256SUMS" "$2/SHA256SUMS" >&2 || true
    fail 1 "two builds of the same commit differ"
}

# lay_tree PLACE TREE: what both packages hold
lay_tree() {
    tree=$2
    share=$tree/share
    documents=$share/doc/greenalu
    mkdir -p "$tree/bin" "$documents/licences" "$documents/docs" "$share/man/man1" \
        "$share/man/zh_CN/man1" "$share/bash-completion/completions" \
        "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
    cp "$1/programs/greenalu" "$1/programs/greenalu-serve" "$tree/bin/"
    # In an empty folder, as everything must work there.
    mkdir "$1/empty"
    own() { (cd "$1/empty" && shift && LC_ALL=C "$tree/bin/greenalu" "$@"); }
    own "$1" manual >"$share/man/man1/greenalu.1"
    own "$1" manual --lang zh >"$share/man/zh_CN/man1/greenalu.1"
    echo '.so man1/greenalu.1' >"$share/man/man1/greenalu-serve.1"
    own "$1" completion bash >"$share/bash-completion/completions/greenalu"
    own "$1" completion zsh >"$share/zsh/site-functions/_greenalu"
    own "$1" completion fish >"$share/fish/vendor_completions.d/greenalu.fish"
    find "$share/man" -type f -exec gzip -9n {} +
    cp "$1/source/README.md" "$1/source/README.zh.md" "$1/source/CHANGELOG.md" \
        "$1/source/LICENSE" "$documents/"
    cp "$1/source/docs"/*.md "$documents/docs/"
    lay_licences "$1" "$documents"
    find "$tree" -type d -exec chmod 755 {} +
    find "$tree" -type f -exec chmod 644 {} +
    chmod 755 "$tree/bin/greenalu" "$tree/bin/greenalu-serve"
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# lay_licences PLACE DOCUMENTS: the licence of everything that is linked in, and what it is
lay_licences() {
    for package_folder in "$1/source/.build/checkouts"/*/; do
        name=$(basename -- "$package_folder")
        for file in "$package_folder"LICENSE* "$package_folder"NOTICE*; do
            [ ! -f "$file" ] || cp "$file" "$2/licences/$name-$(basename -- "$file" .txt)"
        done
    done
    runtime_licence=$(toolchain_programs)/../share/swift/LICENSE.txt
    [ -f "$runtime_licence" ] || fail 69 "the toolchain has no licence at $runtime_licence"
    cp "$runtime_licence" "$2/licences/swift-LICENSE"
    for linked in $linked_packages; do
        cp "/usr/share/doc/$linked/copyright" "$2/licences/${linked%-dev}-copyright"
    done
    cp /usr/share/common-licenses/GPL-3 "$2/licences/GPL-3"
    copyright_text "$1" >"$2/copyright"
}

# copyright_text PLACE: in Debian's form, which people read as well
copyright_text() {
    swift_version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
    cat <<TEXT
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: greenalu
Comment:
 The sources of greenalu are under the Apache License 2.0. The programs have the
 GNU Scientific Library linked in, which is under the GNU General Public License,
 version 3 or later. The Apache License 2.0 may be combined with it, in this
 direction alone, so the programs as a whole are passed on under the GNU General
 Public License, version 3 or later: whoever passes them on offers the sources
 of all parts. Those are the sources of greenalu at the commit named below, with
 Package.swift and Scripts/dist, the packages listed here at their revisions, and
 Debian's source packages listed here at their versions (apt-get source, or
 https://snapshot.debian.org). All licences and notices are in the folder
 licences beside this file.
 .
 greenalu commit: $commit
 Swift $swift_version: https://github.com/swiftlang, licence in licences/swift-LICENSE;
 with it Foundation, whose International Components for Unicode are under
 the Unicode License 3.
TEXT
    for linked in $linked_packages; do
        # shellcheck disable=SC2016 # fields of dpkg-query
        dpkg-query -W -f ' ${source:Package} ${source:Version} (Debian), licence in licences/' "$linked"
        echo "${linked%-dev}-copyright"
    done
    # One line a package: address and version.
    sed -n 's/^ *"\(location\|version\)" : "\(.*\)",\{0,1\}$/\1 \2/p' "$1/source/Package.resolved" \
        | awk '$1 == "location" { place = $2; sub(/\.git$/, "", place) }
               $1 == "version" { print " " place " " $2 }'
    cat <<'TEXT'

Files: *
Copyright: 2026 greenalu contributors
License: Apache-2.0

License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0; it is
 also in the file LICENSE beside this one.
TEXT
}


# make_archive PLACE FILE
make_archive() {
    (cd "$1" && tar --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
        --mtime="@$SOURCE_DATE_EPOCH" -cf - "$tree_name" | gzip -9n >"$2")
}

# make_debian PLACE FILE
make_debian() {
    root=$1/debian
    mkdir -p "$root/DEBIAN" "$root/usr/share/lintian/overrides"
    cp -a "$1/$tree_name/bin" "$root/usr/"
    cp -a "$1/$tree_name/share/." "$root/usr/share/"
    mkdir "$root/usr/share/zsh/vendor-completions"
    mv "$root/usr/share/zsh/site-functions/_greenalu" "$root/usr/share/zsh/vendor-completions/"
    rmdir "$root/usr/share/zsh/site-functions"
    # Debian has this text in a place of its own, where the file copyright points.
    rm "$root/usr/share/doc/greenalu/LICENSE" "$root/usr/share/doc/greenalu/licences/GPL-3"
    sed -i 's|; it is$|.|; /^ also in the file LICENSE beside/d' "$root/usr/share/doc/greenalu/copyright"
    cat >>"$root/usr/share/doc/greenalu/copyright" <<'TEXT'

License: GPL-3+
 On Debian systems the text is in /usr/share/common-licenses/GPL-3.
TEXT
    debian_changelog | gzip -9n >"$root/usr/share/doc/greenalu/changelog.gz"
    mv "$root/usr/share/doc/greenalu/CHANGELOG.md" "$root/usr/share/doc/greenalu/NEWS.md"
    lintian_overrides >"$root/usr/share/lintian/overrides/greenalu"
    size=$(find "$root/usr" -type f -printf '%s\n' | awk '{ s += int(($1 + 1023) / 1024) } END { print s }')
    control "$size" "$root/usr/bin/greenalu" "$root/usr/bin/greenalu-serve" >"$root/DEBIAN/control"
    (cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum >DEBIAN/md5sums)
    find "$root" -type d -exec chmod 755 {} +
    find "$root" -type f ! -path '*/bin/*' -exec chmod 644 {} +
    find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    # One thread: the blocks of the compressed stream must not depend on the number of cores.
    DPKG_DEB_THREADS_MAX=1 dpkg-deb --root-owner-group -Zxz --build "$root" "$2" >/dev/null
}

debian_changelog() {
    cat <<TEXT
greenalu ($version) unstable; urgency=medium

  * Release $version; what is new is told in NEWS.md beside this file.

 -- $maintainer  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
TEXT
}

# What Debian's checker holds against a package of programs made elsewhere, and we mean.
lintian_overrides() {
    cat <<'TEXT'
# A release made by the project itself, not an upload to Debian: no bug of Debian's to close.
greenalu: initial-upload-closes-no-bugs
# Whoever installs one file must not need a certain version of these libraries.
greenalu: embedded-library
greenalu: statically-linked-binary
TEXT
}

# control SIZE PROGRAM...
control() {
    control_size=$1
    shift
    depends=$(dependencies "$@")
    case $depends in
    '' | *unknown:*) fail 1 "no Debian package is known for a library of $*: $depends" ;;
    esac
    cat <<TEXT
Package: greenalu
Version: $version
Architecture: $debian_name
Maintainer: $maintainer
Installed-Size: $control_size
Depends: $depends
Suggests: man-db, bash-completion
Section: science
Priority: optional
Description: scenario simulator and planner for China's aluminium transition
 greenalu projects smelters, power and green electricity of every province year
 by year under the policies of a scenario, plans where capacity moves to, and
 says what each choice costs and why, down to the table each number comes from.
 .
 The scenarios and tables of China 2024 are built in: it works in an empty
 folder. A page for the browser is served by greenalu serve.
TEXT
}

# dependencies PROGRAM...: the Debian packages of the shared libraries they ask for
dependencies() {
    for program in "$@"; do
        readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p'
    done | sort -u | while read -r library; do
        case $library in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libutil.so.* \
            | ld-linux*) echo "libc6 (>= $(newest_symbol GLIBC "$@"))" ;;
        libstdc++.so.6) echo "libstdc++6 (>= $(newest_compiler "$@"))" ;;
        libgcc_s.so.1) echo libgcc-s1 ;;
        *) echo "unknown:$library" ;;
        esac
    done | sort -u | paste -s -d , | sed 's/,/, /g'
}

# newest_symbol SET PROGRAM...: the newest version of the library's symbols that is asked for
newest_symbol() {
    set_name=$1
    shift
    for program in "$@"; do readelf -V "$program"; done \
        | grep -o "${set_name}_[0-9][0-9.]*" | sed 's/.*_//' | sort -u -V | tail -n 1
}

# The release of the compiler whose libstdc++ first had the newest symbols that are asked for.
newest_compiler() {
    case $(newest_symbol GLIBCXX "$@") in
    3.4.2[0-8] | 3.4.1? | 3.4.? | 3.4) echo 9 ;;
    3.4.29) echo 11 ;;
    3.4.30) echo 12 ;;
    3.4.31) echo 13.1 ;;
    3.4.32) echo 13.2 ;;
    *) echo 14 ;;
    esac
}
