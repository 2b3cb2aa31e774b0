# One-node Slurm with keys, sockets and spools of its own; a requeued task may start again once its
# credential has expired, 5 s here. Sourced by run.sh.

why_not_slurm() {
  local name
  [ "$(id -u)" = 0 ] || { echo "its daemons run as root"; return; }
  for name in munged slurmctld slurmd sbatch; do
    command -v "$name" >/dev/null || { echo "$name is not installed"; return; }
  done
}

start_slurm() {
  local here=$1 host
  host=$(hostname -s)
  mkdir -p "$here/state" "$here/spool"
  dd if=/dev/urandom of="$here/munge.key" bs=128 count=1 status=none
  chmod 400 "$here/munge.key"
  chmod 755 "$here"
  munged --force --foreground --key-file="$here/munge.key" --socket="$here/munge.socket" \
    --pid-file="$here/munged.pid" --log-file="$here/munged.log" --seed-file="$here/munge.seed" \
    >"$here/munged.out" 2>&1 &
  daemons+=($!)
  cat >"$here/slurm.conf" <<CONF
ClusterName=sonae
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$here/munge.socket,cred_expire=5
CredType=cred/munge
SlurmctldPort=26817
SlurmdPort=26818
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=2
MpiDefault=none
ReturnToService=2
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=8 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$here/slurm.conf
  within 10 test -S "$here/munge.socket" || return 1
  slurmctld -D >"$here/slurmctld.out" 2>&1 &
  daemons+=($!)
  slurmd -D >"$here/slurmd.out" 2>&1 &
  daemons+=($!)
  within 30 node_is_idle
}

node_is_idle() { sinfo --noheader --format=%T | grep -q '^idle'; }

# The script as it is printed is submitted as it is.
run_slurm() {
  "$program" slurm test.yaml --draws "$draws" --shards "$parts" --threads 1 --output out >job.sh
  sbatch job.sh
  local end=$((SECONDS + 300))
  until [ -e out/report.json ]; do
    [ "$SECONDS" -lt "$end" ] || { squeue --array; return 1; }
    if [ -z "$(squeue --noheader)" ] && [ ! -e out/report.json ]; then
      echo "no job is left and nothing was merged" >&2
      for file in slurm-*.out; do tail -n 5 "$file"; done >&2
      return 1
    fi
    sleep 0.5
  done
}
