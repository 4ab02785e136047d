#!/usr/bin/env bash
# A long fuzz run:   tests/fuzz.sh [TARGET] [INPUTS] [SEED]
# TARGET: tokens, meter, "vend lines", "decode lines", "script lines", features, profiles, "token port", "token reader",
# "serial panel", or all (the default).
set -euo pipefail
cd "$(dirname "$0")/.."
[[ ${1:-all} == all ]] || export HILBENCH_FUZZ_TARGET=$1
export HILBENCH_FUZZ_INPUTS=${2:-100000} HILBENCH_FUZZ_SEED=${3:-1}
dotnet build -c Release tests/Fuzz -v quiet
exec tests/Fuzz/bin/Release/net10.0/HilBench.Fuzz -method '*A_long_run_asked_for_by_hand*'
