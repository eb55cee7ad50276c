#!/usr/bin/env bash
# Tests setup.sh on machines that are made up: a directory of programs stands for the PATH, another
# for the system's headers, and every package manager only writes down what it was asked.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# Starts a new machine, without libraries and without a package manager; its user is root.
new_machine() {
  rm -rf "$scratch/machine"
  machine=$scratch/machine
  mkdir -p "$machine/bin" "$machine/include" "$machine/project/Sources"
  local tool
  for tool in bash cat dirname find head mkdir mv rm sed tr; do
    ln -s "$(command -v "$tool")" "$machine/bin/$tool"
  done
  program id 'echo 0'
  program git ':'
  program swift 'echo "Swift version 6.3.1 (swift-6.3.1-RELEASE)"'
  : >"$machine/log"
}

# Puts a program on the machine.
program() {
  printf '#!%s\nmachine=%q\n%s\n' "$(command -v bash)" "$machine" "$2" >"$machine/bin/$1"
  chmod +x "$machine/bin/$1"
}

# Puts a package manager on the machine, which installs what the project needs.
manager() {
  program "$1" 'echo "'"$1"' $*" >>"$machine/log"
    case "$*" in *install*|*-S*) : >"$machine/include/histedit.h"; : >"$machine/include/utf8proc.h";; esac'
}

# Puts a sudo on the machine that runs what it is told.
sudo_that_works() { program sudo '[ "$1" != -n ] || exit 0; echo sudo >>"$machine/log"; "$@"'; }

headers() {
  local header
  for header in "$@"; do : >"$machine/include/$header"; done
}

# Runs a function of setup.sh on the machine; `status`, `output`, `errors` and `log` tell what it did.
try() {
  status=0
  env -i PATH="$machine/bin" HOME="$machine" "$(command -v bash)" -c '
    set -euo pipefail
    source "$1/setup.sh"
    header_directories=$2/include
    project=$2/project
    shift 2
    "$@"' bash "$here" "$machine" "$@" >"$scratch/output" 2>"$scratch/errors" </dev/null \
    || status=$?
  output=$(cat "$scratch/output")
  errors=$(cat "$scratch/errors")
  log=$(cat "$machine/log")
}

# Compares a value with what it should be.
expect() {
  [ "$2" != "$3" ] || return 0
  failures=$((failures + 1))
  printf 'setup-test: %s: %s is\n    %s\n  and should be\n    %s\n' "$case" "$1" "$2" "$3" >&2
}

# Looks for words in a value.
expect_in() {
  case $2 in *"$3"*) return 0 ;; esac
  failures=$((failures + 1))
  printf 'setup-test: %s: %s is\n    %s\n  and should hold\n    %s\n' "$case" "$1" "$2" "$3" >&2
}

case="nothing is missing"
new_machine
headers histedit.h utf8proc.h
manager apt-get
try set_up
expect status "$status" 0
expect output "$output" ""
expect errors "$errors" ""
expect log "$log" ""

case="root on Debian"
new_machine
manager apt-get
try set_up
expect status "$status" 0
expect output "$output" ""
expect errors "$errors" "brief: installing libedit-dev libutf8proc-dev (apt-get)"
expect log "$log" "apt-get update -qq
apt-get install -y --no-install-recommends libedit-dev libutf8proc-dev"

case="one library is missing"
new_machine
headers histedit.h
manager apt-get
try set_up
expect errors "$errors" "brief: installing libutf8proc-dev (apt-get)"

case="a user with sudo on Fedora"
new_machine
program id 'echo 1000'
manager dnf
sudo_that_works
try set_up
expect status "$status" 0
expect errors "$errors" "brief: installing libedit-devel utf8proc-devel (sudo dnf)"
expect log "$log" "sudo
dnf install -y libedit-devel utf8proc-devel"

case="root on Arch"
new_machine
manager pacman
try set_up
expect log "$log" "pacman -S --needed --noconfirm libedit libutf8proc"

