#!/bin/sh
# Does without Docker what the images' stages do, in a folder of its own, and runs the product from nothing but the
# result: production settings, mutual TLS, SQLite in the place of MongoDB. Exit code 1 when an image would lack
# something, hold more than its bill of materials, write beside its data, or not stop in order. Needs `npm ci` to have
# run here, the npm registry or npm's cache, openssl and curl. What it cannot try: the base image, and Docker itself.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
running=''
trap 'for pid in $running; do kill "$pid" 2> /dev/null || true; done; rm -rf "$work"' EXIT INT TERM

fail() {
  echo "FAILED: $1" >&2
  test -z "${2:-}" || tail -n 5 "$2" >&2
  exit 1
}

stages() {
  NX_DAEMON=false npx nx build "$1" --outputStyle=static > "$work/$1.build" 2>&1 || fail "build of $1" "$work/$1.build"
  node --import tsx tools/checks/src/app-folder.ts "$1" "$work/$1/packages" > /dev/null
  npm run -s sbom -- "$1" > /dev/null
  (cd "$work/$1/packages" && npm ci --no-audit --prefer-offline) > "$work/$1.packages" 2>&1 || fail "packages of $1" "$work/$1.packages"
  mkdir -p "$work/$1/image/dist"
  mv "$work/$1/packages/node_modules" "$work/$1/image/node_modules"
  cp -R proto tools/docker/healthy.js "$work/$1/image/"
  cp "dist/sbom/$1.cdx.json" "$work/$1/image/sbom.cdx.json"
  cp -R "dist/$1" "$work/$1/image/dist/app"
  printf '%s: %s, ' "$1" "$(du -sh "$work/$1/image" | cut -f1)"
  node tools/docker/installed.js "$work/$1/image/sbom.cdx.json" "$work/$1/image/node_modules" || fail "packages of $1"
}

# start <app> <setting>...: sets $port, $operations and $pid
start() {
  app=$1
  shift
  touch "$work/$app.started"
  (cd "$work/$app/image" && exec env -i PATH="$PATH" NODE_ENV=production APP="$app" "$@" \
    node --enable-source-maps dist/app/main.js) > "$work/$app.log" 2>&1 &
  pid=$!
  running="$pid $running"
  for _ in $(seq 300); do
    kill -0 "$pid" 2> /dev/null || fail "$app ended at its start" "$work/$app.log"
    ! grep -q '"msg":"serving"' "$work/$app.log" || break
    sleep 0.1
  done
  port=$(sed -n 's/.*"port":\([0-9]*\).*"msg":"serving".*/\1/p' "$work/$app.log")
  operations=$(sed -n 's/.*"operationsPort":\([0-9]*\).*"msg":"serving".*/\1/p' "$work/$app.log")
  test -n "$port" || fail "$app does not serve" "$work/$app.log"
  for _ in $(seq 100); do
    ! healthy "$operations" || break
    sleep 0.1
  done
  healthy "$operations" || fail "$app is not ready" "$work/$app.log"
  echo "$app: serves and is healthy"
}

healthy() {
  env -i APP=edge "EDGE_OPERATIONS_LISTEN=127.0.0.1:$1" "$(command -v node)" "$work/$app/image/healthy.js"
}

# answers <status> <url>
answers() {
  got=$(curl -s --noproxy '*' -o /dev/null -w '%{http_code}' --cacert "$certificates/ca.crt" -H 'content-type: application/json' -d '{}' "$2")
  test "$got" = "$1" || fail "$2 answered $got instead of $1" "$work/$app.log"
}

for app in engine edge admin; do stages "$app"; done
tools/docker/prepare.sh "$work/data" > /dev/null
certificates=$work/data/certificates
secrets=$work/data/secrets

start engine "STORE_URL=sqlite:$work/data/countersign.db" ENGINE_LISTEN=127.0.0.1:0 ENGINE_OPERATIONS_LISTEN=127.0.0.1:0 \
  ENGINE_TLS_CERT="$certificates/engine.crt" ENGINE_TLS_KEY="$certificates/engine.key" ENGINE_TLS_CA="$certificates/ca.crt" \
  ENGINE_SALT="file:$secrets/salt" ENGINE_USERNAME_PEPPER="file:$secrets/username-pepper" ENGINE_AUDIT_KEY="file:$secrets/audit-key"
engine=localhost:$port
start edge EDGE_LISTEN=127.0.0.1:0 EDGE_OPERATIONS_LISTEN=127.0.0.1:0 EDGE_ENGINE="$engine" EDGE_ALLOW=127.0.0.1/32 \
  EDGE_ENGINE_CERT="$certificates/edge.crt" EDGE_ENGINE_KEY="$certificates/edge.key" EDGE_ENGINE_CA="$certificates/ca.crt" \
  EDGE_SECRET="file:$secrets/aes-secret" EDGE_TLS_CERT="$certificates/front.crt" EDGE_TLS_KEY="$certificates/front.key"
answers 400 "https://localhost:$port/read"
start admin ADMIN_LISTEN=127.0.0.1:0 ADMIN_OPERATIONS_LISTEN=127.0.0.1:0 ADMIN_ENGINE="$engine" \
  ADMIN_ENGINE_CERT="$certificates/admin.crt" ADMIN_ENGINE_KEY="$certificates/admin.key" ADMIN_ENGINE_CA="$certificates/ca.crt" \
  ADMIN_TLS_CERT="$certificates/front.crt" ADMIN_TLS_KEY="$certificates/front.key" ADMIN_TLS_CLIENT_CA="$certificates/ca.crt" \
  ADMIN_TLS_CLIENTS=optional ADMIN_ISSUER=countersign-compose ADMIN_AUDIENCE=countersign-admin ADMIN_JWKS="$work/data/issuer-keys.json"
answers 401 "https://localhost:$port/trpc/users.create"

# The last one started stops first: who asks before who answers.
for pid in $running; do
  kill -TERM "$pid"
  wait "$pid" || fail "a process ended with code $?"
done
running=''
for app in engine edge admin; do
  written=$(find "$work/$app/image" -newer "$work/$app.started" -type f)
  test -z "$written" || fail "$app wrote $written"
done
echo 'all stopped in order, and wrote nothing beside the data'
