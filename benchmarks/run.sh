#!/usr/bin/env bash
# Measures Chartcast on this machine and prints the tables of docs/benchmarks.md.
#   benchmarks/run.sh              everything, about ten minutes
#   benchmarks/run.sh charts       one chart: bars to PNG and SVG, request to report
#   benchmarks/run.sh requests     whole requests over HTTP
#   benchmarks/run.sh chart-img    a Chart-IMG call through us, beside a plain Express proxy (needs node and npm)
#   benchmarks/run.sh stream       the event stream: a thousand listeners, then ten thousand idle ones
#   benchmarks/run.sh protocol     tools/call over MCP beside the official TypeScript SDK (needs npm; not in "everything")
#   benchmarks/run.sh startup      how soon a host that starts it gets an answer; publishes it first, which takes minutes
# SECONDS_PER_RUN (5), RUNS (5), STARTS (20) and BENCHMARK_PORT (3990) override the defaults.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
what="${1:-all}"
port="${BENCHMARK_PORT:-3990}"
seconds="${SECONDS_PER_RUN:-5}"
runs="${RUNS:-5}"
starts="${STARTS:-20}"
state="$(mktemp -d "${TMPDIR:-/tmp}/chartcast-benchmark.XXXXXX")"
server=""
helpers=""

stop_helpers() {
  # shellcheck disable=SC2086
  if [ -n "$helpers" ]; then kill $helpers 2>/dev/null || true; wait $helpers 2>/dev/null || true; helpers=""; fi
}

stop_server() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; server=""; fi
}
trap 'stop_server; stop_helpers; rm -rf "$state"' EXIT

quietly() { "$@" >"$state/build.log" 2>&1 || { cat "$state/build.log" >&2; exit 1; }; }

build() { quietly dotnet build "$here/$1" --configuration Release --nologo --verbosity quiet; }

program() { echo "$here/benchmarks/$1/bin/Release/net10.0/$1.dll"; }

start_server() {
  build src/Chartcast.App
  PORT="$port" CHARTCAST_STATE_DIR="$state/state" \
    dotnet "$here/src/Chartcast.App/bin/Release/net10.0/chartcast.dll" serve >"$state/server.log" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return; fi
    sleep 0.1
  done
  cat "$state/server.log" >&2
  exit 1
}

charts() {
  build benchmarks/Chartcast.Benchmarks
  echo "### One chart"
  dotnet "$(program Chartcast.Benchmarks)" quick
  echo
}

requests() {
  build benchmarks/Chartcast.RequestBenchmark
  start_server
  echo "### Whole requests"
  dotnet "$(program Chartcast.RequestBenchmark)" \
    --url "http://127.0.0.1:$port" --seconds "$seconds" --runs "$runs" --pid "$server"
  stop_server
  echo
}

stream() {
  build benchmarks/Chartcast.StreamBenchmark
  echo "### Event stream: the hub on its store"
  dotnet "$(program Chartcast.StreamBenchmark)" --listeners 1000 --events 100 --rate 50
  echo
  start_server
  echo "### Event stream: the server, 100 charts drawn meanwhile"
  dotnet "$(program Chartcast.StreamBenchmark)" \
    --listeners 1000 --events 100 --url "http://127.0.0.1:$port" --pid "$server"
  stop_server
  echo
  if ! ulimit -n 12000 2>/dev/null; then
    echo "Ten thousand listeners need 'ulimit -n 12000'; left out."
    return
  fi
  start_server
  echo "### Event stream: the server, 10,000 listeners"
  dotnet "$(program Chartcast.StreamBenchmark)" \
    --listeners 10000 --events 5 --url "http://127.0.0.1:$port" --pid "$server"
  stop_server
}

protocol() {
  SECONDS_PER_RUN="$seconds" RUNS="$runs" BENCHMARK_PORT="$port" "$here/benchmarks/protocol/run.sh"
}

chart_img() {
  build src/Chartcast.App
  local folder="$here/benchmarks/chart-img" upstream=$((port + 1)) proxy=$((port + 2)) delay
  (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts >"$state/npm.log" 2>&1) || { cat "$state/npm.log" >&2; exit 1; }
  dotnet "$here/src/Chartcast.App/bin/Release/net10.0/chartcast.dll" \
    render DEMO:BENCH --state "$state/picture" -o "$state/picture.png" >/dev/null
  for delay in 0 50; do
    node "$folder/upstream.mjs" "$upstream" "$delay" "$state/picture.png" & helpers=$!
    node "$folder/express-proxy.mjs" "$proxy" "http://127.0.0.1:$upstream" & helpers="$helpers $!"
    CHART_IMG_API_KEY=benchmark CHART_IMG_BASE_URL="http://127.0.0.1:$upstream" \
      CHART_IMG_PER_SECOND=100000 CHART_IMG_BURST=100000 start_server
    echo "### Chart-IMG calls, upstream answers after $delay ms"
    node "$folder/measure.mjs" "$seconds" "$runs" \
      "upstream itself=http://127.0.0.1:$upstream/v2/tradingview/advanced-chart" \
      "Express proxy=http://127.0.0.1:$proxy/mcp/tools/call" \
      "Chartcast=http://127.0.0.1:$port/mcp/tools/call" \
      "Chartcast, kept picture=http://127.0.0.1:$port/mcp/tools/call"
    stop_server
    stop_helpers
    echo
  done
}

startup() {
  build src/Chartcast.App
  build benchmarks/Chartcast.StartupBenchmark
  build benchmarks/Chartcast.StartupFloor
  quietly "$here/build/publish.sh" linux-x64 "$state/published"
  quietly "$here/build/publish.sh" --framework-dependent linux-x64 "$state/dependent"
  cases=(
    -- "published" server "$state/published/chartcast" stdio
    -- "published, framework-dependent" server "$state/dependent/chartcast" stdio
    -- "plain build" server dotnet "$here/src/Chartcast.App/bin/Release/net10.0/chartcast.dll" stdio
    -- "published, \`--version\`" line "$state/published/chartcast" --version
    -- ".NET, nothing but a line" line dotnet "$(program Chartcast.StartupFloor)"
  )
  if command -v npm >/dev/null 2>&1; then
    [ -d "$here/benchmarks/startup/node_modules" ] \
      || (cd "$here/benchmarks/startup" && npm ci --no-audit --no-fund --silent)
    cases+=(-- "TypeScript SDK" legacy node "$here/benchmarks/startup/server.mjs")
  else
    echo "TypeScript SDK: npm is not installed; left out."
  fi
  echo "### Start-up"
  echo "Load average before: $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) cores."
  echo
  CHARTCAST_STATE_DIR="$state/state" dotnet "$(program Chartcast.StartupBenchmark)" "$starts" "${cases[@]}"
  echo
  echo "Load average after: $(cut -d' ' -f1-3 /proc/loadavg)."
  if [ -e "$state/state" ]; then echo "The state folder was written to before the first tool call." >&2; exit 1; fi
}

case "$what" in
  charts | requests | stream | protocol | startup) "$what" ;;
  chart-img) chart_img ;;
  all) charts; requests; chart_img; stream; startup ;;
  *) sed -n '2,10p' "$0" >&2; exit 2 ;;
esac
