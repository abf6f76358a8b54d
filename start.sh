#!/usr/bin/env bash
# Builds Chartcast and serves it on http://localhost:3001 (PORT overrides). Arguments are passed to `chartcast serve`,
# for example: ./start.sh --demo    ./start.sh --data ./prices
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  echo "Chartcast needs the .NET 10 SDK: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again." >&2
  exit 1
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
project="$here/src/Chartcast.App/Chartcast.App.csproj"
log="$(mktemp "${TMPDIR:-/tmp}/chartcast-build.XXXXXX")"
trap 'rm -f "$log"' EXIT
if ! (cd "$here" && dotnet build "$project" --configuration Release --nologo --verbosity quiet) >"$log" 2>&1; then
  cat "$log" >&2
  echo "The build failed; its messages are above." >&2
  exit 1
fi
rm -f "$log"
trap - EXIT

# Not through `dotnet run`: signals must reach the server itself.
exec dotnet "$here/src/Chartcast.App/bin/Release/net10.0/chartcast.dll" serve "$@"
