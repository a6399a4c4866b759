#!/usr/bin/env bash
# Runs the version before the newest migrations on a database that this version has migrated, as happens while two processes
# are upgraded one after the other: the old one hands in and issues licences, then this one goes on with what it left.
#   ops/test-upgrade.sh APPLICATION JDK [OLD]     OLD: a tag or commit; else the one whose migrations count as released
set -euo pipefail
application=$1 jdk=$2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
old=${3:-$(git describe --tags --abbrev=0 2>/dev/null || true)}
old=${old:-$(sed -n 's/^# released //p' app/src/test/resources/released-migrations.txt)}
git cat-file -e "$old^{commit}" 2>/dev/null || old=$(git log -1 --format=%H^ -- app/src/main/resources/db/migration)
old=$(git rev-parse --verify --quiet "$old^{commit}") || { echo "no older version in this clone" >&2; exit 2; }
folder=$(mktemp -d /var/tmp/lumbung-upgrade.XXXXXX)
chmod 755 "$folder"
trap 'rm -rf "$folder"' EXIT

echo "the old version is $(git log -1 --format='%h of %cs, %s' "$old")"
mkdir "$folder/source" "$folder/kept"
git archive "$old" | tar -x -C "$folder/source"
(cd "$folder/source" && JAVA_HOME=$jdk mvn -B -ntp -q -Dquick -DskipTests -pl app -am package)
"$jdk/bin/java" -Djarmode=tools -jar "$folder"/source/app/target/lumbung-app-*-SNAPSHOT.jar extract \
    --destination "$folder/old" >/dev/null

licences() {
    echo "$1"
    LUMBUNG_JAVA=$jdk/bin/java "$jdk/bin/java" -Xmx256m -cp "bench/target/classes:$application/lib/*" id.lumbung.bench.Bench cases \
        --seconds 3 --keep "$folder/kept" --output "$folder" --commit "$1" --run "$2" \
        -- -Xmx512m --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true | tee "$folder/table"
    for what in "numbers missing" "numbers given twice"; do
        awk -F'|' -v what="$what" 'index($3, what) { seen = 1; if ($5 + 0 != 0) wrong = 1 } END { exit !seen || wrong }' \
            "$folder/table" || { echo "FAILED: $what" >&2; exit 1; }
    done
}
licences "this version makes the database" "$application"
licences "the old version works on it" "$folder/old"
grep -q "is newer (" "$folder/kept/demo.log" || echo "(the schemas are the same: nothing newer was met)"
licences "this version goes on" "$application"
"$jdk/bin/java" -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$(ls "$application"/lumbung-app-*.jar):$application/lib/*" \
    id.lumbung.identity.audit.AuditCommand verify --home "$folder/kept/demo"
echo "old version $(git rev-parse --short "$old") worked on the schema of this one"
