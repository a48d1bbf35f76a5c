#!/usr/bin/env bash
# Starts the standby container. Without a copy of the primary it makes one first, beside its place: one that was broken off is thrown
# away, never started. Then PostgreSQL itself takes over.
set -euo pipefail
if [ ! -d "$PGDATA" ]; then
  rm -rf "$PGDATA.new"
  /etc/archive/postgres/make-standby.sh --primary "$ARCHIVE_PRIMARY" --port "${ARCHIVE_PRIMARY_PORT:-5432}" --name archive_b --data "$PGDATA.new"
  mv "$PGDATA.new" "$PGDATA"
fi
exec "$@"
