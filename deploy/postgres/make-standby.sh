#!/usr/bin/env bash
# Makes this machine's PostgreSQL a standby of another: copies the primary, reserves a slot on it, and leaves a data folder that starts
# as a standby. Run as the user that owns the server (postgres), with the server here stopped:
#   make-standby.sh --primary 192.0.2.11 --name archive_b --data /var/lib/postgresql/15/main
# The password of archive_standby comes from ~/.pgpass, or from the file named by ARCHIVE_STANDBY_PASSWORD_FILE.
# --name is this machine's name, archive_a or archive_b; synchronous.sql knows both. --port, --user and --slot have defaults.
set -euo pipefail

primary='' name='' data='' port=5432 user=archive_standby slot='' sslmode=prefer
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || { echo "make-standby: $1 needs a value" >&2; exit 2; }
  case $1 in
    --primary) primary=$2 ;; --port) port=$2 ;; --name) name=$2 ;; --data) data=$2 ;; --user) user=$2 ;; --slot) slot=$2 ;; --sslmode) sslmode=$2 ;;
    *) echo "make-standby: there is no option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ -n "$primary" ] && [ -n "$name" ] && [ -n "$data" ] || { echo 'make-standby: --primary, --name and --data are needed' >&2; exit 2; }
slot=${slot:-$name}
if [ -n "$(ls -A "$data" 2>/dev/null)" ]; then
  echo "make-standby: $data is not empty. Move it away first; this script deletes nothing." >&2
  exit 1
fi
if [ -n "${ARCHIVE_STANDBY_PASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$ARCHIVE_STANDBY_PASSWORD_FILE")
  export PGPASSWORD
fi

# The name and the password go into the copy's postgresql.auto.conf (mode 0600), where the server reads them.
to="host=$primary port=$port user=$user sslmode=$sslmode application_name=$name"
# A slot of that name may be there from last time. It is in use if another standby bears the name, and then this stops.
if ! has=$(psql -XAtq -v ON_ERROR_STOP=1 -v slot="$slot" "$to dbname=postgres" <<<"SELECT count(*) FROM pg_replication_slots WHERE slot_name = :'slot'"); then
  echo "make-standby: $primary does not let $user in; see pg_hba.conf there" >&2
  exit 1
fi
create=(--create-slot)
[ "$has" = 0 ] || create=()
umask 077
if [ -d "$data" ]; then chmod 700 "$data"; fi
pg_basebackup -d "$to" -D "$data" "${create[@]}" --slot="$slot" --wal-method=stream --checkpoint=fast --write-recovery-conf --no-password
# Should it take the primary's place one day, it waits for a standby of its own, until somebody decides otherwise.
{
  sed '/^synchronous_standby_names/d' "$data/postgresql.auto.conf"
  echo "synchronous_standby_names = 'FIRST 1 (archive_a, archive_b)'"
} >"$data/postgresql.auto.conf.new"
mv "$data/postgresql.auto.conf.new" "$data/postgresql.auto.conf"
