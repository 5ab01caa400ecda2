#!/bin/sh
# test_wheel.sh BIN: the wheel, in a clean environment outside the tree, passes the smoke tests.
set -eu
bin=$(cd "$1" && pwd) tree=$(pwd)
place=$(mktemp -d) && trap 'rm -rf "$place"' EXIT
"$bin/python" -m build --wheel --no-isolation --outdir "$place" . >"$place/build.log" 2>&1 || { cat "$place/build.log"; exit 1; }
"$bin/python" -m venv --without-pip "$place/venv"
"$bin/python" -m pip --disable-pip-version-check --quiet --python "$place/venv/bin/python" install --no-deps "$place"/*.whl
# What the wheel and its tests need is borrowed. A .pth file read from here follows none that lies there, so the link to the tree is not taken.
site() { "$1" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
site "$bin/python" >"$(site "$place/venv/bin/python")/borrowed.pth"
# Everything but the packages: what is imported can only be the wheel.
cp -r tests benchmarks docs samples pyproject.toml config.yaml Makefile README.md CONTRIBUTING.md "$place/"
cd "$place"
echo "The built wheel, outside $tree:"
env -u PYTHONPATH "$place/venv/bin/python" -P -m pytest -q -m smoke -p no:cacheprovider
"$place/venv/bin/inbrief" extract tests/corpus/open/dev-a/a-hvac-postcard.eml >"$place/extract.log"
