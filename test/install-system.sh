#!/usr/bin/env bash
# Installs the programs that some tests compare with (R sna and igraph, networkx, igraph, graph-tool, Graphviz, Chromium, a Chinese font), and those that others run in (Redis, GNU parallel)
# where Debian's apt-get is at hand and may be used. Elsewhere those tests say that they are skipped, and why.
set -u
packages="chromium fonts-noto-cjk poppler-utils python3-networkx python3-igraph python3-graph-tool r-base-core r-cran-sna r-cran-igraph redis-server graphviz parallel"
command -v apt-get >/dev/null 2>&1 || { echo "No apt-get here: tests against other programs run only where those are installed."; exit 0; }
missing=""
for package in $packages; do dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"; done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "To run the tests against other programs too: sudo apt-get install$missing"
  exit 0
fi
echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null 2>&1
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 || echo "Not all could be installed; tests against the others are skipped."
exit 0
