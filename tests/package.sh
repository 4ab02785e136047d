#!/usr/bin/env bash
# Packs the bench, and runs docs/examples/lab-project with the package as a lab would: outside the checkout, from a folder
# of packages, with nothing of the bench restored before.
#   tests/package.sh [FOLDER]
# With HILBENCH_PACKAGE_CACHE=FOLDER the packages of others are taken from there, such as ~/.nuget/packages; else some
# 150 MB are downloaded.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-$(mktemp -d)}
# As CI has built it.
dotnet pack HilBench.sln -c Debug -o "$out/feed" -v quiet -p:PackTool=false -p:PackageVersion=0.1.0-trial
cp -r docs/examples/lab-project "$out/lab"
cd "$out/lab"
rm -rf bin obj
sed -i 's/\(HilBench.Scenarios" Version="\)[^"]*/\10.1.0-trial/' Lab.Project.csproj
cat > nuget.config <<CONFIG
<configuration>
  <packageSources><add key="bench" value="$out/feed" /></packageSources>
</configuration>
CONFIG
export NUGET_PACKAGES=${HILBENCH_PACKAGE_CACHE:-$out/packages} REQNROLL_TELEMETRY_ENABLED=0
forget() { rm -rf "$NUGET_PACKAGES"/hilbench.*; }
trap forget EXIT
forget
dotnet build -v quiet
dotnet run --no-build | tee "$out/said"
grep -q 'Total: 2, Errors: 0, Failed: 0' "$out/said"

# Red, and one of them on another rig: the tests say what the display shows.
sed -i 's/26\.6 kWh/26.7 kWh/' CreditFeature.cs credit.feature
dotnet build -v quiet
if HILBENCH_RIG=none dotnet run --no-build > "$out/said"; then exit 1; fi
grep -q 'the meter holds 26.6 kWh, not 26.7 kWh' "$out/said"
grep -q 'Failed: 2,' "$out/said"
grep -q 'on the glass:' "$out/said"
grep -q '21 of 21 seen by the model' "$out/said"

# A rig that is not there.
if HILBENCH_RIG=virtul dotnet run --no-build > "$out/said"; then exit 1; fi
grep -q 'there is no rig "virtul"; did you mean "virtual"?' "$out/said"
echo "a project of a lab runs the bench's steps from a package"
