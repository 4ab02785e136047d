#!/usr/bin/env bash
# The examples of CONTRIBUTING.md, taken from the page, built and run: a sentence, a chip, a profile, a rig kind.
#   tests/contributing.sh        uses bench/Cli as it was built last
# Each file stands where the page says it is saved, in a copy; what the page says of other files is changed there.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
built=$root/bench/Cli/bin/Debug/net10.0
[ -e "$built/hilbench.dll" ] || dotnet build bench/Cli -v quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CI=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
fail() { echo "contributing.sh: $*" >&2; exit 1; }

# A block below "Save this as `FILE`" is that file.
awk -v to="$work/page/" '
  /^Save this as `[^`]+`/ { split($0, parts, "`"); file = to parts[2]; next }
  /^```/ && writing { writing = 0; close(file); file = ""; next }
  /^```/ && file != "" { writing = 1; folder = file; sub("/[^/]*$", "", folder); system("mkdir -p \"" folder "\""); printf "" > file; next }
  writing { print > file }' CONTRIBUTING.md
cd "$work/page"
[ "$(find . -type f | wc -l)" = 8 ] || fail "eight files were expected: $(find . -type f)"

# A line that begins with - is replaced, in the file named above it, by the one with + below.
cp -r "$root/bench/RigFiles" "$work/RigFiles"
rm -rf "$work/RigFiles/bin" "$work/RigFiles/obj"
changes=0
while IFS= read -r line; do
  case $line in
    bench/RigFiles/*) file=$work/RigFiles/${line#bench/RigFiles/} ;;
    -*) before=${line#-} ;;
    +*)
      grep -qF -- "$before" "$file" || fail "$file has no line with: $before"
      BEFORE=$before AFTER=${line#+} perl -0pi -e 's/\Q$ENV{BEFORE}\E/$ENV{AFTER}/' "$file"
      changes=$((changes + 1)) ;;
  esac
done < <(awk '/^Its place in the list/ { found = 1 } found && /^```/ { n++; next } found && n == 1' "$root/CONTRIBUTING.md")
[ "$changes" = 2 ] || fail "two changed lines were expected, not $changes"
cp bench/RigFiles/Kinds/*.cs "$work/RigFiles/Kinds/"

# The rig files as a library, with the others as they were built; and one of the rest, which is tests and steps in one.
sed -i -e "s#<ProjectReference Include=\".*/\(HilBench[^/]*\).csproj\" />#<Reference Include=\"$built/\1.dll\" />#" \
  -e "s#<PackageReference Include=\"\(.*\)\" />#<Reference Include=\"$built/\1.dll\" />#" -e '/<Content /d' \
  "$work/RigFiles/HilBench.RigFiles.csproj"
mkdir "$work/Examples"
cat > "$work/Examples/Examples.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><NoWarn>\$(NoWarn);MSB3277</NoWarn></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="xunit.v3" />
    <Using Include="Xunit" />
    <Reference Include="$built/HilBench.Chips.dll;$built/HilBench.Scenarios.dll;$built/HilBench.Roles.dll" />
    <Reference Include="$built/System.Device.Gpio.dll;$built/Reqnroll.dll" />
    <Compile Include="$work/page/bench/Scenarios/**/*.cs;$work/page/bench/Chips/**/*.cs;$work/page/tests/**/*.cs" />
  </ItemGroup>
</Project>
PROJECT
props="-p:DirectoryBuildPropsPath=$root/Directory.Build.props -p:DirectoryPackagesPropsPath=$root/Directory.Packages.props -p:GenerateDocumentationFile=false"
# shellcheck disable=SC2086 # options
dotnet build "$work/RigFiles" -v quiet $props & rigs=$!
# shellcheck disable=SC2086
dotnet build "$work/Examples" -v quiet $props
wait "$rigs"

dotnet "$work/Examples/bin/Debug/net10.0/Examples.dll" > "$work/said" || { cat "$work/said"; fail "the tests of the chip"; }
grep -q 'Total: 7, Errors: 0, Failed: 0' "$work/said" || { cat "$work/said"; fail "seven tests of the chip were expected"; }

# The program with the rig kind, the rig file and the profile where they belong.
cp -rs "$built" "$work/program"
rm "$work/program/HilBench.RigFiles.dll"
cp "$work/RigFiles/bin/Debug/net10.0/HilBench.RigFiles.dll" "$work/program/"
# .NET looks for its libraries beside the file itself, not beside a link to it.
for file in hilbench.dll hilbench.deps.json hilbench.runtimeconfig.json; do cp --remove-destination "$built/$file" "$work/program/"; done
cp bench/profiles/*.json "$work/program/profiles/"
cp bench/rigs/*.json "$work/program/rigs/"
run() { dotnet "$work/program/hilbench.dll" run "$@" | tee "$work/said"; }
run features/credit --steps "$work/Examples/bin/Debug/net10.0/Examples.dll"
grep -q '^1 scenario on rig virtual, seed 1: 1 passed$' "$work/said"
run features/profiles
grep -q '^2 scenarios on rig virtual, seed 1: 2 passed$' "$work/said"
run features/profiles --rig village --report report
grep -q '^2 scenarios on rig village, seed 1: 2 passed$' "$work/said"
grep -q '<property name="model" value="village" />' report/junit.xml
dotnet "$work/program/hilbench.dll" rig list | grep -q '^village '
echo "the examples of CONTRIBUTING.md work"
