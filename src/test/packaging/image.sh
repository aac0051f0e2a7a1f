#!/usr/bin/env bash
# Starts the self-contained program in the places and from the accounts where programs fail to start,
# and looks at what it leaves behind.
#
#   src/test/packaging/image.sh [IMAGE]      IMAGE: target/dist/modescope
#
# As root it runs the program as "nobody", for whom a read-only folder is read-only.
set -euo pipefail

image=$(realpath "${1:-target/dist/modescope}")
work=$(mktemp -d)
chmod 755 "$work"
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
touch "$work/started"

if [ "$(id -u)" = 0 ]; then
  user=nobody
  as_user=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups)
else
  user=$(id -un)
  as_user=()
fi

fail() {
  echo "not ok - $1"
  [ ! -e "$work/out" ] || sed 's/^/    /' "$work/out" "$work/err"
  exit 1
}

# The environment is the given variables and nothing else.
run() {
  (cd / && "${as_user[@]}" env -i "$@" >"$work/out" 2>"$work/err")
}

# SimpleNet keeps 9440 bytes: so the engine ran.
expect_bytes() {
  grep -q '9,440 bytes kept' "$work/out" || fail "$1: no result"
}

expect_silence() {
  [ ! -s "$work/err" ] || fail "$1: said something on standard error"
}

make_home() {
  mkdir -p "$1"
  chown "$user" "$1"
}

folder="$work/Räume für 模型"
launcher="$folder/modescope/bin/modescope"
mkdir "$folder"
cp -a "$image" "$folder/"
chmod -R a-w "$folder"
home="$work/Zuhause ä"
make_home "$home"
simplenet=(run preset:simplenet --passes 2)

name="read-only folder with spaces and other letters, HOME elsewhere"
run HOME="$home" "$launcher" "${simplenet[@]}" || fail "$name"
expect_bytes "$name"
expect_silence "$name"
echo "ok - $name"

name="AOT cache in use, also where the program was moved to"
run HOME="$home" JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$launcher" --version || fail "$name"
echo "ok - $name"

name="link to the launcher"
ln -s "$launcher" "$work/linked"
run HOME="$home" "$work/linked" --version || fail "$name"
echo "ok - $name"

name="options for another Java"
run HOME="$home" JDK_JAVA_OPTIONS=--no-such-option LC_ALL=C "$launcher" --version || fail "$name"
expect_silence "$name"
echo "ok - $name"

name="home that cannot be written"
locked="$work/locked"
make_home "$locked"
chmod a-w "$locked"
run HOME="$locked" "$launcher" "${simplenet[@]}" || fail "$name"
expect_bytes "$name"
grep -q "cannot write to $locked/.cache/modescope; native libraries are unpacked anew" "$work/err" \
  || fail "$name: not told about the cache"
grep -q "cannot write the log to $locked/.local/state/modescope/log; going on" "$work/err" \
  || fail "$name: not told about the log"
[ "$(wc -l <"$work/err")" = 2 ] || fail "$name: said more than that"
echo "ok - $name"

name="window in a home that cannot be written"
headless="-Dglass.platform=Headless -Dprism.order=sw"
run HOME="$locked" JAVA_TOOL_OPTIONS="$headless" "$launcher" --startup-probe || fail "$name"
grep -q '^window [0-9]* ms' "$work/out" || fail "$name: no window"
echo "ok - $name"

name="no display"
! run HOME="$home" "$launcher" || fail "$name: ended well"
grep -q 'there is no display to open a window on' "$work/err" || fail "$name: not told"
echo "ok - $name"

name="empty environment"
run "$launcher" "${simplenet[@]}" || fail "$name"
expect_bytes "$name"
echo "ok - $name"

# A network of its own, with nobody on it: the kernel counts what is sent, and what would be sent if
# there were a way out. The window is drawn without a display and runs the same as with one.
name="network cut off"
if [ "$user" = nobody ]; then
  isolated=(unshare --net "${as_user[@]}")
else
  isolated=(unshare --net --map-root-user)
fi
if "${isolated[@]}" true 2>/dev/null; then
  counted='cat /proc/net/snmp /proc/net/snmp6'
  quiet=$("${isolated[@]}" sh -c "$counted")
  as_user=("${isolated[@]}")
  run HOME="$home" PATH="$PATH" sh -c "
      '$launcher' ${simplenet[*]} && JAVA_TOOL_OPTIONS='$headless' '$launcher' --startup-probe
      $counted >&2" || fail "$name"
  expect_bytes "$name"
  grep -q '^nd4j [0-9]* ms' "$work/out" || fail "$name: no window"
  [ "$quiet" = "$(grep -v '^Picked up' "$work/err")" ] || fail "$name: tried to send"
  echo "ok - $name"
else
  echo "skipped - $name: this account may not make a network namespace"
fi

name="what is left behind"
left=$(cd "$home" && find . -mindepth 1 -maxdepth 3 ! -path './.cache' ! -path './.local' \
  ! -path './.cache/modescope*' ! -path './.local/state' ! -path './.local/state/modescope')
[ -z "$left" ] || fail "$name: $left"
[ -e "$home/.cache/modescope/natives" ] || fail "$name: nothing in the cache, so nothing was tried"
left=$(find /tmp -mindepth 1 -maxdepth 1 -user "$user" -newer "$work/started" \
  \( -user nobody -o -name 'modescope*' -o -name 'hsperfdata_*' -o -name '+JXF*' -o -name '*javacpp*' \) ! -path "$work")
[ -z "$left" ] || fail "$name: $left"
[ -z "$(find "$folder" -newer "$work/started" -type f)" ] || fail "$name: in the program's folder"
echo "ok - $name"

# The AOT cache and the native libraries were made on newer processors: nothing in them may need one.
name="processor of 2008, without AVX"
if [ "$(uname -m)" = x86_64 ] && command -v qemu-x86_64 >/dev/null; then
  java="$folder/modescope/lib/runtime/bin/java"
  chmod u+w "${java%/*}"
  mv "$java" "$java.real"
  printf '#!/bin/sh\nexec qemu-x86_64 -cpu Nehalem "$0.real" "$@"\n' >"$java"
  chmod 755 "$java"
  run HOME="$home" PATH="$PATH" "$launcher" "${simplenet[@]}" || fail "$name"
  expect_bytes "$name"
  echo "ok - $name"
else
  echo "skipped - $name: there is no qemu-x86_64 (package qemu-user)"
fi
