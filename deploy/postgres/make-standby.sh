#!/usr/bin/env bash
# Makes this machine's PostgreSQL a standby of another: copies the primary, or takes back what a former primary did on its own, reserves
# a slot, and leaves a data folder that starts as a standby. Run as the user that owns the server (postgres), with the server here stopped:
#   make-standby.sh --primary 192.0.2.11 --name archive_b --data /var/lib/postgresql/15/archive             copy; the folder must be empty
#   make-standby.sh --primary 192.0.2.12 --name archive_a --data /var/lib/postgresql/15/archive --rewind    a former primary, quickly
# The password of archive_standby comes from ~/.pgpass, or from the file named by ARCHIVE_STANDBY_PASSWORD_FILE. PGSSLMODE and
# PGSSLROOTCERT count as in psql. --name is this machine's name, archive_a or archive_b; synchronous.sql knows both.
# --port has a default; --config is needed to rewind where postgresql.conf is not in the data folder (Debian).
set -euo pipefail

say() { echo "make-standby: $*" >&2; }
primary='' name='' data='' port=5432 config='' rewind=''
while [ $# -gt 0 ]; do
  case $1 in
    --rewind) rewind=yes; shift; continue ;;
    --primary | --port | --name | --data | --config) [ $# -ge 2 ] || { say "$1 needs a value"; exit 2; } ;;
    *) say "there is no option $1"; exit 2 ;;
  esac
  declare "${1#--}=$2"
  shift 2
done
[ -n "$primary" ] && [ -n "$name" ] && [ -n "$data" ] || { say '--primary, --name and --data are needed'; exit 2; }
[[ $name =~ ^archive_[a-z0-9_]+$ ]] || { say "a standby is called archive_a or archive_b, not '$name'"; exit 2; }
if [ -z "$rewind" ] && [ -n "$(ls -A "$data" 2>/dev/null)" ]; then
  say "$data is not empty. Move it away first, or --rewind it; this script deletes nothing."
  exit 1
fi
if [ -n "${ARCHIVE_STANDBY_PASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$ARCHIVE_STANDBY_PASSWORD_FILE")
  export PGPASSWORD
fi
umask 077

# The slot keeps what the standby has not fetched yet; one of that name may be there from last time. A server that was promoted a moment
# ago owns up to it in its files only with its next checkpoint: without one pg_rewind would see nothing to take back.
to="host=$primary port=$port user=archive_standby application_name=$name"
psql -XAtq -w -v ON_ERROR_STOP=1 "$to dbname=archive" >/dev/null <<EOS || { say "$primary does not let archive_standby in as it should; see pg_hba.conf there"; exit 1; }
SELECT pg_create_physical_replication_slot('$name', true) WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = '$name');
${rewind:+SET ROLE pg_checkpoint; CHECKPOINT;}
EOS

# The name and the password go into the copy's postgresql.auto.conf (mode 0600), where the server reads them.
if [ -n "$rewind" ]; then
  pg_rewind --target-pgdata="$data" --source-server="$to dbname=archive" --write-recovery-conf ${config:+--config-file="$config"}
else
  if [ -d "$data" ]; then chmod 700 "$data"; fi
  pg_basebackup -d "$to" -D "$data" --slot="$name" --wal-method=stream --checkpoint=fast --write-recovery-conf --no-password
fi
# Should it take the primary's place one day, it waits for a standby of its own, until somebody decides otherwise.
own=$data/postgresql.auto.conf
{
  sed '/^synchronous_standby_names/d; /^primary_slot_name/d' "$own"
  echo "primary_slot_name = '$name'"
  echo "synchronous_standby_names = 'FIRST 1 (archive_a, archive_b)'"
} >"$own.new"
mv "$own.new" "$own"
