# Sourced by the scripts of this folder: what has to be on the machine, and how to build.
#
# It is silent and starts no process when nothing is missing. Works with bash 3.2 and later.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
swift_needed="6.2"

# The libraries of the system: a header that proves one is there, then the package that holds it,
# by package manager. `-` says that the system has it already.
libraries="\
header      apt-get          dnf             pacman       brew
histedit.h  libedit-dev      libedit-devel   libedit      -
utf8proc.h  libutf8proc-dev  utf8proc-devel  libutf8proc  utf8proc"

# Where compilers look for headers; CPATH and C_INCLUDE_PATH come first, as they do for clang.
header_directories="/usr/include /usr/local/include /opt/homebrew/include"

say() { printf 'brief: %s\n' "$*" >&2; }

# Says why nothing can be done, and ends.
give_up() {
  say "$@"
  exit 2
}

# Whether a header can be included.
has_header() {
  local directory IFS=$' \t\n:'
  for directory in ${CPATH:-} ${C_INCLUDE_PATH:-} $header_directories; do
    [ ! -e "$directory/$1" ] || return 0
  done
  return 1
}

# The package managers that the table has a column for and this machine has a program for.
package_manager() {
  local manager
  for manager in apt-get dnf pacman brew; do
    if command -v "$manager" >/dev/null 2>&1; then
      echo "$manager"
      return
    fi
  done
}

# The packages that `manager` would have to install, by the headers that are missing.
missing_packages() {
  local manager=$1 header apt dnf pacman brew package
  while read -r header apt dnf pacman brew; do
    [ "$header" != header ] || continue
    case $manager in
      apt-get) package=$apt ;;
      dnf) package=$dnf ;;
      pacman) package=$pacman ;;
      brew) package=$brew ;;
      *) package=$header ;;
    esac
    if [ "$package" != - ] && ! has_header "$header"; then echo "$package"; fi
  done <<<"$libraries"
}

# The command that installs packages, to be run by root where `manager` wants that.
install_command() {
  local manager=$1
  shift
  case $manager in
    apt-get) echo "apt-get install -y --no-install-recommends $*" ;;
    dnf) echo "dnf install -y $*" ;;
    pacman) echo "pacman -S --needed --noconfirm $*" ;;
    brew) echo "brew install $*" ;;
  esac
}

# Installs the libraries that are missing, or says how and ends.
ensure_libraries() {
  local header rest complete=yes
  while read -r header rest; do
    if [ "$header" != header ] && ! has_header "$header"; then complete=no; fi
  done <<<"$libraries"
  [ "$complete" = no ] || return 0

  local manager packages command prefix="" refresh=""
  manager=$(package_manager)
  packages=$(missing_packages "$manager" | tr '\n' ' ')
  packages=${packages% }
  [ -n "$packages" ] || return 0
  [ -n "$manager" ] \
    || give_up "these C headers are missing: $packages. Install the packages that hold them."
  command=$(install_command "$manager" $packages)
  # A system that was just installed knows no packages before its lists are fetched.
  [ "$manager" != apt-get ] || refresh="apt-get update"

  if [ "$manager" != brew ] && [ "$(id -u)" != 0 ]; then
    if ! can_become_root; then
      prefix="sudo "
      command -v sudo >/dev/null 2>&1 || prefix=""
      say "missing: $packages. Installing them takes the rights of root; run"
      printf '    %s\n' "${refresh:+$prefix$refresh && }$prefix$command" >&2
      say "and then this command again."
      exit 2
    fi
    prefix="sudo "
  fi

  say "installing $packages (${prefix}$manager)"
  # Standard output belongs to the program that is set up here.
  if [ -n "$refresh" ]; then
    $prefix$refresh -qq >&2 </dev/null || say "the package lists could not be fetched; going on"
  fi
  $prefix$command >&2 </dev/null \
    || give_up "the packages could not be installed with: $prefix$command"
  packages=$(missing_packages "$manager" | tr '\n' ' ')
  [ -z "$packages" ] || give_up "installed, yet its headers are not found: ${packages% }"
}

# Whether sudo is there, and either asks for no password or has a terminal to ask on.
can_become_root() {
  command -v sudo >/dev/null 2>&1 || return 1
  sudo -n true 2>/dev/null || (: </dev/tty) 2>/dev/null
}

# Ends unless the Swift toolchain is there and young enough.
ensure_swift() {
  command -v git >/dev/null 2>&1 || give_up "git is needed to fetch the packages of Swift."
  command -v swift >/dev/null 2>&1 || give_up \
    "Swift $swift_needed or later is needed, and there is no 'swift' on the PATH." \
    "https://www.swift.org/install says how to get it."
  local answer version
  answer=$(swift --version 2>/dev/null) || give_up "'swift --version' fails: $(command -v swift)"
  version=$(printf '%s\n' "$answer" | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -1)
  [ -n "$version" ] || give_up "'swift --version' does not name a version: $answer"
  is_at_least "$version" "$swift_needed" || give_up \
    "Swift $swift_needed or later is needed; $(command -v swift) is $version." \
    "https://www.swift.org/install says how to get it."
}

# Whether the version $1 is $2 or later, by their first two numbers.
is_at_least() {
  local major minor needed_major needed_minor rest
  IFS=. read -r major minor rest <<<"$1"
  IFS=. read -r needed_major needed_minor rest <<<"$2"
  minor=${minor:-0}
  [ "$major" -gt "$needed_major" ] \
    || { [ "$major" -eq "$needed_major" ] && [ "$minor" -ge "$needed_minor" ]; }
}

# What every script needs before it builds.
set_up() {
  ensure_libraries
  ensure_swift
}

# Whether the release build of a product is younger than everything it is made from.
#
# The mark is as old as the beginning of the build, so a file saved meanwhile counts as changed;
# a directory is younger than the mark after something in it was removed or renamed.
is_up_to_date() {
  local mark=$project/.build/$1.built changed tests=""
  # What only checks the others is made of files of the tests as well.
  [ "$1" != brief-fuzz ] || tests=$project/Tests
  [ -x "$project/.build/release/$1" ] && [ -e "$mark" ] || return 1
  changed=$(find "$project/Sources" "$project/Package.swift" ${tests:+"$tests"} -newer "$mark" -print -quit) \
    || return 1
  [ -z "$changed" ]
}

# Builds the release of a product when something has changed, and says so on standard error.
build_release() {
  local product=$1 begun
  ! is_up_to_date "$product" || return 0
  set_up
  mkdir -p "$project/.build"
  begun=$project/.build/$product.begun.$$
  : >"$begun"
  if [ -x "$project/.build/release/$product" ]; then
    say "building $product"
  else
    say "building $product; the first time takes a few minutes"
  fi
  # With the runtime of Swift inside, the program starts faster and needs no toolchain.
  local static=""
  [ ! -d "$(swift_resources)_static" ] || static=--static-swift-stdlib
  if ! swift build --package-path "$project" -c release $static --product "$product" \
    >&2 </dev/null
  then
    rm -f "$begun"
    give_up "$product could not be built; the compiler's messages stand above"
  fi
  mv -f "$begun" "$project/.build/$product.built"
}

# The directory of the toolchain's runtime; its twin for static linking ends in `_static`.
swift_resources() {
  swift -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p'
}