case="a user on macOS, whose system has libedit"
new_machine
program id 'echo 501'
manager brew
try set_up
expect status "$status" 0
expect log "$log" "brew install utf8proc"

case="a user without sudo"
new_machine
program id 'echo 1000'
manager apt-get
try set_up
expect status "$status" 2
expect log "$log" ""
expect output "$output" ""
expect_in errors "$errors" "    apt-get update && apt-get install -y --no-install-recommends libedit-dev libutf8proc-dev"

case="no package manager"
new_machine
try set_up
expect status "$status" 2
expect_in errors "$errors" "these C headers are missing: histedit.h utf8proc.h"

case="the installation fails"
new_machine
program apt-get '[ "$1" = update ]'
try set_up
expect status "$status" 2
expect_in errors "$errors" "could not be installed with: apt-get install"

case="the package lists cannot be fetched"
new_machine
program apt-get '[ "$1" != update ] || exit 1
  : >"$machine/include/histedit.h"; : >"$machine/include/utf8proc.h"'
try set_up
expect status "$status" 0
expect_in errors "$errors" "could not be fetched"

case="no Swift"
new_machine
headers histedit.h utf8proc.h
rm "$machine/bin/swift"
try set_up
expect status "$status" 2
expect_in errors "$errors" "Swift 6.2 or later is needed"
expect_in errors "$errors" "swift.org/install"

case="an old Swift"
for version in 5.10.1 6.0.3 6; do
  new_machine
  headers histedit.h utf8proc.h
  program swift 'echo "swift-driver version: 1.1"; echo "Apple Swift version '$version' (x)"'
  try set_up
  expect status "$status" 2
  expect_in errors "$errors" "is $version."
done

case="a Swift that is young enough"
for version in 6.2 6.2.1 6.10 7.0; do
  new_machine
  headers histedit.h utf8proc.h
  program swift 'echo "Swift version '$version'-dev (LLVM x)"'
  try set_up
  expect errors "$errors" ""
  expect status "$status" 0
done

# A machine on which `brief` was built, from one source in one folder.
built_machine() {
  new_machine
  headers histedit.h utf8proc.h
  mkdir -p "$machine/project/.build/release" "$machine/project/Sources/A"
  : >"$machine/project/Package.swift"
  : >"$machine/project/Sources/A/a.swift"
  : >"$machine/project/Sources/A/b.swift"
  find "$machine/project" -exec touch -t 202501010000 {} +
  program swift '[ "$1" = build ] || exit 0; echo "swift $*" >>"$machine/log"'
  mkdir -p "$machine/project/.build/release"
  cp "$machine/bin/git" "$machine/project/.build/release/brief"
  touch -t 202501010001 "$machine/project/.build/brief.built"
}

case="a build that is up to date"
built_machine
try build_release brief
expect status "$status" 0
expect errors "$errors" ""
expect log "$log" ""

for change in 'touch $sources/A/a.swift' 'rm $sources/A/b.swift' 'mv $sources/A/b.swift $sources/A/c.swift' \
  'touch $sources/../Package.swift' 'rm $sources/../.build/release/brief' \
  'rm $sources/../.build/brief.built'
do
  case="built anew after $change"
  built_machine
  sources=$machine/project/Sources
  eval "$change"
  program swift '[ "$1" != --version ] || { echo "Swift version 6.2"; exit; }
    [ "$1" = build ] || exit 0; echo "swift build" >>"$machine/log"'
  try build_release brief
  expect status "$status" 0
  expect log "$log" "swift build"
  expect output "$output" ""
done

case="a build that fails leaves no mark"
built_machine
touch "$machine/project/Sources/A/a.swift"
program swift '[ "$1" != --version ] || { echo "Swift version 6.2"; exit; }
  [ "$1" != build ] || { echo "error: no" ; exit 1; }'
try build_release brief
expect status "$status" 2
expect output "$output" ""
expect_in errors "$errors" "error: no"
try is_up_to_date brief
expect status "$status" 1

[ "$failures" = 0 ] || exit 1
