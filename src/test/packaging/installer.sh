#!/usr/bin/env bash
# Installs the .deb on this machine, uses it as somebody would, removes it, and looks for what it left;
# then the .rpm, below a folder.
#
#   src/test/packaging/installer.sh [FOLDER]      FOLDER: target/installer
#
# For root, on a Debian or its kin, with the packages xvfb and rpm.
set -euo pipefail

folder=$(realpath "${1:-target/installer}")
deb=$(ls "$folder"/modescope_*.deb)
rpm=$(ls "$folder"/modescope-*.rpm)
work=$(mktemp -d)
chmod 755 "$work"
experiment="$work/home/lesson 1.modescope.json"

fail() {
  echo "not ok - $1"
  [ ! -e "$work/out" ] || sed 's/^/    /' "$work/out"
  exit 1
}

! dpkg -s modescope >/dev/null 2>&1 || fail "modescope is installed already"
trap 'dpkg --purge modescope >/dev/null 2>&1; rm -rf "$work"' EXIT

# Files of all packages, but for what package managers and indexes of their own accord keep.
system() {
  find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /work -o -path /root -o -path /home \
    -o -path /var/lib/dpkg -o -path /var/cache -o -path /var/log -o -path /var/lib/apt \) -prune -o -print | sort
}

run() {
  (cd / && setpriv --reuid nobody --regid nogroup --clear-groups \
    env -i HOME="$work/home" PATH=/usr/bin:/bin "$@" >"$work/out" 2>&1)
}

mkdir "$work/home"
chown nobody "$work/home"
system >"$work/before"

name="dpkg -i"
dpkg -i "$deb" >"$work/out" 2>&1 || fail "$name"
echo "ok - $name"

listing() { find /opt/modescope -printf '%p %y %l %s %T@\n' | sort; }
listing >"$work/listing"

name="commands, from the PATH"
run modescope --version || fail "$name"
grep -q '^modescope [0-9]' "$work/out" || fail "$name: no version"
run modescope run preset:simplenet --passes 2 || fail "$name"
grep -q '9,440 bytes kept' "$work/out" || fail "$name: no result"
run modescope check preset:mycomplexnet || fail "$name"
echo "ok - $name"

name="AOT cache in use"
run JAVA_TOOL_OPTIONS=-XX:AOTMode=on modescope --version || fail "$name"
echo "ok - $name"

name="native libraries shared by all users"
[ ! -e "$work/home/.cache" ] || fail "$name: unpacked into a home"
echo "ok - $name"

name="window"
Xvfb :97 -screen 0 1440x900x24 >/dev/null 2>&1 &
xvfb=$!
while [ ! -S /tmp/.X11-unix/X97 ]; do kill -0 $xvfb || fail "$name: no Xvfb"; done
run DISPLAY=:97 modescope --startup-probe || fail "$name"
kill $xvfb
grep -q '^window [0-9]* ms' "$work/out" || fail "$name: not seen"
grep -q '^nd4j [0-9]* ms' "$work/out" || fail "$name: no ND4J"
! grep -q WARNING "$work/out" || fail "$name: not silent"
echo "ok - $name ($(paste -sd, "$work/out"))"

name="program's folder unchanged, whoever runs it"
(cd / && env -i HOME="$work/root-home" PATH=/usr/bin:/bin modescope run preset:simplenet --passes 2 --backward) \
  >"$work/out" 2>&1 || fail "$name: not run by root"
listing | diff "$work/listing" - >"$work/out" || fail "$name"
echo "ok - $name"

name="what is around the program"
for file in applications/modescope.desktop mime/packages/modescope.xml man/man1/modescope.1.gz \
  icons/hicolor/512x512/apps/modescope.png bash-completion/completions/modescope doc/modescope/copyright; do
  [ -s "/usr/share/$file" ] || fail "$name: no $file"
done
if command -v desktop-file-validate >/dev/null; then
  desktop-file-validate /usr/share/applications/modescope.desktop || fail "$name"
fi
if command -v update-mime-database >/dev/null; then
  grep -q 'application/vnd.modescope.experiment+json:\*.modescope.json' /usr/share/mime/globs2 || fail "$name: file type"
  grep -q 'application/vnd.modescope.mystery+json:\*.mystery.json' /usr/share/mime/globs2 || fail "$name: file type of mystery nets"
fi
echo "ok - $name"

name="removed without a trace, but for the user's files"
echo '{}' >"$experiment"
dpkg --purge modescope >"$work/out" 2>&1 || fail "$name"
system >"$work/after"
diff "$work/before" "$work/after" >"$work/out" || fail "$name"
[ -e "$experiment" ] || fail "$name: an experiment is gone"
left=$(cd "$work/home" && find . -type f ! -path './.local/state/modescope/*' ! -path './.cache/dconf/*')
[ "$left" = "./lesson 1.modescope.json" ] || fail "$name: $left"
echo "ok - $name"

name=".rpm"
root="$work/root"
mkdir "$root"
below_root() { rpm --root "$root" --dbpath /rpmdb "$@"; }
below_root --nodeps --install "$rpm" >"$work/out" 2>&1 || fail "$name: not installed"
run "$root/opt/modescope/bin/modescope" run preset:simplenet --passes 2 || fail "$name"
grep -q '9,440 bytes kept' "$work/out" || fail "$name: no result"
run JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$root/opt/modescope/bin/modescope" --version || fail "$name: AOT cache"
dpkg-deb --fsys-tarfile "$deb" | tar -t | sed 's,^\.,,' | grep -v '/$' | sort >"$work/deb-files"
(cd "$root" && find . -path ./rpmdb -prune -o ! -type d -print) | sed 's,^\.,,' | sort \
  | diff "$work/deb-files" - >"$work/out" || fail "$name: other files than in the .deb"
ldconfig -p >"$work/libraries"
for library in $(below_root -qR modescope | sed -n 's/^\(lib[^(]*\)(.*/\1/p'); do
  grep -q "^\s*$library " "$work/libraries" || fail "$name: needs $library, which this machine lacks"
done
below_root --erase modescope >"$work/out" 2>&1 || fail "$name: not removed"
[ -z "$(find "$root" -path "$root/rpmdb" -prune -o ! -type d -print)" ] || fail "$name: left files behind"
echo "ok - $name"
