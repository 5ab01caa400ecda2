#!/bin/sh
# install_servers.sh PACKAGE…: the servers the tests talk to, where this user may install them; else the tests skip and say so.
set -eu
missing=
for package in "$@"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Not installed, so their tests are skipped:$missing"
  echo "To enable them, as root: apt-get install -y$missing"
  exit 0
fi
echo "Installing for the tests:$missing …"
# RUNLEVEL=1: Debian's maintainer scripts then start no service; the tests start their own on loopback.
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
apt-get update -qq
# shellcheck disable=SC2086  # one word a package
apt-get install -y -qq --no-install-recommends $missing >/dev/null
