# Sourced by the commands beside it: finds or makes everything Lyceum needs, and skips what is there.
# Usage: setup runtime | setup dev      (dev adds what tests, lints and benches need)

ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
TOOLS="$ROOT/.tools"
VENV="$ROOT/.venv"
: "${LYCEUM_HOME:=$ROOT/var}"
export LYCEUM_HOME
export UV_NO_PROGRESS=1 UV_LINK_MODE="${UV_LINK_MODE:-copy}" PIP_DISABLE_PIP_VERSION_CHECK=1

fail() { printf '%s\n' "$*" >&2; exit 1; }
say() { printf '  %s\n' "$*" >&2; }

# fingerprint PATH… [find's tests]: one word that changes when a name or a content does.
fingerprint() { (cd "$ROOT" && find "$@" -type f -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum | tr ' \t' '--'); }
stamped() { [ "$(cat "$TOOLS/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s' "$2" >"$TOOLS/$1"; }

# One command sets up at a time. The lock is a link that names its owner, so it never lacks one;
# a dead owner's lock is taken over.
lock() {
  mkdir -p "$TOOLS" || fail "The folder $ROOT cannot be written, and Lyceum keeps its tools there. Make it writable, or clone it elsewhere."
  tries=0
  until ln -s "$$" "$TOOLS/busy" 2>/dev/null; do
    owner=$(readlink "$TOOLS/busy" || echo "$$")
    if ! kill -0 "$owner" 2>/dev/null; then rm -f "$TOOLS/busy"; continue; fi
    tries=$((tries + 1))
    [ "$tries" != 3 ] || say "Another command (process $owner) is setting up; waiting for it…"
    [ "$tries" -le 600 ] || fail "Process $owner has been setting up for ten minutes. If it is something else, delete .tools/busy."
    sleep 1
  done
  trap 'rm -f "$TOOLS/busy"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock() { rm -f "$TOOLS/busy"; trap - EXIT INT TERM; }

# Every Python that may be here, best first, one a line. Version managers keep theirs where PATH does not lead.
pythons() {
  for name in python3.13 python3.12 python3 python; do command -v "$name" || :; done
  shims=$(command -v python3 || :)
  for folder in "${PYENV_ROOT:-$HOME/.pyenv}/versions" "${shims%/shims/*}/versions" "${ASDF_DATA_DIR:-$HOME/.asdf}/installs/python" \
    "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/mise}/installs/python" \
    "${UV_PYTHON_INSTALL_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/uv/python}" "$TOOLS/python"; do
    for candidate in "$folder"/*3.13*/bin/python3 "$folder"/*3.12*/bin/python3 "$folder"/*/bin/python3; do
      [ -x "$candidate" ] && printf '%s\n' "$candidate"
    done
  done
  command -v python3.14 || :
}

# A Python is believed only when it runs: shims may lead nowhere, and some are built without a module.
runs() { "$1" -c "import sys, $3; sys.exit(sys.version_info < ($2))" >/dev/null 2>&1; }

# find_python VERSION MODULES: the first Python that is new enough and has them.
find_python() {
  found=$(pythons | while IFS= read -r candidate; do
    if runs "$candidate" "$1" "$2" </dev/null; then printf '%s\n' "$candidate"; break; fi
  done)
  [ -n "$found" ] && printf '%s\n' "$found"
}

get_uv() {
  UV="$TOOLS/uv/bin/uv"
  # Only this series carries the build backend that pyproject.toml names; another would fetch one.
  case "$(uv --version 2>/dev/null)" in "uv 0.13."*) UV=uv; return ;; esac
  "$UV" --version >/dev/null 2>&1 && return
  say "Getting uv…"
  if python=$(find_python "3, 8" "venv, ensurepip"); then
    "$python" -m venv --clear "$TOOLS/uv" && "$TOOLS/uv/bin/python" -m pip install -q --require-hashes -r "$ROOT/requirements/uv.txt"
  elif python=$(find_python "3, 8" pip); then
    "$python" -m pip install -q --target "$TOOLS/uv" --require-hashes -r "$ROOT/requirements/uv.txt"
  else
    fail "No Python runs here that could fetch packages. Install one with venv (on Debian: apt install python3 python3-venv) and try again."
  fi || fail "uv could not be installed from the package index. Check the network, or install uv yourself, and try again."
}

# Prints a Python that Lyceum can run on; uv fetches one into .tools where there is none.
get_python() {
  find_python "3, 12" "ssl, sqlite3, zlib" && return
  say "Getting Python…"
  UV_PYTHON_INSTALL_DIR="$TOOLS/python" "$UV" python install -q --no-bin 3.13 >&2 && find_python "3, 12" "ssl, sqlite3, zlib"
}

# A folder that was set up for development stays so: a runtime command takes nothing away.
set_up_python() {
  case "$(cat "$TOOLS/python-set" 2>/dev/null)" in dev-*) set -- dev ;; esac
  wanted=$1-$(fingerprint "requirements/$1.txt" pyproject.toml)-$ROOT
  [ -x "$VENV/bin/python" ] && stamped python-set "$wanted" && return
  get_uv
  if ! runs "$VENV/bin/python" "3, 12" "ssl, sqlite3, zlib"; then
    python=$(get_python) || fail "Lyceum needs Python 3.12 or newer, and none runs here. Install it (on Debian: apt install python3.12; anywhere: uv python install 3.13) and try again."
    "$UV" venv -q --clear -p "$python" "$VENV" || fail "The folder .venv could not be made. Check that the disk has room and the folder can be written."
  fi
  say "Installing Python packages…"
  "$UV" pip sync -q -p "$VENV/bin/python" --require-hashes "$ROOT/requirements/$1.txt" || fail "Python packages could not be installed. Check the network and the disk, and try again."
  "$UV" pip install -q -p "$VENV/bin/python" --no-deps -e "$ROOT" || fail "Lyceum itself could not be installed into .venv. The lines above say why."
  stamp python-set "$wanted"
}

# Node serves set-up alone: the machine's own, with its npm, or else one from the Python package index.
has_node() { node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' >/dev/null 2>&1 && npm --version >/dev/null 2>&1; }

find_node() {
  has_node && return
  PATH="$TOOLS/node/bin:$PATH"
  export PATH
  has_node && return
  get_uv
  say "Getting Node…"
  "$UV" venv -q --clear -p "$VENV/bin/python" "$TOOLS/node" && "$UV" pip sync -q -p "$TOOLS/node/bin/python" --require-hashes "$ROOT/requirements/node.txt" && hash -r && has_node ||
    fail "Building the pages needs Node 20 or newer with npm. Install both (on Debian: apt install nodejs npm) and try again."
}

set_up_front_end() {
  wanted=$(fingerprint src/lyceum/web/ui/css src/lyceum/web/ui/js src/lyceum/web/ui/icons.txt src/lyceum/web/ui/build.mjs package-lock.json)
  [ -f "$ROOT/src/lyceum/web/ui/built/app.css" ] && [ -d "$ROOT/node_modules" ] && stamped front-end "$wanted" && return
  find_node
  packages=$(fingerprint package-lock.json)
  if ! { [ -d "$ROOT/node_modules" ] && stamped npm "$packages"; }; then
    say "Installing packages for the pages…"
    (cd "$ROOT" && npm ci --ignore-scripts --silent --no-progress) || fail "Packages for the pages could not be installed from npm. Check the network and try again."
    stamp npm "$packages"
  fi
  say "Building the pages…"
  (cd "$ROOT" && node src/lyceum/web/ui/build.mjs) || fail "The pages could not be built. The lines above say why."
  stamp front-end "$wanted"
}

set_up_translations() {
  wanted=$(fingerprint src/lyceum/config/translations.py src/lyceum/web/ui/pseudo.py src/lyceum/locale -name '*.p[oy]')
  stamped translations "$wanted" && return
  "$VENV/bin/python" -m lyceum.config.translations || fail "The translations could not be compiled. The lines above say why."
  stamp translations "$wanted"
}

setup() {
  lock
  set_up_python "$1"
  set_up_front_end
  set_up_translations
  unlock
}

# Brings the database and the static files of LYCEUM_HOME up to date.
set_up_site() {
  mkdir -p "$LYCEUM_HOME" || fail "The folder $LYCEUM_HOME cannot be made. Set LYCEUM_HOME to one that can."
  LYCEUM_HOME=$(CDPATH= cd -- "$LYCEUM_HOME" && pwd)
  lock
  wanted=$(fingerprint src -path '*/migrations/*.py')-$(printf '%s' "${DATABASE_URL:-}" | cksum | tr ' \t' '--')
  if [ "$(cat "$LYCEUM_HOME/migrated" 2>/dev/null)" != "$wanted" ] || { [ -z "${DATABASE_URL:-}" ] && [ ! -f "$LYCEUM_HOME/db.sqlite3" ]; }; then
    say "Bringing the database up to date…"
    "$VENV/bin/lyceum" migrate -v 0 || fail "The database could not be brought up to date. Nothing was lost; the lines above say why."
    printf '%s' "$wanted" >"$LYCEUM_HOME/migrated"
  fi
  wanted=$(cat "$TOOLS/front-end")-$(fingerprint src/lyceum/web/ui/static)
  if [ "$(cat "$LYCEUM_HOME/collected" 2>/dev/null)" != "$wanted" ]; then
    "$VENV/bin/lyceum" collectstatic --noinput --clear -v 0 || fail "The pages' files could not be copied into $LYCEUM_HOME/static. The lines above say why."
    printf '%s' "$wanted" >"$LYCEUM_HOME/collected"
  fi
  unlock
}
