#!/bin/sh
# test_wheel.sh BIN: the wheel, in a clean environment outside the tree, passes the smoke tests.
set -eu
bin=$(cd "$1" && pwd) tree=$(pwd)
place=$(mktemp -d) && trap 'rm -rf "$place"' EXIT
"$bin/python" -m build --wheel --no-isolation --outdir "$place" . >"$place/build.log" 2>&1 || { cat "$place/build.log"; exit 1; }
"$bin/python" -m venv "$place/venv"
pip="$place/venv/bin/python -m pip --disable-pip-version-check --quiet"
$pip install --require-hashes -r requirements/dev.txt
$pip install --no-deps "$place"/*.whl
# Everything but the packages: what is imported can only be the wheel.
cp -r tests benchmarks docs samples pyproject.toml config.yaml Makefile README.md CONTRIBUTING.md "$place/"
cd "$place"
echo "The built wheel, outside $tree:"
env -u PYTHONPATH "$place/venv/bin/python" -P -m pytest -q -m smoke -p no:cacheprovider
