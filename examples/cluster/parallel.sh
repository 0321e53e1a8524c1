#!/bin/bash
# Eight parts of an ensemble with GNU parallel, on this machine or, with --sshloginfile, on others that share the folder.
set -euo pipefail
parts=${PARTS:-8}
mkdir -p parts
seq 0 $((parts - 1)) |
  parallel --halt now,fail=1 --joblog parts/log --resume-failed \
    guanxi ensemble plan.json --shard "{}/$parts" --workers 1 --out "parts/part-{}.jsonl" --quiet
guanxi merge parts/part-*.jsonl --out result.json --rows rows.csv
