#!/bin/sh
# An ensemble by several processes of one machine: sh xargs.sh FILE OUT PARTS AT_ONCE [OPTIONS...]
# A part that is killed, or told to end by its system (75), goes on where it was, at most 20 times.
set -eu
file=$1 output=$2 parts=$3 at_once=$4
shift 4
export file output parts
export SONAE="${SONAE:-sonae}"
seq 0 $((parts - 1)) | xargs -P "$at_once" -I{} sh -c '
  part=$1
  shift
  trap "exit 75" INT TERM
  for attempt in $(seq 20); do
    code=0
    "$SONAE" ensemble "$file" --output "$output" --resume --threads 1 --shard "$part/$parts" "$@" ||
      code=$?
    if [ "$code" -ne 75 ] && [ "$code" -lt 128 ]; then exit "$code"; fi
  done
  exit "$code"' sh {} "$@"
"$SONAE" merge "$output"
