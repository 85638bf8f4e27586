#!/bin/sh
# Fetches the style sheets, scripts and typeface that Tillit ships, and writes vendor.json beside them.
# Run it only to change a version: the files are committed, and the build needs neither npm nor a network.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
static="$root/app/src/main/resources/static"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
entries="$scratch/entries"
: > "$entries"

# take <package> <version> <licence> <folder> <path in package>...
take() {
  package=$1 version=$2 licence=$3 folder=$4
  shift 4
  mkdir -p "$scratch/$folder" "$static/vendor/$folder/$version"
  archive=$(cd "$scratch" && npm pack --silent "$package@$version" | tail -1)
  tar -xzf "$scratch/$archive" -C "$scratch/$folder" --strip-components=1
  for path in LICENSE "$@"; do
    name=$(basename "$path")
    cp "$scratch/$folder/$path" "$static/vendor/$folder/$version/$name"
    # The maps that these comments name are not shipped; a browser's tools would ask for them in vain.
    case $name in *.css|*.js) sed -i '/^\/[*\/]# sourceMappingURL=/d' "$static/vendor/$folder/$version/$name" ;; esac
    sum=$(sha512sum "$static/vendor/$folder/$version/$name" | cut -d' ' -f1)
    printf '  {"name": "%s", "version": "%s", "licence": "%s", "file": "%s", "sha512": "%s"}\n' \
      "$package" "$version" "$licence" "$folder/$version/$name" "$sum" >> "$entries"
  done
}

rm -rf "$static/vendor"
take @digdir/designsystemet-css 1.22.0 MIT designsystemet-css dist/src/index.css
take @digdir/designsystemet-theme 1.11.0 MIT designsystemet-theme src/themes/designsystemet.css
take @digdir/designsystemet-web 1.22.0 MIT designsystemet-web dist/umd/index.js
take htmx.org 2.0.11 0BSD htmx dist/htmx.min.js
take @fontsource-variable/source-sans-3 5.3.0 OFL-1.1 source-sans-3 \
  files/source-sans-3-latin-wght-normal.woff2 files/source-sans-3-latin-wght-italic.woff2 \
  files/source-sans-3-latin-ext-wght-normal.woff2 files/source-sans-3-latin-ext-wght-italic.woff2

{
  echo '['
  sed '$!s/$/,/' "$entries"
  echo ']'
} > "$static/vendor/vendor.json"
