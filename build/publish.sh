#!/usr/bin/env bash
# Publishes Chartcast compiled ahead of time (ReadyToRun) for one platform.
#   build/publish.sh [--framework-dependent] [runtime identifier] [folder]      default: linux-x64, artifacts/chartcast
# By default one program with the runtime inside: it needs nothing installed and answers an MCP host soonest.
# --framework-dependent makes a quarter of its size out of the same code; it needs the ASP.NET Core 10 runtime and takes
# about twice as long to start (docs/benchmarks.md).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
kind=self-contained
if [ "${1:-}" = --framework-dependent ]; then kind=framework-dependent; shift; fi
case "${1:-}" in -*) sed -n '3,6p' "$0" >&2; exit 2 ;; esac
runtime="${1:-linux-x64}"
folder="${2:-$here/artifacts/chartcast}"
cd "$here"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if [ "$kind" = self-contained ]; then
  # One image of program and runtime: generic code of one over types of the other is compiled ahead, too, and not at
  # every start. What is never used is left out; the runtime's own entry points are kept known to the compiler, which
  # would else leave them to be compiled at every start. Events for dotnet-counters cost some milliseconds of every start.
  options=(--self-contained -p:PublishSingleFile=true -p:PublishReadyToRunComposite=true -p:PublishTrimmed=true
    "-p:_ExtraTrimmerArgs=--strip-descriptors false" -p:EventSourceSupport=false)
else
  options=(--no-self-contained)
fi

# What one kind has trimmed and compiled lies where the other kind would find it up to date, and break.
rm -rf "src/Chartcast.App/obj/Release/net10.0/$runtime"

# A platform's own packages are not in the lock files of the projects, which are for every platform.
dotnet publish src/Chartcast.App/Chartcast.App.csproj --configuration Release --runtime "$runtime" "${options[@]}" \
  -p:PublishReadyToRun=true -p:NuGetLockFilePath="obj/$runtime.lock.json" -p:RestoreLockedMode=false \
  -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false \
  --output "$folder" --nologo --verbosity quiet
echo "Published to $folder: run $folder/chartcast --help"
