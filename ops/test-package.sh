#!/usr/bin/env bash
# Unpacks the Debian package, starts what is in it as it stands there, looks at it and stops it.
#   ops/test-package.sh PACKAGE [--install]     --install puts it on this machine, looks, and purges it again (root)
set -euo pipefail
package=$1 install=${2:-}
folder=$(mktemp -d /var/tmp/lumbung-package.XXXXXX)
chmod 755 "$folder"
process=
finish() {
    [ -z "$process" ] || kill -KILL "$process" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
fail() { printf 'FAILED: %s\n' "$*" >&2; [ ! -f "$folder/log" ] || tail -n 30 "$folder/log" >&2; exit 1; }

dpkg-deb --info "$package" | grep -q 'Package: lumbung' || fail "no package"
dpkg-deb -x "$package" "$folder/root"
dpkg-deb -e "$package" "$folder/root/DEBIAN"
for script in postinst prerm postrm; do sh -n "$folder/root/DEBIAN/$script" || fail "$script"; done
unit=$folder/root/usr/lib/systemd/system/lumbung.service
if command -v systemd-analyze >/dev/null; then
    # the program is in the unpacked tree, not yet where the unit says
    sed "s|/usr/lib/lumbung/lumbung|$folder/root/usr/lib/lumbung/lumbung|; s|^Documentation=.*||" "$unit" >"$folder/lumbung.service"
    systemd-analyze verify "$folder/lumbung.service" 2>&1 | grep -v 'lumbung-package.*User\|Failed to' >"$folder/verify" || true
    [ ! -s "$folder/verify" ] || fail "systemd-analyze verify: $(cat "$folder/verify")"
    systemd-analyze security --offline=yes "$folder/lumbung.service" 2>/dev/null | tail -n 1 || true
fi

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port=$(free_port) metrics=$(free_port)
export LUMBUNG_CONFIG=$folder/root/etc/lumbung/lumbung.conf LUMBUNG_HOME=$folder/home
run=$folder/root/usr/lib/lumbung/lumbung
LUMBUNG_PORT=$port "$run" check >"$folder/log" 2>&1 || fail "check refuses the file as it is packed"
LUMBUNG_PUBLIC_URL=http://izin.example "$run" check >"$folder/log" 2>&1 && fail "check takes an http address"

begun=$(date +%s%N)
# job control gives the process a group of its own, and lets SIGTERM reach it alone
LUMBUNG_PUBLIC_URL=https://izin.example LUMBUNG_PORT=$port LUMBUNG_METRICS_PORT=$metrics "$run" start >"$folder/log" 2>&1 &
process=$!
for _ in $(seq 600); do
    curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null && break
    kill -0 "$process" 2>/dev/null || fail "ended before it was ready"
    sleep 0.2
done
curl -fs "http://127.0.0.1:$port/health/ready" | grep -q UP || fail "not ready"
printf 'ready after %s ms, a first start with the embedded database\n' $((($(date +%s%N) - begun) / 1000000))
curl -fs "http://127.0.0.1:$port/" | grep -q '<html' || fail "no front page"
curl -fs "http://127.0.0.1:$metrics/metrics" | grep -q '^lumbung_public_address_secure 1' || fail "no metrics"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/metrics")" != 200 ] || fail "metrics at the public door"
head -n 1 "$folder/log" | grep -q '^{"@timestamp"' || fail "the log is not JSON"
[ "$(stat -c %a "$folder/home/first-administrator.link")" = 600 ] || fail "who may read the first link"
grep -q 'https://izin.example/atur/' "$folder/home/first-administrator.link" || fail "no link for the first administrator"
! grep -q /atur/ "$folder/log" || fail "the first link is in the log"
grep -q first-administrator.link "$folder/log" || fail "the log does not say where the first link is"
"$run" backup --to "$folder/backup" >"$folder/said" 2>&1 || fail "backup: $(cat "$folder/said")"
"$run" restore "$folder"/backup/* --verify --master-key "$folder/home/keys/master.key" >"$folder/said" 2>&1 || fail "restore --verify: $(cat "$folder/said")"
"$run" audit verify >"$folder/said" 2>&1 || fail "audit verify: $(cat "$folder/said")"
"$run" keys status >"$folder/said" 2>&1 || fail "keys status: $(cat "$folder/said")"
kill -TERM "$process"
status=0; wait "$process" || status=$?
process=
[ "$status" = 143 ] || fail "SIGTERM ended it with $status"
[ ! -f "$folder/home/postgres/postmaster.pid" ] || fail "PostgreSQL was left running"
echo "unpacked, started, asked, backed up, verified, stopped"

if [ "$install" = --install ]; then
    [ ! -e /usr/lib/lumbung ] && [ ! -e /etc/lumbung ] || fail "Lumbung is installed here already; nothing was touched"
    unset LUMBUNG_CONFIG LUMBUNG_HOME
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >"$folder/log" 2>&1 || fail "apt-get install"
    [ "$(stat -c '%a %G' /etc/lumbung/lumbung.conf)" = "640 lumbung" ] || fail "rights of the settings file"
    systemd-analyze verify /usr/lib/systemd/system/lumbung.service 2>"$folder/log" || fail "systemd-analyze verify"
    runuser -u lumbung -- env LUMBUNG_PORT="$port" lumbung check >"$folder/log" 2>&1 || fail "lumbung check as the user lumbung"
    dpkg --purge lumbung >"$folder/log" 2>&1 || fail "purge"
    [ ! -e /usr/lib/lumbung ] && [ ! -e /etc/lumbung ] || fail "the purge left something"
    echo "installed, checked, purged"
fi
