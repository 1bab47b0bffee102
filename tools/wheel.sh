#!/bin/sh
# Build the wheel, install it in an environment of its own, and let the program test itself outside the checkout.
set -eu
python=$1
builder=$2
"$builder" -m build --outdir dist .
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$python" -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --constraint constraints.txt dist/bali_desk-*.whl
cd "$place"
"$place/venv/bin/bali-desk" self-test
