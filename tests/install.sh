#!/usr/bin/env bash
# A stranger's first minutes: the bench is installed with `dotnet tool install` from a folder of packages, with an empty
# home and outside the checkout; then first green, first red, a profile of his own, the report.
#   tests/install.sh [PACKAGE]        packs the bench if no .nupkg is given, as CI has built it
# It needs the SDK, and reaches no registry. As root it also tries that another user than the one who installed can use it.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
panel=
trap '[ -z "$panel" ] || kill "$panel" 2> /dev/null || true; rm -rf "$work"' EXIT
chmod 755 "$work"
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
mkdir -p "$work/feed" "$work/home" "$work/desk"
if [ $# -gt 0 ]; then
  cp "$1" "$work/feed/"
else
  [ -e bench/Cli/bin/Debug/net10.0/hilbench.dll ] || dotnet build bench/Cli -v quiet
  dotnet pack bench/Cli -c Debug --no-build -o "$work/feed" -v quiet
fi
cat > "$work/desk/nuget.config" <<CONFIG
<configuration><packageSources><clear /><add key="bench" value="$work/feed" /></packageSources></configuration>
CONFIG
fail() { echo "install.sh: $*" >&2; exit 1; }
here() { [ -e "$1" ] || fail "$1 is not there"; }

dotnet=$(readlink -f "$(command -v dotnet)")
with=(PATH="$work/home/.dotnet/tools:$(dirname "$dotnet"):/usr/bin:/bin" DOTNET_ROOT="$(dirname "$dotnet")"
  DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1)
me() { env -i HOME="$work/home" "${with[@]}" "$@"; }
ends() { # exit code, command with its arguments
  local wanted=$1 got=0
  shift
  "$@" > "$work/out" 2> "$work/err" || got=$?
  [ "$got" = "$wanted" ] || { cat "$work/out" "$work/err" >&2; fail "$*: exit code $got, not $wanted"; }
}
says() { grep -qF -- "$1" "$work/out" || { cat "$work/out" "$work/err" >&2; fail "not said: $1"; }; }
tells() { grep -qF -- "$1" "$work/err" || { cat "$work/out" "$work/err" >&2; fail "not told: $1"; }; }

cd "$work/desk"
ends 0 me dotnet tool install --global HilBench
tool=$(dirname "$(find "$work/home/.dotnet/tools/.store" -name hilbench.dll)")
for beside in features/credit features/README.md profiles/generic.json rigs/virtual.json plans/kenya-power.json HilBench.Scenarios.xml \
  LICENSE commit.txt; do
  here "$tool/$beside"
done
# For every machine: what was compiled ahead for this one is not in it.
[ "$(stat -c %s "$tool/HilBench.Meter.dll")" -lt 400000 ] || fail "HilBench.Meter.dll was compiled ahead of time"
list() { find "$tool" -type f -printf '%P %s %T@\n' | sort; }
list > "$work/before"

ends 0 me hilbench --version
[ "$(head -n 1 "$work/out" | cut -d' ' -f 1,2)" = "hilbench $version" ] || fail "the program is not $version"
says "features: $tool/features"
says "  Reqnroll $(sed -n 's/.*Include="Reqnroll" Version="\(.*\)".*/\1/p' "$root/Directory.Packages.props")"
ends 0 me hilbench rig list
says "virtual "
ends 0 me hilbench steps
says "        How long a contact chatters"
ends 2 me hilbench vesrion
tells 'no command "vesrion"'

# Without features of his own he runs those of the bench; with some, these.
ends 0 me hilbench run --tags @rollover
tells "there is no folder features here; these are the ones of the bench, in $tool/features"
ends 0 me hilbench run features/replay
ends 2 me hilbench run features/replya
tells "features/replya: there is no such file or folder"
mkdir features
cat > features/mine.feature <<'FEATURE'
Feature: My first feature

  Scenario: The same token twice
    Given a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 25.6 kWh
FEATURE
ends 0 me hilbench run
says "1 scenario on rig virtual, seed 1: 1 passed"

# First red: exit code, report, and the command that repeats it.
sed -i 's/holds 25.6/holds 26.6/' features/mine.feature
ends 1 me hilbench run --report report
says "the meter holds 25.6 kWh, not 26.6 kWh"
says "again: hilbench run features/mine.feature:3 --seed 1"
grep -q 'The same token twice' report/report.html || fail "the report does not name the scenario"
grep -q "hilbench run features/mine.feature:3" report/junit.xml || fail "junit.xml does not say how it is repeated"
ends 1 me hilbench run features/mine.feature:3 --seed 1
ends 0 me hilbench history
says "1 failed"

# A profile of his own, beside his features.
echo '{ "words": { "accept": "Thanks" } }' > my-meter.json
cat > features/mine.feature <<'FEATURE'
Feature: A meter of our own
  Scenario: It says thanks
    Given a meter with:
      | name    | value         |
      | profile | my-meter.json |
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the display shows "Thanks"
FEATURE
ends 0 me hilbench run features/mine.feature

# Libraries of this machine: SQLite above, and the panel's framework, which the tool finds beside its runtime.
# Not by the function: that would run it below a shell of its own, and the signal would reach that shell alone.
env -i HOME="$work/home" "${with[@]}" hilbench web --port 0 --history none > "$work/panel" 2>&1 & panel=$!
for _ in $(seq 100); do grep -q 'http://localhost:' "$work/panel" && break; kill -0 "$panel" || fail "$(cat "$work/panel")"; sleep 0.2; done
grep -q 'http://localhost:' "$work/panel" || fail "the panel does not come"
kill -TERM "$panel"
wait "$panel"
panel=

# A step assembly or a rig is looked for where he stands, never written beside the program.
list | diff "$work/before" - > /dev/null || fail "something was written beside the program"

# Installed by root in a place for everybody, used by somebody who may not write there.
if [ "$(id -u)" = 0 ]; then
  ends 0 me dotnet tool install HilBench --tool-path "$work/everybody"
  mkdir "$work/other" "$work/other/desk"
  cp my-meter.json features/mine.feature "$work/other/desk/"
  chown -R 65534:65534 "$work/other"
  cd "$work/other/desk"
  ends 0 env -i HOME="$work/other" "${with[@]}" setpriv --reuid 65534 --regid 65534 --clear-groups "$work/everybody/hilbench" run mine.feature --report report
  here "$work/other/.local/state/hilbench/history.db"
  here report/report.html
  [ -z "$(find "$work/everybody" -user 65534)" ] || fail "something was written beside the program"
  cd "$work/desk"
fi

ends 0 me dotnet tool uninstall --global HilBench
[ ! -e "$work/home/.dotnet/tools/hilbench" ] || fail "the tool is still there"
echo "the tool of .NET works with an empty home, outside the checkout"
