#!/usr/bin/env bash
# Installs what the tests use and this machine lacks: Debian packages as root, npm packages into tests/clients/node_modules.
# Names what stays missing; never fails the run for it (the tests that need a missing tool are skipped with the reason).
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# command → Debian package
declare -A packages=(
  [curl]=curl [nginx]=nginx-light [chromium]=chromium [pngcheck]=pngcheck [rsvg-convert]=librsvg2-bin
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

if command -v npm >/dev/null 2>&1 && [ -f "$here/tests/clients/package-lock.json" ]; then
  stamp="$here/tests/clients/node_modules/.installed"
  if ! cmp -s "$here/tests/clients/package-lock.json" "$stamp"; then
    (cd "$here/tests/clients" && npm ci --no-audit --no-fund --silent >/dev/null 2>&1 && cp package-lock.json "$stamp") \
      || echo "npm packages of tests/clients could not be installed. Tests that need them are skipped."
  fi
fi
exit 0
