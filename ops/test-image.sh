#!/usr/bin/env bash
# Lays the layers of the image over each other and runs its entry point in them as its user, seeing nothing else of this
# machine's files; asks it, and stops it. Needs root, and no container engine.      ops/test-image.sh IMAGE.tar
set -euo pipefail
image=$1
[ "$(id -u)" -eq 0 ] || { echo "needs root" >&2; exit 2; }
# mounts made here end with this process
[ "${LUMBUNG_UNSHARED:-}" = yes ] || exec env LUMBUNG_UNSHARED=yes unshare --mount --propagation private "$0" "$@"
folder=$(mktemp -d /var/tmp/lumbung-image.XXXXXX)
chmod 755 "$folder"
process=
finish() {
    if [ -n "$process" ]; then
        # PostgreSQL ends with the program that is asked to, not with one that is struck down
        kill -TERM "$process" 2>/dev/null || true
        timeout 40 tail --pid="$process" -f /dev/null || kill -KILL "$process" 2>/dev/null || true
    fi
    umount --lazy "$folder/root/proc" "$folder/root/dev" "$folder/root" 2>/dev/null || true
    rm -rf --one-file-system "$folder"
}
trap finish EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; [ ! -f "$folder/log" ] || tail -n 30 "$folder/log" >&2; exit 1; }

mkdir "$folder/archive" "$folder/root"
# a place of its own, as a container's root is one
mount --bind "$folder/root" "$folder/root"
tar -x -f "$image" -C "$folder/archive"
read_json() { node -e 'const j = JSON.parse(require("fs").readFileSync(process.argv[1])); console.log(eval(process.argv[2]))' "$@"; }
manifest=$folder/archive/manifest.json
config=$folder/archive/$(read_json "$manifest" 'j[0].Config')
for layer in $(read_json "$manifest" 'j[0].Layers.join(" ")'); do
    tar -x -f "$folder/archive/$layer" -C "$folder/root" --numeric-owner --keep-directory-symlink --warning=no-unknown-keyword
done
rm -rf "$folder/archive/"*.tar*
[ "$(read_json "$config" 'j.config.User')" = 10001:10001 ] || fail "the image runs as another user"
mapfile -t entry < <(read_json "$config" 'j.config.Entrypoint.join("\n")')
mapfile -t environment < <(read_json "$config" 'j.config.Env.join("\n")')
work=$(read_json "$config" 'j.config.WorkingDir')
# shellcheck disable=SC2016
find "$folder/root" -xdev -type f -perm /6000 | grep -q . && fail "a program in the image takes rights on"

mount -t proc proc "$folder/root/proc"
mount --bind /dev "$folder/root/dev"
port=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
# what the image says is run, as its user; the program takes the place of each of these, so its number stays known
run_with() {
    # shellcheck disable=SC2016
    command=(env -i "${environment[@]}" "$@" "$(command -v chroot)" --userspec=10001:10001 "$folder/root"
        /usr/bin/sh -c 'cd "$0" && exec "$@"' "$work" "${entry[@]}")
}
run_with LUMBUNG_PUBLIC_URL=http://izin.example
"${command[@]}" --lumbung.check=true >"$folder/log" 2>&1 && fail "the check takes an http address"
grep -q LUMBUNG_PUBLIC_URL "$folder/log" || fail "the check says nothing of the address"
run_with LUMBUNG_PUBLIC_URL=https://izin.example LUMBUNG_ADDRESS=127.0.0.1 LUMBUNG_PORT="$port"
"${command[@]}" >"$folder/log" 2>&1 &
process=$!
for _ in $(seq 600); do
    curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null && break
    kill -0 "$process" 2>/dev/null || fail "ended before it was ready"
    sleep 0.2
done
curl -fs "http://127.0.0.1:$port/health/ready" | grep -q UP || fail "not ready"
curl -fs "http://127.0.0.1:$port/" | grep -q '<html' || fail "no front page"
[ "$(ps -o uid= -p "$process" | tr -d ' ')" = 10001 ] || fail "runs as another user"
kill -TERM "$process"
status=0; wait "$process" || status=$?
process=
[ "$status" = 143 ] || fail "SIGTERM ended it with $status"
[ ! -f "$folder/root/var/lib/lumbung/office/postgres/postmaster.pid" ] || fail "PostgreSQL was left running"
echo "layers laid, started with the embedded database as user 10001, asked, stopped; $(du -m "$image" | cut -f1) MB"
