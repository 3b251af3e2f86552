#!/bin/sh
# What the tests need beside Python's packages: two browsers and Node's tools. Installs only what is missing:
# Debian's packages where apt can be used, else Playwright's own browsers.
# Usage: tests/setup.sh PYTHON
set -eu
python=$1
tools=$(dirname "$0")/extension

missing() { ! command -v "$1" >/dev/null 2>&1; }
loud() { printf '\n*** %s\n\n' "$*" >&2; }

packages=""
if missing chromium; then packages="$packages chromium"; fi
if missing firefox-esr; then packages="$packages firefox-esr"; fi
if missing node || missing npm; then packages="$packages nodejs npm"; fi

if [ -n "$packages" ] && ! missing apt-get && [ "$(id -u)" = 0 ]; then
    echo "Installing$packages ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq -o DPkg::Lock::Timeout=600 update
    for package in $packages; do
        apt-get -qq -o DPkg::Lock::Timeout=600 install --no-install-recommends "$package" >/dev/null ||
            loud "apt-get could not install $package."
    done
fi

for browser in chromium:chromium firefox-esr:firefox; do
    if missing "${browser%:*}"; then
        "$python" -m playwright install "${browser#*:}" ||
            loud "There is no ${browser%:*}, and Playwright could not fetch its own ${browser#*:}."
    fi
done

if missing npm; then
    loud "There is no npm: the extension's own tests will be skipped."
elif [ -f "$tools/package-lock.json" ] && [ ! "$tools/node_modules/.package-lock.json" -nt "$tools/package-lock.json" ]; then
    npm ci --prefix "$tools" --no-audit --no-fund --loglevel=error
    touch "$tools/node_modules/.package-lock.json"
fi
