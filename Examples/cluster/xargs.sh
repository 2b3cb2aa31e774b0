#!/bin/sh
# An ensemble by several processes of one machine: sh xargs.sh FILE OUT PARTS AT_ONCE
set -eu
seq 0 $(($3 - 1)) | xargs -P "$4" -I{} \
  "${SONAE:-sonae}" ensemble "$1" --output "$2" --resume --threads 1 --shard "{}/$3"
"${SONAE:-sonae}" merge "$2"
