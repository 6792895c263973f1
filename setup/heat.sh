#!/bin/sh
# heat.sh FOLDER: a virtual environment in FOLDER with OpenStack Heat, for the conformance suite and the catalog.
set -eu
folder=$1
version=27.0.1
python=${PYTHON:-python3}

if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m venv --clear "$folder"
fi
echo "Installing OpenStack Heat $version into $folder"
"$folder/bin/python" -m pip install -qq --disable-pip-version-check "openstack-heat==$version"
