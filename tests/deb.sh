#!/usr/bin/env bash
# Installs, upgrades, removes and purges the Debian package of this machine, for real, but in a copy of this machine that
# is gone afterwards: a file system laid over the real one, in a mount namespace of its own.
#   tests/deb.sh [FOLDER]       FOLDER has the archive of deploy/release; else that is called
# It needs root and Debian.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = --inside ]; then
  package=$2
  version=$3
  export DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin
  fail() { echo "deb.sh: $*" >&2; exit 1; }
  # Whatever has the name, but for checkouts and caches, which were here before and are not of the package.
  traces() {
    find / -xdev \( -path /proc -o -path /sys -o -path /tmp -o -path /work -o -path /root -o -path /var/cache/man \) -prune \
      -o -iname '*hilbench*' -print | sort
  }
  left() { traces | comm -13 /tmp/before - | grep -v '^/var/lib/dpkg/info/hilbench\.' | tr '\n' ' '; }
  as() { setpriv --reuid 65534 --regid 65534 --clear-groups env -i HOME=/desk PATH=/usr/bin:/bin DOTNET_ROOT=/nonexistent "$@"; }
  command -v adduser > /dev/null || fail "adduser is missing"
  if dpkg-query --status hilbench > /dev/null 2>&1; then fail "it is installed already"; fi
  traces > /tmp/before

  dpkg --install "$package" > /tmp/said 2>&1 || { cat /tmp/said >&2; fail "it cannot be installed"; }
  mkdir /desk
  chown 65534:65534 /desk
  cd /desk
  [ "$(as hilbench --version | head -n 1 | cut -d' ' -f1,2)" = "hilbench $version" ] || fail "the program is not $version"
  as hilbench --version | grep -q '^features: /usr/lib/hilbench/features$' || fail "the features are not beside the program"
  as hilbench run --tags @rollover 2> /dev/null | grep -q ' passed$' || fail "no scenario passed"
  printf 'Feature: Mine\n  Scenario: Red\n    Then the meter holds 1.0 kWh\n' | as tee mine.feature > /dev/null
  if as hilbench run mine.feature > said; then fail "a red scenario passed"; fi
  grep -q '; again: hilbench run mine.feature:2 --seed 1$' said || fail "$(cat said)"
  as hilbench history | grep -q '1 failed' || fail "the history has no red run"
  id hilbench | grep -q '(gpio).*' || fail "hilbench is not in group gpio"
  id hilbench | grep -q '(dialout)' || fail "hilbench is not in group dialout"
  dpkg --verify hilbench || fail "files are not as packed"
  # Whoever may only read it can use it, and a person finds what each command does.
  zcat /usr/share/man/man1/hilbench.1.gz > /tmp/page
  for name in $(hilbench --help | awk '/^Commands:/ { on = 1; next } on && /^  [a-z]/ { print $1 }'); do
    grep -q "^\\.SS hilbench ${name//-/\\\\-}\$" /tmp/page || fail "the manual page has no $name"
  done
  for unit in hilbench hilbench-lab@; do
    grep -q '^ExecStart=/usr/lib/hilbench/hilbench ' "/usr/lib/systemd/system/$unit.service" || fail "$unit starts something else"
  done
  if command -v systemd-analyze > /dev/null; then
    systemd-analyze verify /usr/lib/systemd/system/hilbench.service || fail "hilbench.service is not right"
  fi

  # Again over itself, as an upgrade: the scripts may run as often as they like.
  mkdir -p /var/lib/hilbench /etc/systemd/system/multi-user.target.wants
  echo record > /var/lib/hilbench/record
  echo '{}' > /etc/hilbench/rig.json
  ln -s /usr/lib/systemd/system/hilbench.service /etc/systemd/system/multi-user.target.wants/
  dpkg --install "$package" > /tmp/said 2>&1 || { cat /tmp/said >&2; fail "it cannot be installed again"; }
  dpkg --remove hilbench > /tmp/said 2>&1 || { cat /tmp/said >&2; fail "it cannot be removed"; }
  left=$(left)
  [ "$left" = "/desk/.local/state/hilbench /etc/hilbench /var/lib/hilbench " ] || fail "removed, and left: $left"
  [ "$(cat /var/lib/hilbench/record)" = record ] || fail "the record is gone"
  dpkg --purge hilbench > /tmp/said 2>&1 || { cat /tmp/said >&2; fail "it cannot be purged"; }
  left=$(left)
  [ ! -e /var/lib/dpkg/info/hilbench.list ] || fail "dpkg still knows it"
  [ "$left" = "/desk/.local/state/hilbench " ] || fail "purged, and left: $left"
  ! getent passwd hilbench > /dev/null || fail "the user is still there"
  dpkg --purge hilbench > /dev/null 2>&1 || true # nothing to do any more
  echo "the Debian package installs, works, and goes"
  exit 0
fi

[ "$(id -u)" = 0 ] || { echo "deb.sh: it needs root" >&2; exit 2; }
out=${1:-$(mktemp -d)}
arch=$(dpkg --print-architecture)
deploy/deb --out "$out" --fast "$arch"
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
package=$(cd "$out" && pwd)/hilbench_${version/-/\~}-1_$arch.deb
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The upper layer is in memory: a file system of its own cannot lie on itself.
unshare --mount --pid --fork --propagation private bash -euo pipefail -c '
  work=$1 package=$2 version=$3 script=$4
  mount -t tmpfs none "$work"
  mkdir "$work/upper" "$work/work" "$work/root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$work/upper,workdir=$work/work" "$work/root"
  mount -t proc none "$work/root/proc"
  mount --rbind /dev "$work/root/dev"
  mount -t tmpfs none "$work/root/tmp"
  cp "$package" "$work/root/tmp/hilbench.deb"
  install -m 755 "$script" "$work/root/tmp/tests-deb.sh"
  chroot "$work/root" /bin/bash /tmp/tests-deb.sh --inside /tmp/hilbench.deb "$version"
' - "$work" "$package" "$version" "$PWD/tests/deb.sh"
