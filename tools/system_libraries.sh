#!/bin/sh
# Install the system libraries that are missing, where this is Debian or Ubuntu; elsewhere say nothing and go on.
set -eu

# What Qt needs to start at all, then what it needs on an X display.
window="libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libglib2.0-0
  libxcb-cursor0 libxkbcommon-x11-0 libx11-xcb1 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 python3-venv"
case "${1:-window}" in
  window) wanted=$window ;;
  app) wanted="$window binutils" ;;
  bench) wanted="$window libreoffice-writer-nogui" ;;
esac

command -v apt-get >/dev/null 2>&1 || exit 0
missing=""
for package in $wanted; do
  case "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)" in
    *" installed") ;;
    *) dpkg-query -W -f '${Status}' "${package}t64" 2>/dev/null | grep -q " installed" || missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

echo "Installing system libraries:$missing"
as_root=""
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "These system libraries are missing:$missing" >&2; exit 1; }
  as_root=sudo
fi
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
