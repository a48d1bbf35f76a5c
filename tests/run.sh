#!/usr/bin/env bash
# The test command: installs what is missing where it may, builds, runs every test project, and ends with one line of sums.
#   tests/run.sh            all projects, Debug
#   CONFIGURATION=Release tests/run.sh
#   tests/run.sh Web        only the projects whose name has "Web" in it
#   ARCHIVE_TEST_PROGRAM=…/archive.dll tests/run.sh    starts this published program in place of the one that was built
#   ARCHIVE_TEST_STORE=Postgres tests/run.sh    on one store only; without it the tests of store and site run once on each
set -uo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Debug}
only=${1:-}
# A test process, and a server that it starts, lives too short to gain what compiling everything twice would teach it (calls in hexadecimal).
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=2000
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TZ=UTC

# Chromium, for the browser tests: without a window, which is lighter, else the whole of it; they say so themselves and are skipped where
# there is none.
if ! command -v chromium-headless-shell >/dev/null; then
  install='apt-get update && apt-get install -y chromium-headless-shell fonts-noto-core fonts-noto-cjk'
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing chromium-headless-shell for the browser tests …"
    if ! (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium-headless-shell fonts-noto-core fonts-noto-cjk) >/tmp/archive-apt.log 2>&1; then
      tail -3 /tmp/archive-apt.log
      if ! command -v chromium >/dev/null; then echo "Could not install it; the browser tests will be skipped. To install it: $install"; fi
    fi
  elif ! command -v chromium >/dev/null; then
    echo "There is no chromium; the browser tests will be skipped. To install it, as root: $install"
  fi
fi

