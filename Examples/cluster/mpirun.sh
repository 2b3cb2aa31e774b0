#!/bin/sh
# An ensemble as ranks of Open MPI: sh mpirun.sh FILE OUT RANKS [OPTIONS OF MPIRUN...] [-- OPTIONS...]
# A rank that is killed ends the others after the block that each has under way; the ranks are then started
# again and go on, at most 20 times. An input that is refused ends them for good.
set -eu
program="${SONAE:-sonae}" file=$1 output=$2 ranks=$3
shift 3
launch=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  launch="$launch $1"
  shift
done
[ $# -eq 0 ] || shift
for attempt in $(seq 20); do
  code=0
  # Words of mpirun's options are told apart by blanks.
  mpirun -n "$ranks" $launch \
    "$program" ensemble "$file" --output "$output" --resume --threads 1 --shard auto "$@" || code=$?
  case $code in
    0) exec "$program" merge "$output" ;;
    1 | 2 | 64) exit "$code" ;;
  esac
done
exit "$code"
