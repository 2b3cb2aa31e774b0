# One-node Grid Engine with a root, ports and spools of its own. Sourced by run.sh.

why_not_gridengine() {
  local name
  [ "$(id -u)" = 0 ] || { echo "its daemons run as root"; return; }
  for name in sge_qmaster sge_execd qconf qsub; do
    command -v "$name" >/dev/null || { echo "$name is not installed"; return; }
  done
}

# Daemons leave the shell that starts them: their numbers are in their spools.
start_gridengine() {
  local here=$1 root=$1/root name
  local common=$root/default/common
  mkdir -p "$common" "$here/qmaster/job_scripts" "$here/execd" "$here/database"
  for name in bin lib util utilbin; do ln -s "/var/lib/gridengine/$name" "$root/$name"; done
  export SGE_ROOT=$root SGE_CELL=default SGE_QMASTER_PORT=26444 SGE_EXECD_PORT=26445
  node=$(hostname)
  sed -e "s|^admin_user.*|admin_user none|" -e "s|^spooling_params.*|spooling_params $here/database|" \
    -e "s|^qmaster_spool_dir.*|qmaster_spool_dir $here/qmaster|" \
    /usr/share/gridengine/default-bootstrap >"$common/bootstrap"
  # The loopback address has several names.
  echo "$node localhost $(getent hosts 127.0.0.1 | awk '{$1 = ""; print}')" >"$common/host_aliases"
  echo "$node" >"$common/act_qmaster"
  sed -e "s|^execd_spool_dir.*|execd_spool_dir $here/execd|" -e "s|^min_.id.*||" \
    -e "s|^load_report_time.*|load_report_time 00:00:02|" \
    /usr/share/gridengine/default-configuration >"$here/configuration"
  {
    /usr/lib/gridengine/spoolinit berkeleydb libspoolb "$here/database" init
    for name in configuration="$here/configuration" \
      complexes=/usr/share/gridengine/util/resources/centry \
      usersets=/usr/share/gridengine/util/resources/usersets managers=root; do
      /usr/lib/gridengine/spooldefaults "${name%%=*}" "${name#*=}"
    done
    sge_qmaster
    within 20 qconf -sconf
    daemons+=("$(cat "$here/qmaster/qmaster.pid")")
    qconf -ah "$node" || true
    qconf -as "$node" || true
    sge_execd
    within 20 qhost_knows_node
    daemons+=("$(cat "$here"/execd/*/execd.pid)")
    qconf -sq >"$here/queue"
    sed -i -e "s/^qname .*/qname all.q/" -e "s/^hostlist .*/hostlist $node/" -e "s/^slots .*/slots 8/" \
      -e "s/^load_thresholds .*/load_thresholds NONE/" -e "s|^shell .*|shell /bin/sh|" \
      -e "s/^rerun .*/rerun TRUE/" -e "s/^pe_list .*/pe_list NONE/" "$here/queue"
    qconf -Aq "$here/queue"
    qconf -ssconf | sed -e "s/^schedule_interval .*/schedule_interval 0:0:2/" \
      -e "s/^flush_submit_sec .*/flush_submit_sec 1/" \
      -e "s/^flush_finish_sec .*/flush_finish_sec 1/" >"$here/scheduler"
    qconf -Msconf "$here/scheduler"
  } >"$here/setup.out" 2>&1
}

qhost_knows_node() { qhost | grep "^$node " | grep -vq ' - *- *- '; }

run_gridengine() {
  sh "$examples/gridengine.sh" test.yaml out "$parts" --draws "$draws"
  local end=$((SECONDS + 300))
  until [ -e out/report.json ]; do
    [ "$SECONDS" -lt "$end" ] || { qstat; return 1; }
    if [ -z "$(qstat)" ] && [ ! -e out/report.json ]; then
      echo "no job is left and nothing was merged" >&2
      cat sonae*.e* sonae*.o* | tail -n 10 >&2
      return 1
    fi
    sleep 0.5
  done
}
