#!/bin/bash
# One hundred parts of an ensemble as a Slurm array, twenty at a time:
#   jobid=$(sbatch --parsable slurm.sh)
# and the whole, once all of them are done:
#   sbatch --dependency=afterok:$jobid --wrap 'guanxi merge parts/part-*.jsonl --out result.json --rows rows.csv'
#SBATCH --job-name=guanxi
#SBATCH --array=0-99%20
#SBATCH --cpus-per-task=4
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
set -euo pipefail
parts=${SLURM_ARRAY_TASK_COUNT:-100}
part=$SLURM_ARRAY_TASK_ID
mkdir -p parts
# A part that is requeued goes on from its checkpoint.
guanxi ensemble plan.json \
  --shard "$part/$parts" --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --checkpoint "parts/part-$part.checkpoint" --out "parts/part-$part.jsonl"
