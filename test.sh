#!/usr/bin/env bash
# Restores, builds and runs every test. Installs the Debian packages and npm packages the tests use where it can (as root);
# what stays missing is named, and the tests that need it are skipped with that reason.
#   ./test.sh          everything but the long runs
#   ./test.sh --long   the long runs too
# The last line is: N passed, N failed, N skipped
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here"

long=0
for argument in "$@"; do
  case "$argument" in
    --long) long=1 ;;
    *) echo "Unknown argument '$argument': ./test.sh takes --long or nothing." >&2; exit 2 ;;
  esac
done
export CHARTCAST_LONG_TESTS=$long
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo "Chartcast needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again." >&2
  exit 1
fi

build/install-test-tools.sh || true

dotnet restore Chartcast.slnx --verbosity quiet || exit 1
dotnet build Chartcast.slnx --configuration Release --no-restore --nologo --verbosity quiet || exit 1

passed=0 failed=0 skipped=0 broken=0
results="$(mktemp -d "${TMPDIR:-/tmp}/chartcast-tests.XXXXXX")"
trap 'rm -rf "$results"' EXIT
for project in tests/*Tests/; do
  name="$(basename "$project")"
  binary="$project/bin/Release/net10.0/$name.dll"
  [ -f "$binary" ] || { echo "$name was not built"; broken=$((broken + 1)); continue; }
  # xunit v3 test projects are programs of their own.
  dotnet "$binary" --no-progress --no-ansi --output Detailed >"$results/$name.txt" 2>&1
  code=$?
  count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$results/$name.txt" | tail -n 1; }
  p=$(count succeeded); f=$(count failed); s=$(count skipped)
  passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0})); skipped=$((skipped + ${s:-0}))
  printf '%-32s %5s passed %5s failed %5s skipped\n' "$name" "${p:-0}" "${f:-0}" "${s:-0}"
  # A skip says why; a run that ended without a summary, or with an error of its own, counts as broken.
  awk '/^skipped /{print "  " $0; getline; print "    " $0}' "$results/$name.txt"
  if [ "$code" -ne 0 ]; then
    grep -v -E '^(passed|skipped) ' "$results/$name.txt" | tail -n 400
    [ "${f:-0}" -gt 0 ] || broken=$((broken + 1))
  fi
done

failed=$((failed + broken))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
