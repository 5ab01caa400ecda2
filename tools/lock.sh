#!/bin/sh
# lock.sh UV: requirements/*.txt with hashes, for every platform, naming no host.
set -eu
lock() { "$uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" "$@"; }
uv=$1
lock pyproject.toml -o requirements/run.txt
lock pyproject.toml --extra ocr --group dev -o requirements/dev.txt
lock --group build -c requirements/dev.txt -o requirements/build.txt
lock --group bench -c requirements/dev.txt -o requirements/bench.txt
lock --group fit -c requirements/dev.txt -o requirements/fit.txt
lock --group bench-extract --prerelease if-necessary-or-explicit -o requirements/bench-extract.txt
