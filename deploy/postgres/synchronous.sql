-- From now on a commit counts only once a standby has it on disk too. As the superuser, on the primary, once the standby streams:
--   psql -f deploy/postgres/synchronous.sql
-- Both machines' names stand in it, so that the line is the same on either (make-standby.sh writes it there too): a promoted standby
-- asks for the other one in turn, and the archive never falls back to one copy without somebody having said so.
\set ON_ERROR_STOP on
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_stat_replication WHERE application_name IN ('archive_a', 'archive_b') AND state = 'streaming') THEN
    RAISE EXCEPTION 'No standby named archive_a or archive_b is streaming: every write would wait for it.';
  END IF;
END
$$;
ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (archive_a, archive_b)';
SELECT pg_reload_conf();
