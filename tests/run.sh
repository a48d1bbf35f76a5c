#!/usr/bin/env bash
# The test command: installs what is missing where it may, builds, runs every test project, and ends with one line of sums.
#   tests/run.sh            all projects, Debug
#   CONFIGURATION=Release tests/run.sh
#   tests/run.sh Web        only the projects whose name has "Web" in it
set -uo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Debug}
only=${1:-}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TZ=UTC

# Chromium, for the browser tests; they say so themselves and are skipped where there is none.
if ! command -v chromium >/dev/null; then
  install='apt-get update && apt-get install -y chromium fonts-noto-core fonts-noto-cjk'
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing chromium for the browser tests …"
    if ! (apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium fonts-noto-core fonts-noto-cjk) >/tmp/archive-apt.log 2>&1; then
      tail -3 /tmp/archive-apt.log
      echo "Could not install chromium; the browser tests will be skipped. To install it: $install"
    fi
  else
    echo "There is no chromium; the browser tests will be skipped. To install it, as root: $install"
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0

# "failed" of an <assemblies> document: <assembly … total="13" passed="13" failed="0" skipped="0" errors="0" …>
count() { grep -o '<assembly [^>]*' "$1" | grep -oE " $2=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  [[ $name == *"$only"* ]] || continue
  # -maxcpucount and shared servers would outlive the run; a test run leaves nothing behind.
  if ! dotnet build "$project" -c "$configuration" -v quiet -nologo -nodereuse:false; then
    echo "$name does not build"
    failed=$((failed + 1))
    continue
  fi
  xml=$results/$name.xml
  echo "== $name"
  dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -reporter quiet -xml "$xml" >"$results/$name.out" 2>&1
  code=$?
  if [ ! -s "$xml" ]; then
    tail -40 "$results/$name.out"
    echo "$name ended (exit code $code) without a result"
    failed=$((failed + 1))
    continue
  fi
  p=$(count "$xml" passed) f=$(($(count "$xml" failed) + $(count "$xml" errors))) s=$(count "$xml" skipped)
  # A run that fails without naming a test has failed all the same; so has one without a test.
  if [ "$code" -ne 0 ] && [ "$f" -eq 0 ] || [ $((p + f + s)) -eq 0 ]; then f=$((f + 1)); fi
  if [ "$f" -gt 0 ]; then cat "$results/$name.out"; fi
  # Why a test was skipped: <test name="…" … result="Skip" …>…<reason><![CDATA[…]]></reason>
  tr '\n' ' ' <"$xml" | grep -oE '<test [^>]*result="Skip".*' | sed 's/<test /\n<test /g' \
    | sed -nE 's/^<test .*name="([^"]*)".*result="Skip".*<reason>(<!\[CDATA\[)?([^]<]*).*/  skipped: \1: \3/p'
  echo "   $p passed, $f failed, $s skipped"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

if [ $((passed + failed + skipped)) -eq 0 ]; then
  echo "no test was found"
  failed=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
