#!/usr/bin/env bash
# Builds the container image without a container engine: the base from Debian's packages, the Java runtime, then the
# libraries and the application as layers of their own (Jib).   ops/image.sh JDK FOLDER      (called by ./lumbung image)
set -euo pipefail
jdk=$1 folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$folder"
"$here/image-base.sh" "$folder"
"$here/runtime.sh" "$jdk" "$folder/runtime"
cd "$here/.."
JAVA_HOME=$jdk mvn -B -ntp -q -Dquick -DskipTests -Pimage -Dimage.folder="$folder" -pl app -am package
printf '%s\n' "$folder/lumbung-image.tar"
