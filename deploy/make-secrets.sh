#!/usr/bin/env bash
# Makes a folder with one random password for each database role, unless it is there already: make-secrets.sh [secrets]
# The folder is closed to everybody else; the files in it can be read by the containers, which get them one by one.
set -euo pipefail
folder=${1:-secrets}
umask 077
mkdir -p "$folder"
for role in postgres archive_reader archive_writer archive_migrator archive_standby; do
  [ -s "$folder/$role" ] && continue
  # Hexadecimal: nothing in it needs quoting in a connection string.
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$folder/$role"
  chmod 444 "$folder/$role"
  echo "$folder/$role"
done
