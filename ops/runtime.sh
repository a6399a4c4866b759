#!/usr/bin/env bash
# A Java runtime with the modules that Lumbung uses, about 70 MB.   ops/runtime.sh JDK FOLDER
set -euo pipefail
jdk=$1 folder=$2
stamp=$("$jdk/bin/java" -version 2>&1 | sha256sum)
[ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ] && exit 0
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
"$jdk/bin/jlink" --output "$folder" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --include-locales id,en --add-modules \
    java.se,jdk.unsupported,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.httpserver,jdk.management,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.net,jdk.jfr,jdk.naming.dns,jdk.security.auth
echo "$stamp" >"$folder/stamp"