# nginx, for the tests of what stands in front of the archive; they are skipped where there is none.
if ! command -v nginx >/dev/null && [ ! -x /usr/sbin/nginx ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing nginx for the tests …"
    # The package would otherwise start it.
    (apt-get update -q && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -q nginx-light) >/tmp/archive-apt.log 2>&1 || tail -3 /tmp/archive-apt.log
  else
    echo "There is no nginx; its tests will be skipped. To install it, as root: apt-get install -y nginx-light"
  fi
fi

# PostgreSQL, which the tests start themselves, in a temporary folder. Without it they fail, and say how to install it.
if [ -z "${ARCHIVE_TEST_POSTGRES:-}" ] && ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing postgresql for the tests …"
    # The package would otherwise make and start a server of its own; a file that is there already says what its owner wants.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    if ! (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q -o Dpkg::Options::=--force-confold postgresql) >/tmp/archive-apt.log 2>&1; then
      tail -3 /tmp/archive-apt.log
    fi
  fi
fi

results=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# "failed" of an <assemblies> document: <assembly … total="13" passed="13" failed="0" skipped="0" errors="0" …>
count() { grep -o '<assembly [^>]*' "$1" | grep -oE " $2=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }

# What failed, by name, with its message and the first lines of its stack, from
# <test name="…" … result="Fail" …>…<failure …><message><![CDATA[…]]></message><stack-trace><![CDATA[…]]></stack-trace>
failures() {
  awk -v RS='<test ' '
    function text(tag,   from, to, s) {
      if (!(from = index($0, "<" tag ">"))) return ""
      s = substr($0, from + length(tag) + 2)
      s = substr(s, 1, index(s, "</" tag ">") - 1)
      gsub(/<!\[CDATA\[|\]\]>/, "", s)
      return s
    }
    NR > 1 && /^[^>]* result="Fail"/ {
      match(" " $0, / name="[^"]*"/)
      print "FAILED " substr($0, RSTART + 6, RLENGTH - 8)
      n = split(text("message"), line, "\n")
      for (i = 1; i <= n && i <= 30; i++) print "    " line[i]
      n = split(text("stack-trace"), line, "\n")
      for (i = 1; i <= n && i <= 8; i++) print "    " line[i]
    }' "$1" | sed "s/&quot;/\"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g; s/^FAILED/FAILED${2:+ on $2}:/"
}

# Starts one project once, on one store or (store "") without a say in it; further words are for the test program.
start() {
  local name=$1 store=$2 other=() threads=()
  # Tests about the other database alone are no tests of this pass, and not counted as skipped.
  if [ "$store" = Sqlite ]; then other=(-trait- Store=Postgres); elif [ -n "$store" ]; then other=(-trait- Store=Sqlite); fi
  # Servers that stop, start and copy each other are waited for more than they compute.
  if [ "$name" = Archive.ScaleOut.Tests ]; then threads=(-maxThreads 3); fi
  ARCHIVE_TEST_STORE=$store dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -reporter quiet "${other[@]}" "${threads[@]}" "${@:3}" \
    -xml "$results/$name$store.xml" >"$results/$name$store.out" 2>&1 &
  pid=$!
}

# Waits for what was started, and counts.
finish() {
  local name=$1 store=$2 label=$1 xml=$results/$1$2.xml out=$results/$1$2.out p f s code
  if [ -n "$store" ]; then label="$name on $store"; fi
  echo "== $label"
  wait "$3"
  code=$?
  if [ ! -s "$xml" ]; then
    tail -40 "$out"
    echo "$label ended (exit code $code) without a result"
    failed=$((failed + 1))
    return
  fi
  p=$(count "$xml" passed) f=$(($(count "$xml" failed) + $(count "$xml" errors))) s=$(count "$xml" skipped)
  # A run that fails without naming a test has failed all the same; so has one without a test.
  if [ "$code" -ne 0 ] && [ "$f" -eq 0 ] || [ $((p + f + s)) -eq 0 ]; then f=$((f + 1)); fi
  if [ "$f" -gt 0 ]; then
    failures "$xml" "$store" | tee -a "$results/failures"
    # What no test is blamed for is in what the program wrote last.
    if ! grep -q '^FAILED' "$results/failures"; then tail -40 "$out"; fi
  fi
  # Why a test was skipped: <test name="…" … result="Skip" …>…<reason><![CDATA[…]]></reason>
  tr '\n' ' ' <"$xml" | grep -oE '<test [^>]*result="Skip".*' | sed 's/<test /\n<test /g' \
    | sed -nE 's/^<test .*name="([^"]*)".*result="Skip".*<reason>(<!\[CDATA\[)?([^]<]*).*/  skipped: \1: \3/p'
  # How often a fault was made, how many addresses were compared: "rounds: 20 promotions, …".
  grep -aoE '(rounds|addresses): [^<]*' "$xml" | sed 's/\]\]>$//; s/&#x[A-F0-9];//g; s/^/   /'
  echo "   $p passed, $f failed, $s skipped, in $(grep -aoE ' time="[0-9]+' "$xml" | head -1 | grep -oE '[0-9]+') s"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# Shared build servers would outlive the run; a test run leaves nothing behind.
if ! dotnet build Archive.sln -c "$configuration" -v quiet -nologo -nodereuse:false; then
  echo "It does not build."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# The tests of several servers mostly wait for them: they run beside the others. Those that count what readers lose while a server
# fails have the machine to themselves, at the end: nobody could say whether a page was lost to the fault or to another test.
beside=Archive.ScaleOut.Tests
failing=Archive.ScaleOut.Tests.Failing
if [[ $beside == *"$only"* ]]; then
  start $beside '' -namespace- $failing
  besidePid=$pid
fi
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ $name == *"$only"* && $name != "$beside" ]] || continue
  # What is kept, and what readers see of it, is the same on every store; the other projects know no store, or need their own.
  case $name in
    Archive.Store.Tests | Archive.Web.Tests) stores=${ARCHIVE_TEST_STORE:-Sqlite Postgres} ;;
    *) stores='' ;;
  esac
  once=() pids=()
  for store in ${stores:-none}; do
    start "$name" "${store#none}" "${once[@]}"
    pids+=("$pid")
    # What asks no store is tested in the first pass alone.
    once=(-trait- Store=Any)
  done
  # Both passes at once: each waits a good part of its time, for its store and for programs that it starts.
  for store in ${stores:-none}; do
    finish "$name" "${store#none}" "${pids[0]}"
    pids=("${pids[@]:1}")
  done
done
if [ -n "${besidePid:-}" ]; then
  finish $beside '' "$besidePid"
  start $beside '' -namespace $failing
  finish $beside '' "$pid"
fi

if [ $((passed + failed + skipped)) -eq 0 ]; then
  echo "no test was found"
  failed=1
fi
# Once more where whoever reads only the end will see it.
if [ -s "$results/failures" ]; then
  echo "== What failed"
  cat "$results/failures"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
