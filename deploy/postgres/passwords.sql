-- Sets the roles' passwords from files, one for each role, named as in make-secrets.sh. As the server's superuser:
--   ARCHIVE_SECRETS=/etc/archive/secrets psql -d archive -f deploy/postgres/passwords.sql
-- Nothing secret stands on a command line, and nothing of it is written to the server's log.
\set ON_ERROR_STOP on
\getenv folder ARCHIVE_SECRETS
\if :{?folder}
\else
  \warn 'Set ARCHIVE_SECRETS to the folder that holds the password files.'
  SELECT 1/0 AS no_folder;
\endif
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
SET password_encryption = 'scram-sha-256';

\set reader `cat "$ARCHIVE_SECRETS/archive_reader"`
\set writer `cat "$ARCHIVE_SECRETS/archive_writer"`
\set migrator `cat "$ARCHIVE_SECRETS/archive_migrator"`
\set standby `cat "$ARCHIVE_SECRETS/archive_standby"`
-- An empty password would lock the role out without a word: better to stop here.
SELECT 1 / least(length(:'reader'), length(:'writer'), length(:'migrator'), length(:'standby'), 1) AS all_files_are_there;

BEGIN;
ALTER ROLE archive_reader PASSWORD :'reader';
ALTER ROLE archive_writer PASSWORD :'writer';
ALTER ROLE archive_migrator PASSWORD :'migrator';
ALTER ROLE archive_standby PASSWORD :'standby';
COMMIT;
