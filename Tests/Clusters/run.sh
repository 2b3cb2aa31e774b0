#!/usr/bin/env bash
# Parts of one ensemble under real schedulers on this machine, killed at random and gone on with: every
# way must give the digest of an undisturbed run. `run.sh [xargs] [mpirun] [slurm] [gridengine]`; SONAE is
# the program. What cannot start here is passed over, with the reason.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
examples=$here/../../Examples/cluster
program=$(realpath "${SONAE:-$here/../../.build/release/sonae}")
for name in common slurm gridengine; do source "$here/$name.sh"; done

work=$(mktemp -d)
daemons=()
gone() { ! kill -0 "$1"; }
finish() {
  local daemon
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for daemon in "${daemons[@]}"; do
    within 10 gone "$daemon" 2>/dev/null || kill -KILL "$daemon" 2>/dev/null || true
  done
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT
chmod 755 "$work"
mkdir "$work/bin"
ln -s "$program" "$work/bin/sonae"
export PATH=$work/bin:$PATH SONAE=$program

why_not_xargs() { :; }
start_xargs() { :; }
run_xargs() { sh "$examples/xargs.sh" test.yaml out "$parts" "$parts" --draws "$draws"; }

why_not_mpirun() { command -v mpirun >/dev/null || echo "mpirun is not installed"; }
start_mpirun() { :; }
run_mpirun() {
  export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
  sh "$examples/mpirun.sh" test.yaml out "$parts" --oversubscribe -- --draws "$draws"
}

passed=0 failed=0 skipped=0
mkdir "$work/whole"
cd "$work/whole"
make_study
"$program" ensemble test.yaml --draws "$draws" --output out >/dev/null
expected=$(digest out)
[ $# -gt 0 ] || set -- xargs mpirun slurm gridengine
for way in "$@"; do
  why=$("why_not_$way")
  if [ -n "$why" ]; then
    echo "$way: skipped, $why"
    skipped=$((skipped + 1))
    continue
  fi
  mkdir -p "$work/$way/daemons"
  if ! "start_$way" "$work/$way/daemons"; then
    tail -n 3 "$work/$way"/daemons/*.{out,log} 2>/dev/null || true
    echo "$way: skipped, its daemons do not start here"
    skipped=$((skipped + 1))
    continue
  fi
  mkdir "$work/$way/study"
  cd "$work/$way/study"
  make_study
  harry "$PWD" &
  enemy=$!
  start=$SECONDS
  code=0
  "run_$way" >log 2>&1 || code=$?
  touch calm
  wait "$enemy" || true
  touch killed
  kills=$(wc -l <killed)
  if [ "$code" = 0 ] && [ "$(digest out)" = "$expected" ] && [ "$kills" -gt 0 ]; then
    echo "$way: same digest after $kills kills, $((SECONDS - start)) s"
    passed=$((passed + 1))
  else
    echo "$way: FAILED, code $code, $kills kills"
    tail -n 20 log
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
