#!/usr/bin/env bash
# Builds the last commit twice, in folders of different names, and compares the application's jars.
#
#   src/test/packaging/reproducible.sh [OPTION...]      OPTION: for Maven, such as --offline
set -euo pipefail

repository=$(git rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for clone in "$work/first" "$work/another place/second"; do
  git clone --quiet "$repository" "$clone"
  (cd "$clone" && ./mvnw -B -q "$@" package -Dmaven.test.skip=true)
  sha256sum <"$clone"/target/modescope-*.jar
done | tee "$work/sums"

[ "$(sort -u "$work/sums" | wc -l)" = 1 ] || { echo "not ok - the jars differ"; exit 1; }
echo "ok - the same jar twice"
