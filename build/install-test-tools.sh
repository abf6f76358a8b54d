#!/usr/bin/env bash
# Installs what the tests use and this machine lacks: Debian packages as root, npm packages into node_modules of tests/clients, tests/mcp and tests/oracles.
# Names what stays missing; never fails the run for it (the tests that need a missing tool are skipped with the reason).
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# command → Debian package
declare -A packages=(
  [curl]=curl [nginx]=nginx-light [chromium]=chromium [pngcheck]=pngcheck [rsvg-convert]=librsvg2-bin
  [djpeg]=libjpeg-turbo-progs [dwebp]=webp
  [node]=nodejs [npm]=npm
)
missing=()
for command in "${!packages[@]}"; do
  command -v "$command" >/dev/null 2>&1 || [ -x "/usr/sbin/$command" ] || missing+=("${packages[$command]}")
done
# The system's Python, not whichever comes first in PATH: Debian's python3-requests belongs to it.
if ! { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import requests' 2>/dev/null; }; then
  missing+=(python3 python3-requests)
fi

if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null 2>&1
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1 \
      || echo "Could not install all of: ${missing[*]}. Tests that need them are skipped."
  else
    echo "Missing for some tests (install as root: apt-get install ${missing[*]}). They are skipped."
  fi
fi

if command -v npm >/dev/null 2>&1; then
  # --ignore-scripts: these packages are plain JavaScript, and none may run anything of its own.
  for folder in tests/clients tests/mcp tests/oracles; do
    stamp="$here/$folder/node_modules/.installed"
    cmp -s "$here/$folder/package-lock.json" "$stamp" && continue
    (cd "$here/$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent >/dev/null 2>&1 \
      && cp package-lock.json "$stamp") \
      || echo "npm packages of $folder could not be installed. Tests that need them are skipped."
  done
fi
exit 0
