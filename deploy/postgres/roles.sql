-- The roles of an archive on PostgreSQL. As the server's superuser, in the archive's own database:
--   psql -d archive -f deploy/postgres/roles.sql
-- May be run again at any time, and is, after every migration (see the end). Passwords are set by passwords.sql, or with \password.
\set ON_ERROR_STOP on
BEGIN;

-- archive_reader    a node that only serves readers: SELECT
-- archive_writer    a node that imports and edits: rows, but no tables
-- archive_migrator  "archive migrate": owns the schema
-- archive_standby   the copy on another machine: replication, and what pg_rewind reads
SELECT format('CREATE ROLE %I LOGIN NOINHERIT', name)
FROM unnest(ARRAY['archive_reader', 'archive_writer', 'archive_migrator', 'archive_standby']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec
ALTER ROLE archive_reader NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE archive_writer NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE archive_migrator NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE archive_standby NOSUPERUSER NOCREATEDB NOCREATEROLE REPLICATION NOBYPASSRLS;

-- Whoever hangs is ended by the server. A page that takes longer than 15 s has no reader left. The migrator gives up early on a lock
-- instead of holding up every reader behind it. No statement of the writer is ended: one may be a COMMIT that waits for the standby,
-- and PostgreSQL would break off the wait and report success.
ALTER ROLE archive_reader SET default_transaction_read_only = on;
ALTER ROLE archive_reader SET statement_timeout = '15s';
ALTER ROLE archive_reader SET lock_timeout = '5s';
ALTER ROLE archive_reader SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE archive_writer SET statement_timeout = 0;
ALTER ROLE archive_writer SET idle_in_transaction_session_timeout = '15min';
ALTER ROLE archive_migrator SET statement_timeout = 0;
ALTER ROLE archive_migrator SET lock_timeout = '30s';
ALTER ROLE archive_migrator SET idle_in_transaction_session_timeout = '15min';

-- Nobody gets in by being somebody.
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO archive_reader, archive_writer, archive_migrator, archive_standby', current_database()) \gexec
-- The writer's temporary tables are where a bulk import lands before it is merged.
SELECT format('GRANT TEMPORARY ON DATABASE %I TO archive_writer, archive_migrator', current_database()) \gexec
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO archive_migrator;
GRANT USAGE ON SCHEMA public TO archive_reader, archive_writer;

-- What another role made before these roles were there goes to the migrator.
SELECT format('ALTER TABLE %I.%I OWNER TO archive_migrator', schemaname, tablename)
FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'archive_migrator'
\gexec

-- What is there now …
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, archive_reader, archive_writer;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM PUBLIC, archive_reader, archive_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO archive_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO archive_writer;
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO archive_writer;

-- … and what later migrations will make.
ALTER DEFAULT PRIVILEGES FOR ROLE archive_migrator IN SCHEMA public GRANT SELECT ON TABLES TO archive_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE archive_migrator IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO archive_writer;
ALTER DEFAULT PRIVILEGES FOR ROLE archive_migrator IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO archive_writer;

-- Exceptions, which can only be made once the tables are there: hence run this again after a migration.
-- Who may sign in, how, with which keys their cookies are signed, who changed what, and what is not published yet, is no reader's business; which migrations were applied is the
-- migrator's alone to say.
SELECT format('REVOKE ALL ON public.%I FROM archive_reader', name)
FROM unnest(ARRAY['ProtectionKeys', 'Accounts', 'Passkeys', 'OneTimeLinks', 'RecoveryCodes', 'Sessions', 'Guessings', 'SpentProofs', 'AuditRecords', 'AuditedPosts', 'AccountRecords', 'RemovedContents', 'ImportRuns', 'ImportedFiles', 'NamingEdits', 'Uploads', 'UploadedFiles', 'EditorFeeds', 'WorkDecisions', 'Drafts', 'Schedules']) AS name
WHERE to_regclass(format('public.%I', name)) IS NOT NULL
\gexec
-- What the audit says stays as it was said.
SELECT format('REVOKE UPDATE, DELETE ON public.%I FROM archive_writer', name)
FROM unnest(ARRAY['AuditRecords', 'AuditedPosts', 'AccountRecords']) AS name
WHERE to_regclass(format('public.%I', name)) IS NOT NULL
\gexec
SELECT 'REVOKE INSERT, UPDATE, DELETE ON public."__EFMigrationsHistory" FROM archive_writer' WHERE to_regclass('public."__EFMigrationsHistory"') IS NOT NULL \gexec

-- pg_rewind, which turns an old primary into a standby, reads the new primary's files through these, in this database.
GRANT pg_checkpoint TO archive_standby;
GRANT EXECUTE ON FUNCTION pg_ls_dir(text, boolean, boolean) TO archive_standby;
GRANT EXECUTE ON FUNCTION pg_stat_file(text, boolean) TO archive_standby;
GRANT EXECUTE ON FUNCTION pg_read_binary_file(text) TO archive_standby;
GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO archive_standby;

COMMIT;
