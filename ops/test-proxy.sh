#!/usr/bin/env bash
# Starts a Lumbung behind the nginx of Debian with ops/nginx.conf, and looks at what gets through.
#   ops/test-proxy.sh APPLICATION JDK      (called by ./lumbung verify proxy)
set -euo pipefail
application=$1 jdk=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d /var/tmp/lumbung-proxy.XXXXXX)
chmod 755 "$folder"
processes=()
finish() {
    [ ${#processes[@]} -eq 0 ] || kill "${processes[@]}" 2>/dev/null || true
    for process in "${processes[@]}"; do wait "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    tail -n 20 "$folder"/*.log >&2 || true
    exit 1
}
missing=()
for tool in curl openssl python3; do command -v "$tool" >/dev/null || missing+=("$tool"); done
if [ ${#missing[@]} -gt 0 ]; then
    (apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}") >"$folder/apt.log" 2>&1 \
        || fail "cannot be installed: ${missing[*]}"
fi
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
http=$(free_port) https=$(free_port) port=$(free_port)

nginx=$(command -v nginx || true)
if [ -z "$nginx" ]; then
    # unpacked, not installed: nothing of it is started on this machine
    (cd "$folder" && apt-get -qq update && apt-get -qq download nginx nginx-common && for package in nginx*.deb; do dpkg-deb -x "$package" nginx; done) \
        >"$folder/apt.log" 2>&1 || fail "nginx cannot be fetched"
    nginx=$folder/nginx/usr/sbin/nginx
fi

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=izin.example -addext subjectAltName=DNS:izin.example \
    -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>/dev/null
{
    echo "daemon off; pid $folder/nginx.pid; error_log $folder/nginx.log; worker_processes 1;"
    [ "$(id -u)" -ne 0 ] || echo "user nobody nogroup;"
    echo "events {} http { access_log off;"
    for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $folder/$kind;"; done
    sed "s|127.0.0.1:8080|127.0.0.1:$port|; s|listen 80|listen 127.0.0.1:$http|; s|listen 443|listen 127.0.0.1:$https|
         s|/etc/ssl/lumbung|$folder|" "$here/nginx.conf"
    echo "}"
} >"$folder/nginx.conf"
"$nginx" -t -p "$folder" -c "$folder/nginx.conf" >"$folder/nginx.log" 2>&1 || fail "nginx does not take ops/nginx.conf"
"$nginx" -p "$folder" -c "$folder/nginx.conf" >>"$folder/nginx.log" 2>&1 &
processes+=($!)

LUMBUNG_PUBLIC_URL=https://izin.example LUMBUNG_HSTS=subdomains LUMBUNG_HOME=$folder/home LUMBUNG_ADDRESS=127.0.0.1 LUMBUNG_PORT=$port \
    "$jdk/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
    -jar "$application"/lumbung-app-*.jar --spring.profiles.active=start >"$folder/lumbung.log" 2>&1 &
processes+=($!)
for _ in $(seq 600); do
    curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null && break
    kill -0 "${processes[1]}" 2>/dev/null || fail "Lumbung ended before it was ready"
    sleep 0.2
done

ask() {
    curl -s --cacert "$folder/certificate.pem" --connect-to "izin.example:443:127.0.0.1:$https" \
        --connect-to "izin.example:80:127.0.0.1:$http" "$@"
}
status() { ask -o /dev/null -w '%{http_code}' "$@" || true; }
is() { [ "$2" = "$3" ] || fail "$1: $2 instead of $3"; printf 'ok  %s\n' "$1"; }
has() { grep -qi -- "$2" <<<"$3" || fail "$1: no \"$2\" in: $3"; printf 'ok  %s\n' "$1"; }
not() { ! grep -qi -- "$2" <<<"$3" || fail "$1: \"$2\" in: $3"; printf 'ok  %s\n' "$1"; }

is "pages come over https" "$(status https://izin.example/)" 200
headers=$(ask -D - -o /dev/null https://izin.example/masuk)
has "browsers are told to come by https only, to the names below too" 'strict-transport-security: max-age=31536000 ; includeSubDomains' "$headers"
has "cookies are for https only" 'set-cookie: __Host-lumbung-formulir=.*Secure' "$headers"
has "the policy of the page comes through" "content-security-policy: default-src 'self'" "$headers"
not "the server does not say its version" 'server: nginx/' "$headers"
headers=$(ask -D - -o /dev/null http://izin.example/masuk?lanjut=%2Fberanda)
has "people are led to https" 'location: https://izin.example/masuk?lanjut=%2Fberanda' "$headers"
headers=$(ask -D - -o /dev/null -H 'Authorization: Bearer lmb_x' http://izin.example/api/v1/me)
has "a program without https is refused" '403' "$headers"
not "and not led on in silence" 'location:' "$headers"
is "a token that is none is refused over https by Lumbung itself" "$(status -H 'Authorization: Bearer lmb_x' https://izin.example/api/v1/me)" 401
headers=$(ask -D - -o /dev/null -H 'X-Forwarded-Host: jahat.example' -H 'X-Forwarded-Proto: http' -H 'Forwarded: host=jahat.example;proto=http' https://izin.example/beranda)
has "who is not signed in is led to the sign-in of this house" '^location: \(https://izin.example\)\?/masuk' "$headers"
not "whatever host he names" jahat "$headers"
is "a name that is not ours gets no answer" "$(curl -sk -o /dev/null -w '%{http_code}' -H 'Host: jahat.example' "https://127.0.0.1:$https/" || true)" 000
is "health is not for the public" "$(status https://izin.example/health/ready)" 404
head -c 52500000 /dev/zero >"$folder/large"
is "what is too large is refused" "$(status -H 'Expect:' --data-binary @"$folder/large" https://izin.example/masuk)" 413

for version in tls1 tls1_1; do
    ! openssl s_client -connect "127.0.0.1:$https" -"$version" -cipher ALL:@SECLEVEL=0 </dev/null >/dev/null 2>&1 || fail "$version is spoken"
done
for version in tls1_2 tls1_3; do
    openssl s_client -connect "127.0.0.1:$https" -servername izin.example -"$version" </dev/null >/dev/null 2>&1 || fail "$version is not spoken"
done
echo "ok  TLS 1.2 and 1.3 alone are spoken"

# who claims to be another each time is still one, and is slowed down
slowed=0
for i in $(seq 60); do
    [ "$(status -H "X-Forwarded-For: 203.0.113.$i" https://izin.example/atur/tautan-karangan)" != 429 ] || slowed=1
done
is "an address that a visitor makes up is not believed" "$slowed" 1

# what two servers could read as one request and as two
python3 - "$https" "$folder/certificate.pem" <<'PYTHON' || fail "a message with two ends was passed on"
import socket, ssl, sys
context = ssl.create_default_context(cafile=sys.argv[2])
inner = b"GET /tersembunyi HTTP/1.1\r\nHost: izin.example\r\n\r\n"
for ends in (
    b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" % (5 + len(inner)),
    b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(inner),
    b"Content-Length : %d\r\n\r\n" % len(inner),
    b"Content-Length: +%d\r\n\r\n" % len(inner),
):
    with socket.create_connection(("127.0.0.1", int(sys.argv[1])), 10) as plain:
        with context.wrap_socket(plain, server_hostname="izin.example") as line:
            line.sendall(b"POST /masuk HTTP/1.1\r\nHost: izin.example\r\n" + ends + inner)
            line.settimeout(5)
            said = b""
            try:
                while part := line.recv(65536):
                    said += part
            except (TimeoutError, ssl.SSLError):
                pass
            first = said.split(b"\r\n")[0]
            if said.count(b"HTTP/1.1 ") != 1 or first.split(b" ")[1][:1] not in (b"4", b"5"):
                print(ends, "->", said.count(b"HTTP/1.1 "), first)
                sys.exit(1)
print("ok  a message with two ends is refused and read once")
PYTHON
