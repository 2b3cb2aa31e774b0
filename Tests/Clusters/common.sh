# What the tests of schedulers share: a small ensemble, its digest, and an enemy that kills. Sourced.

# Draws of the ensemble, enough to be killed several times on a fast machine, and parts of it.
draws=12000
parts=4

# A study of two regions and two sectors in the working folder.
make_study() {
  mkdir -p small
  printf 'key,value\nname,small\nunit,million USD\nregions,many\n' >small/economy.csv
  printf ',A_x,A_y,B_x,B_y\nA_x,10,20,5,5\nA_y,5,10,5,5\nB_x,5,5,10,20\nB_y,5,5,5,10\n' \
    >small/Z.csv
  printf ',A_C,B_C\nA_x,50,10\nA_y,65,10\nB_x,10,50\nB_y,10,65\n' >small/Y.csv
  cat >test.yaml <<'YAML'
title: Half of the goods stop
economy: small
start: 2026-04-01
horizon: 365 days
shocks:
  - capacity: {nodes: [A.x], by: 50%, from: day 2, for: 5 days, recovery: linear over 60 days}
uncertainty:
  seed: 3
  vary:
    "shocks[0].capacity.by": uniform(10%, 90%)
    "shocks[0].capacity.for": uniform(3 days, 90 days)
YAML
}

# One digest of everything that an ensemble's folder holds.
digest() {
  (cd "$1" && find . -type f ! -name '.*' | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-64)
}

# Kills a random part of the ensemble in a folder, again and again, until the file `calm` is there.
harry() {
  local folder=$1 kills=0 found number
  while [ ! -e "$folder/calm" ] && [ "$kills" -lt 12 ]; do
    sleep "0.$((RANDOM % 6 + 3))"
    mapfile -t found < <(parts_of "$folder")
    [ "${#found[@]}" -gt 0 ] || continue
    number=${found[RANDOM % ${#found[@]}]}
    if kill -KILL "$number" 2>/dev/null; then
      kills=$((kills + 1))
      echo "$number" >>"$folder/killed"
    fi
  done
}

# Numbers of the processes that work on blocks in a folder.
parts_of() {
  local place words
  for place in /proc/[0-9]*; do
    [ "$(readlink "$place/cwd")" = "$1" ] && [ "$(readlink "$place/exe")" = "$program" ] || continue
    mapfile -d '' -t words <"$place/cmdline" || continue
    [ "${words[1]:-}" != ensemble ] || basename "$place"
  done 2>/dev/null
}

# Waits up to so many seconds until a command succeeds.
within() {
  local seconds=$1 end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    if [ "$SECONDS" -ge "$end" ]; then
      echo "not within $seconds s: $*" >&2
      return 1
    fi
    sleep 0.3
  done
}
