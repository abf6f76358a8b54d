#!/usr/bin/env bash
# Measures how long one chart takes here and elsewhere, in one run, and prints the table of docs/benchmarks.md:
# 800 × 600, the same 300 bars with volume, SMA 20, SMA 50 and RSI 14, from bars to the bytes of a PNG.
#   benchmarks/rendering/run.sh
# Needed beside the .NET SDK: node and npm, chromium, python3-matplotlib (Debian's packages). What is missing is left out
# and named. RUNS (40) is how often each of the others draws; they warm up with five more.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
export RUNS="${RUNS:-40}"
work="$(mktemp -d "${TMPDIR:-/tmp}/chartcast-rendering.XXXXXX")"
trap 'rm -rf "$work"' EXIT

have() { command -v "$1" >/dev/null 2>&1 || { echo "| $2: $1 is not installed | | | | |"; return 1; }; }

dotnet build "$here/../Chartcast.Benchmarks" --configuration Release --nologo --verbosity quiet >"$work/build.log" 2>&1 \
  || { cat "$work/build.log" >&2; exit 1; }
program="$here/../Chartcast.Benchmarks/bin/Release/net10.0/Chartcast.Benchmarks.dll"
dotnet "$program" bars "$work/bars.json"
if command -v npm >/dev/null 2>&1 && [ ! -d "$here/node_modules" ]; then
  (cd "$here" && npm ci --no-audit --no-fund --silent)
fi

echo "Load average before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores."
echo
echo "| renderer | median ms | least ms | PNG bytes | resident memory |"
echo "|---|---|---|---|---|"
dotnet "$program" rendering
if have node "Skia"; then node "$here/skia.mjs" "$work/bars.json"; fi
if have chromium "lightweight-charts"; then node "$here/chromium.mjs" "$work/bars.json" "$work"; fi
# The system's Python, to which Debian's matplotlib belongs.
if /usr/bin/python3 -c 'import matplotlib' 2>/dev/null; then
  /usr/bin/python3 "$here/matplotlib_chart.py" "$work/bars.json"
else
  echo "| matplotlib: python3-matplotlib is not installed | | | | |"
fi
echo
echo "Load average after: $(cut -d' ' -f1-3 /proc/loadavg)."
