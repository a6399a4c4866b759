#!/usr/bin/env bash
# The smallest ground that Lumbung stands on, as a Docker archive: the C library, a shell for PostgreSQL's own start, fonts
# for printed sheets, a user. The files come from Debian's packages as they are, so no image registry is asked.
#   ops/image-base.sh FOLDER      writes FOLDER/base.tar
set -euo pipefail
folder=$1
packages=(base-files libc6 libc-bin libgcc-s1 libstdc++6 zlib1g dash tzdata
    fontconfig-config libfontconfig1 libfreetype6 libexpat1 libpng16-16 libbrotli1 fonts-dejavu-core)
architecture=$(dpkg --print-architecture)
[ ! -s "$folder/base.tar" ] || [ "$folder/base.tar" -ot "${BASH_SOURCE[0]}" ] || exit 0
rm -rf "$folder/debs" "$folder/base" "$folder/archive"
mkdir -p "$folder/debs" "$folder/base" "$folder/archive"
chmod 755 "$folder/debs"

apt-get update -qq
(cd "$folder/debs" && apt-get -qq -o APT::Sandbox::User=root download "${packages[@]}")
root=$folder/base
# where Debian keeps programs and libraries together
mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64"
for name in bin sbin lib lib64; do ln -s "usr/$name" "$root/$name"; done
for package in "$folder"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink --no-same-owner
done
rm -rf "$root"/usr/share/{doc,man,lintian,bug,locale,info}
ln -sf dash "$root/usr/bin/sh"
install -d -m 1777 "$root/tmp"
install -d -m 700 "$root/var/lib/lumbung"
install -d "$root/etc/lumbung" "$root/proc" "$root/dev" "$root/sys"
cat >"$root/etc/passwd" <<'PASSWD'
root:x:0:0:root:/root:/usr/sbin/nologin
lumbung:x:10001:10001:Lumbung:/var/lib/lumbung:/usr/sbin/nologin
PASSWD
cat >"$root/etc/group" <<'GROUP'
root:x:0:
lumbung:x:10001:
GROUP
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"

# one layer, the same bytes from the same packages
layer=$folder/archive/layer.tar
tar -c -f "$layer" -C "$root" --sort=name --numeric-owner --owner=0 --group=0 --mtime=@0 \
    --exclude=./var/lib/lumbung .
tar -r -f "$layer" -C "$root" --numeric-owner --owner=10001 --group=10001 --mtime=@0 ./var/lib/lumbung
digest=$(sha256sum "$layer" | cut -d' ' -f1)
cat >"$folder/archive/config.json" <<CONFIG
{"architecture":"$architecture","os":"linux","created":"1970-01-01T00:00:00Z","config":{"Env":["PATH=/usr/bin"]},
 "rootfs":{"type":"layers","diff_ids":["sha256:$digest"]},"history":[{"created":"1970-01-01T00:00:00Z"}]}
CONFIG
printf '[{"Config":"config.json","RepoTags":["lumbung-base:12"],"Layers":["layer.tar"]}]\n' >"$folder/archive/manifest.json"
tar -c -f "$folder/base.tar.part" -C "$folder/archive" manifest.json config.json layer.tar
mv "$folder/base.tar.part" "$folder/base.tar"
rm -rf "$folder/archive" "$folder/base" "$folder/debs"
