#!/bin/sh
# make_venv.sh PYTHON VENV: a virtual environment, also on a Debian where python3-venv is not installed yet.
set -eu
python=$1 venv=$2
command -v "$python" >/dev/null || { echo "$python is not installed; inbrief needs Python 3.11 or newer" >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "inbrief needs Python 3.11 or newer; $python is $("$python" -V). Name another: make PYTHON=python3.12 …" >&2
  exit 1
}
"$python" -m venv "$venv" >/dev/null 2>&1 && exit 0
rm -rf "$venv"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing python3-venv …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
  exec "$python" -m venv "$venv"
fi
# Without ensurepip a pip from outside can still fill the environment.
if "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$venv"; then
  "$python" -m pip --quiet --python "$venv/bin/python" install pip && exit 0
fi
rm -rf "$venv"
echo "No virtual environment could be made. As root: apt-get install -y python3-venv; then run make again." >&2
exit 1
