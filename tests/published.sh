#!/usr/bin/env bash
# Makes the archive for a machine without the SDK (deploy/release), and runs a feature file outside the checkout with it.
#   tests/published.sh [FOLDER [RID]]         for this machine, or for another one whose programs RUN can run, such as
#   RUN="qemu-aarch64-static -L ROOT" tests/published.sh /tmp/pi linux-arm64      with an arm64 glibc and libstdc++ in ROOT
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-$(mktemp -d)}
case "$(uname -m)" in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac
rid=${2:-$rid}
deploy/release --out "$out/release" "$rid"
(cd "$out/release" && sha256sum --check --quiet SHA256SUMS)
tar -xzf "$out"/release/hilbench-*-"$rid".tar.gz -C "$out"
grep -q '"name": "Reqnroll"' "$out/hilbench/sbom.cdx.json"
grep -q '^BouncyCastle.Cryptography ' "$out/hilbench/THIRD-PARTY-NOTICES.txt"

mkdir -p "$out/elsewhere"
cat > "$out/elsewhere/mine.feature" <<'FEATURE'
Feature: A file of my own
  It lies outside the checkout, and this machine has no SDK.

  Scenario: A token counts once
    Given the meter holds 1.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    When the customer keys in the token
    Then the meter refuses it as used
    And the meter holds 26.6 kWh
FEATURE
cd "$out/elsewhere"
# There is no dotnet on this path, and no place where the runtime would look for a shared framework.
# shellcheck disable=SC2086 # RUN is a program with its arguments
program=(env -i CI=true PATH=/usr/bin:/bin HOME=/nonexistent DOTNET_ROOT=/nonexistent ${RUN:-} "$out/hilbench/hilbench")
run() { "${program[@]}" "$@"; }
# Also the history: its library of SQLite is of this machine too.
run run mine.feature --history "$out/history.db" | tee "$out/said"
grep -q '^1 scenario on rig virtual, seed 1: 1 passed$' "$out/said"
run history --history "$out/history.db" | grep -q '1 passed$'
test "$(run --version | head -n 1 | cut -d' ' -f1,2)" = "hilbench $(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$OLDPWD/Directory.Build.props")"
# Without a folder of features here it runs those that it brings.
run run features/credit --history none 2> "$out/told" | grep -q '^[0-9]* scenarios on rig virtual, seed 1: [0-9]* passed$'
grep -q "^there is no folder features here; these are the ones of the bench, in $out/hilbench/features\$" "$out/told"
run rig list | grep -q '^virtual '
grep -q '^ExecStart=/opt/hilbench/hilbench meter ' "$out/hilbench/hilbench.service" # what a Pi's systemd is given
run meter --rig none --script - <<< '{"meter":{"ea":7,"dkga":2,"vk":"abababababababab","pan":"600727000000000009","sgc":"123456","ti":"01","krn":1,"kt":2,"base":1993}}' | grep -q '"krn":1'
# The panel brings its framework along, and its words, in folders beside the program.
# Not by the function: that would run it below a shell of its own, and the signal would reach that shell alone.
"${program[@]}" web --port 0 --history none > "$out/panel" & panel=$!
trap 'kill "$panel" 2> /dev/null || true' EXIT
until address=$(grep -o 'http://localhost:[0-9]*' "$out/panel"); do kill -0 "$panel"; sleep 0.2; done
page() {
  exec 3<> "/dev/tcp/localhost/${address##*:}"
  printf 'GET / HTTP/1.1\r\nHost: %s\r\nAccept-Language: de-AT\r\nConnection: close\r\n\r\n' "${address#http://}" >&3
  cat <&3
  exec 3>&-
}
# The first page may come before the meter stands on the bench.
until page > "$out/page" && grep -q 'class="glass dots"' "$out/page"; do kill -0 "$panel"; sleep 0.2; done
grep -q 'aria-label="Anzeige: ' "$out/page"
test ! -e .aspnet # no key of its own is left behind
kill -TERM "$panel"
wait "$panel"
# It joins a lab and has a scenario run there.
if command -v nats-server > /dev/null; then
  nats-server -js -sd "$out/store" -a 127.0.0.1 -p 24801 > "$out/broker" 2>&1 & broker=$!
  trap 'kill "$broker" ${bench:+"$bench"} 2> /dev/null || true' EXIT
  until grep -q 'Server is ready' "$out/broker"; do kill -0 "$broker"; sleep 0.2; done
  "${program[@]}" lab join --nats nats://127.0.0.1:24801 --rig virtual --name bench-1 --ledger "$out/ledger.db" > "$out/bench" & bench=$!
  until grep -q '^bench-1 is at the lab ' "$out/bench"; do kill -0 "$bench"; sleep 0.2; done
  run lab run mine.feature --nats nats://127.0.0.1:24801 | grep -q '^1 scenario on rig lab (generic), seed 1: 1 passed$'
  kill -TERM "$bench"
  wait "$bench"
  kill "$broker"
fi
echo "a published bench works outside the checkout, without the SDK"
