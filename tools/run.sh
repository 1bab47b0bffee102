#!/bin/sh
# Open the window with the sample meeting; without a display, write the sample's documents instead.
set -eu
bali_desk=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  exec "$bali_desk" --sample
fi
out=sample-output
desk=$(mktemp -d)
trap 'rm -rf "$desk"' EXIT
mkdir -p $out
"$bali_desk" sample "$desk/sample.desk"
for file in statement.docx statement.pdf agenda.docx attendance.pdf; do
  "$bali_desk" export "$desk/sample.desk" --document "${file%.*}" --output "$out/$file"
done
echo "There is no display to open a window on: the sample meeting's documents lie in $out/."
