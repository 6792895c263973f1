#!/bin/sh
# packages.sh [--optional] COMMAND[|COMMAND...]=PACKAGE python:MODULE=PACKAGE library:FILE=PACKAGE ...
#
# Sees to it that of each COMMAND list one is there, each MODULE can be imported and each FILE be loaded, by installing Debian's or Ubuntu's PACKAGE where that can be done
# without asking (root, or sudo without a password). Where it cannot: says the exact command to type and fails, or with
# --optional says what will be missing and goes on.
set -eu

optional=no
if [ "${1:-}" = "--optional" ]; then
    optional=yes
    shift
fi

have() { # "a|b": is one of these commands there? "python:m": can it be imported? "library:l.so": can it be loaded?
    case $1 in
        python:*)
            "${PYTHON:-python3}" -c "import ${1#python:}" >/dev/null 2>&1
            return
            ;;
        library:*)
            "${PYTHON:-python3}" -c "import ctypes; ctypes.CDLL('${1#library:}')" >/dev/null 2>&1
            return
            ;;
    esac
    for command in $(printf '%s' "$1" | tr '|' ' '); do
        command -v "$command" >/dev/null 2>&1 && return 0
    done
    return 1
}

missing=""
for pair in "$@"; do
    have "${pair%%=*}" || missing="$missing ${pair#*=}"
done
missing=${missing# }
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    as_root=none
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    fi
    if [ "$as_root" != none ]; then
        echo "Installing system packages: $missing"
        export DEBIAN_FRONTEND=noninteractive
        # shellcheck disable=SC2086 # words are meant
        if $as_root apt-get update -qq </dev/null \
            && $as_root apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null; then
            exit 0
        fi
    fi
    advice="sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing"
else
    advice="install with this system's package manager: $missing"
fi

if [ "$optional" = yes ]; then
    echo "Note: not installed, going on without: $missing. To have it:  $advice" >&2
    exit 0
fi
echo "Missing system packages: $missing. To go on:  $advice" >&2
exit 1
