# shellcheck shell=sh
# Read by `run` and `agreement`; not run on its own.

. "$(dirname -- "$(readlink -f -- "$0")")/../Scripts/common.sh"

# shellcheck disable=SC2034 # used by those who read this
benchmarks=$repository/Benchmarks
peers=$benchmarks/.build-peers

# Installs the peers from PyPI, in the versions that are written down.
install_peers() {
    command -v python3 >/dev/null 2>&1 || fail 69 "python3 is not on PATH"
    if ! cmp -s "$benchmarks/peers/requirements.txt" "$peers/installed.txt"; then
        say "installing the peers"
        python3 -m venv "$peers" \
            || fail 69 "python3 has no venv; on Debian: apt-get install python3-venv"
        "$peers/bin/pip" install --quiet --disable-pip-version-check \
            --requirement "$benchmarks/peers/requirements.txt" >&2 \
            || fail 69 "the peers could not be installed; see above"
        cp "$benchmarks/peers/requirements.txt" "$peers/installed.txt"
    fi
}

# Builds transfer-benchmark and sets `tool` to where it lies.
build_tool() {
    say "building transfer-benchmark"
    swift build --package-path "$benchmarks" -c release --product transfer-benchmark >&2 \
        || fail 1 "the build failed; see above"
    # shellcheck disable=SC2034
    tool=$(swift build --package-path "$benchmarks" -c release --show-bin-path)/transfer-benchmark
}
