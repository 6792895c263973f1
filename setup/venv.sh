#!/bin/sh
# venv.sh FOLDER EXTRAS: a virtual environment in FOLDER with this project, editable, and its EXTRAS ("" or "dev").
set -eu
folder=$1
extras=$2
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    sh setup/packages.sh "$python=python3"
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    echo "Hot Designer needs Python 3.10 or newer; $("$python" --version) found. Name another one:  make run PYTHON=python3.12" >&2
    exit 1
fi
if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    # Debian keeps ensurepip, without which no environment can be made, in a package of its own.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        sh setup/packages.sh "no-such-command=python3-venv"
    fi
    "$python" -m venv --clear "$folder"
fi
echo "Installing Python packages into $folder"
"$folder/bin/python" -m pip install -qq --disable-pip-version-check -e ".${extras:+[$extras]}"
"$folder/bin/python" -m compileall -q designer web
