#!/bin/sh
# venv.sh FOLDER EXTRAS: a virtual environment in FOLDER with this project, editable, and its EXTRAS ("" or "dev").
set -eu
folder=$1
extras=$2
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    echo "Hot Designer needs Python 3.10 or newer; $("$python" --version) found. Name another one:  make run PYTHON=python3.12" >&2
    exit 1
fi
if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear "$folder"
fi
echo "Installing Python packages into $folder"
"$folder/bin/python" -m pip install -qq --disable-pip-version-check -e ".${extras:+[$extras]}"
# pip's own launcher imports `re`, which takes longer than reading a small template.
printf '#!%s\nimport sys\n\nfrom designer.cli import start\n\nsys.exit(start())\n' \
    "$(cd "$folder/bin" && pwd)/python" > "$folder/bin/hot-designer"
"$folder/bin/python" -m compileall -q designer web
