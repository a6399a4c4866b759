#!/usr/bin/env bash
# Builds the Debian package: the application, a Java runtime made for it, the unit, the settings file. Debian 12 has no Java
# 25, so the runtime comes along; nothing else is needed on the machine.
#   ops/package.sh APPLICATION JDK OUTPUT      (called by ./lumbung package)
set -euo pipefail
application=$1 jdk=$2 output=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 1793491200)}
version=0.1.0~$(git -C "$root" rev-list --count HEAD 2>/dev/null || echo 0)

"$here/runtime.sh" "$jdk" "$output/runtime"
tree=$output/tree
rm -rf "$tree"
umask 022
install -d "$tree/DEBIAN" "$tree/usr/lib/lumbung/app" "$tree/usr/bin" "$tree/usr/lib/systemd/system" \
    "$tree/etc/lumbung" "$tree/usr/share/doc/lumbung"
cp "$application"/lumbung-app-*.jar "$tree/usr/lib/lumbung/app/lumbung-app.jar"
cp -r "$application/lib" "$tree/usr/lib/lumbung/app/lib"
cp -r "$output/runtime" "$tree/usr/lib/lumbung/runtime"
install -m 755 "$here/debian/launcher" "$tree/usr/lib/lumbung/lumbung"
ln -s ../lib/lumbung/lumbung "$tree/usr/bin/lumbung"
install -m 644 "$here/lumbung.service" "$tree/usr/lib/systemd/system/lumbung.service"
install -m 640 "$here/lumbung.conf" "$tree/etc/lumbung/lumbung.conf"
install -m 644 "$root/docs/operations.md" "$here/alerts.yml" "$root/LICENSE" "$root/NOTICE" "$root/THIRD-PARTY.md" \
    "$tree/usr/share/doc/lumbung/"
cp "$root/LICENSE" "$tree/usr/share/doc/lumbung/copyright"
for script in postinst prerm postrm; do install -m 755 "$here/debian/$script" "$tree/DEBIAN/$script"; done
echo /etc/lumbung/lumbung.conf >"$tree/DEBIAN/conffiles"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: lumbung
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: Lumbung maintainers <maintainers@lumbung.invalid>
Section: web
Priority: optional
Depends: adduser, libc6 (>= 2.34), zlib1g, fontconfig
Recommends: fonts-dejavu-core
Suggests: postgresql, nginx, prometheus
Installed-Size: $(du -sk "$tree" | cut -f1)
Description: registry and growth platform for a regency's micro enterprises
 Lumbung licenses micro enterprises and keeps their register. The package brings
 its own Java runtime and PostgreSQL; a server of one's own can be used instead.
CONTROL
find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
package=$output/lumbung_${version}_$(dpkg --print-architecture).deb
rm -f "$output"/lumbung_*.deb
dpkg-deb --root-owner-group -Zxz -z6 --build "$tree" "$package" >/dev/null
rm -rf "$tree"
printf '%s\n' "$package"
