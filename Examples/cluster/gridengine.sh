#!/bin/sh
# An ensemble as a job array of Grid Engine: sh gridengine.sh FILE OUT PARTS [OPTIONS...]
# A task that is told to end (75) or killed is run again (99) and goes on, at most 20 times; the merge
# waits for all.
set -eu
export SONAE="${SONAE:-sonae}" file=$1 output=$2 parts=$3
shift 3
name=sonae$$
qsub -N "$name" -t "1-$parts" -cwd -r y -notify -v SONAE,file,output -- "$@" <<'TASK'
#!/bin/sh
"$SONAE" ensemble "$file" --output "$output" --resume --threads 1 --shard auto "$@" &
part=$!
trap 'kill -TERM "$part"' USR1 USR2 TERM
code=0
wait "$part" || code=$?
while kill -0 "$part" 2>/dev/null; do code=0; wait "$part" || code=$?; done
[ "$code" -eq 75 ] || [ "$code" -ge 128 ] || exit "$code"
[ "${RESTARTED:-0}" -lt 20 ] || exit "$code"
exit 99
TASK
qsub -N "$name-merge" -hold_jid "$name" -cwd -v SONAE,output <<'MERGE'
#!/bin/sh
exec "$SONAE" merge "$output"
MERGE
