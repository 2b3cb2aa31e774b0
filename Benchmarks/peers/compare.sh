#!/usr/bin/env bash
# Times BoARIO (Python) and this engine on the same made-up table, machine and minute, and prints the
# ratio of seconds a scenario-step. Needs python3 with venv, and the network the first time.
#
#   Benchmarks/peers/compare.sh [REGIONS SECTORS]      (default: 17 35, then 81 50)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv=${SONAE_PEERS_VENV:-$root/.build/peers}

if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
if ! "$venv/bin/python" -c 'import boario, pymrio, progressbar' 2>/dev/null; then
  "$venv/bin/pip" install --quiet boario==0.7.2 progressbar2 pymrio
fi
swift build -c release --package-path "$root" --product sonae >&2

# BoARIO's order types and the rules of this engine that are the same model.
compare() {
  local regions=$1 sectors=$2 steps=$3 days=$4
  local processors
  processors=$(nproc)
  for pair in noalt:fixed alt:capacity; do
    "$root/.build/release/sonae" bench --json --regions "$regions" --sectors "$sectors" \
      --batch $((32 * processors)) --days "$days" --threads "$processors" \
      --choice "${pair#*:}" >"$venv/ours.json"
    "$venv/bin/python" "$here/boario_steps.py" \
      "$regions" "$sectors" "$steps" "${pair%:*}" "${pair#*:}" "$venv/ours.json"
  done
  echo "varieties (preset sonae; BoARIO has no such model):"
  "$root/.build/release/sonae" bench --regions "$regions" --sectors "$sectors" \
    --batch $((32 * processors)) --days "$days" --threads "$processors" --choice varieties |
    grep -E "seconds_per_scenario_step|share_of_dgemm"
}

if [ $# -ge 2 ]; then
  compare "$1" "$2" 20 20
else
  compare 17 35 100 200
  compare 81 50 8 10
fi
