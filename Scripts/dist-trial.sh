# shellcheck shell=sh
# Read by Scripts/dist; not run on its own. Installs, uses and removes what was made on a newly laid
# Debian that has no Swift and nothing of this machine.

try_packages() {
    [ -f "$output/$archive" ] && [ -f "$output/$package" ] \
        || fail 69 "$output does not hold $archive and $package"
    lay_machine "$1"
    (cd "$output" && sha256sum --check --quiet SHA256SUMS) || fail 1 "the checksums do not fit"
    mkdir -p "$machine/srv/made"
    cp "$output/$archive" "$output/$package" "$output/SHA256SUMS" "$machine/srv/made/"

    on_machine 'cd /srv/made && sha256sum --check --quiet SHA256SUMS'
    list_files >"$machine_folder/before"
    say "installing $package"
    # No package is fetched unless the machine lacks one that is named as needed.
    on_machine "dpkg --install /srv/made/$package" >&2 || {
        say "fetching what it depends on"
        on_machine 'apt-get update && apt-get --fix-broken --no-install-recommends --yes install' >&2 \
            || fail 1 "$package could not be installed"
    }
    use_program /usr/bin /usr/share
    say "removing $package"
    on_machine 'dpkg --purge greenalu' >&2
    list_files >"$machine_folder/after"
    diff "$machine_folder/before" "$machine_folder/after" >&2 \
        || fail 1 "removing $package left something behind, see above"

    say "unpacking $archive"
    on_machine "mkdir /srv/unpacked && tar -xzf /srv/made/$archive -C /srv/unpacked"
    use_program "/srv/unpacked/$tree_name/bin" "/srv/unpacked/$tree_name/share"
    say "the packages work on a machine that has nothing else"
}

# on_machine TEXT: a shell there
on_machine() {
    inside /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -euo pipefail -c "$1"
}

# What lies on the machine, but for what the package manager keeps of its work.
list_files() {
    (cd "$machine" && find . -path ./proc -prune -o -path ./sys -prune -o -path ./tmp -prune \
        -o -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -path ./var/cache -prune \
        -o -path ./var/lib/apt -prune -o -print | LC_ALL=C sort)
}

# use_program PROGRAMS SHARE: the folders of the programs and of what comes with them
use_program() {
    say "using it in an empty folder"
    on_machine "PATH=$1:\$PATH; share=$2
$(cat <<'COMMANDS'
check() { echo "  $*"; }
empty=$(mktemp -d); cd "$empty"
if command -v swift; then echo "Swift is here" >&2; exit 1; fi
greenalu --version
greenalu plan --out results >plan.txt
grep -q '"program"' results/manifest.json
check "plan: $(wc -l <plan.txt) lines"
greenalu plan --verbose 2>words.txt >/dev/null
grep -F 'built into the program (greenalu:scenarios' words.txt
greenalu scenario list >list.txt
check "scenario list: $(grep -c . list.txt) lines"
greenalu scenario show no-moves >/dev/null
greenalu data show smelters --format csv >rows.csv
check "data show: $(wc -l <rows.csv) rows"
greenalu data check greenalu:scenarios/data/china-2024 >/dev/null
greenalu compare policies-as-issued no-moves >/dev/null
greenalu explain results >/dev/null 2>explained.txt || { cat explained.txt; greenalu explain --help >/dev/null; }
greenalu reproduce results >/dev/null
greenalu export results --out exported
check "reproduce and export"
greenalu scenario new --from no-moves mine.yaml
greenalu plan mine.yaml >/dev/null
if greenalu scenario show ../../etc/passwd 2>refused.txt; then exit 1; fi
greenalu scenario new --all edited
(
    cd edited
    greenalu plan --verbose --out ../again 2>words.txt >/dev/null
    grep -F 'Data folder scenarios/data/china-2024' words.txt
    if greenalu scenario new --all . 2>words.txt; then exit 1; fi
    rm words.txt
)
diff -r results again
check "the same results from the written files, byte for byte"
for file in man/man1/greenalu.1.gz man/man1/greenalu-serve.1.gz man/zh_CN/man1/greenalu.1.gz; do
    gzip -dc "$share/$file" | grep -q .
done
check "manual: $(gzip -dc "$share/man/man1/greenalu.1.gz" | wc -l) lines"
bash -n "$share/bash-completion/completions/greenalu"
ls "$share"/zsh/*/_greenalu "$share/fish/vendor_completions.d/greenalu.fish"
[ -s "$share/doc/greenalu/copyright" ]
greenalu serve --port 0 2>serve.txt &
server=$!
for _ in $(seq 100); do
    if grep -q 'http://127.0.0.1:' serve.txt; then break; fi
    sleep 0.1
done
port=$(sed -n 's|.*http://127.0.0.1:\([0-9]*\)/.*|\1|p' serve.txt | head -n 1)
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
answer=$(cat <&3)
exec 3>&-
case $answer in *'"status"'*ok*'"history"'*kept*) check "serve: healthy" ;; *) echo "$answer" >&2; exit 1 ;; esac
kill -TERM "$server"
wait "$server" || [ $? -eq 143 ]
cd /
rm -rf "$empty" "$HOME/.local"
COMMANDS
)" >&2 || fail 1 "a command failed on the new machine, see above"
}
