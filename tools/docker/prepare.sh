#!/bin/sh
# Makes what docker-compose.yml mounts, in .data/docker: secrets, an authority of its own and a certificate for each
# process, and the environment file that names your user. What is there is kept, so it may run again; a new salt would
# lock the database out. For trying things out: the authority's key lies beside the rest.
# Only your user may read the files, and the containers run as that user. Another folder may be named.
set -eu
umask 077
dir=${1:-}
test -n "$dir" || { cd "$(dirname "$0")/../.."; dir=.data/docker; }
mkdir -p "$dir/secrets" "$dir/certificates"

secret() {
  test -s "$dir/secrets/$1" || openssl rand -hex "$2" > "$dir/secrets/$1"
}

authority() {
  test -s "$dir/certificates/ca.crt" || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -days 3650 -subj "/CN=Countersign compose CA" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$dir/certificates/ca.key" -out "$dir/certificates/ca.crt" 2> /dev/null
}

# certificate <file> <names it carries>
certificate() {
  test ! -s "$dir/certificates/$1.crt" || return 0
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" \
    -keyout "$dir/certificates/$1.key" -out "$dir/certificates/$1.csr" 2> /dev/null
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth,serverAuth\nsubjectAltName=%s\n' \
    "$2" > "$dir/certificates/$1.ext"
  openssl x509 -req -in "$dir/certificates/$1.csr" -CA "$dir/certificates/ca.crt" -CAkey "$dir/certificates/ca.key" \
    -CAcreateserial -days 365 -extfile "$dir/certificates/$1.ext" -out "$dir/certificates/$1.crt" 2> /dev/null
  rm "$dir/certificates/$1.csr" "$dir/certificates/$1.ext"
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

# Who issues tokens for the admin service, in the form that `countersign token --issuer-file` reads, and its public half.
# In the key's SEC 1 form the private number is the 32 bytes after the first 7, the public point the last 64.
issuer() {
  test ! -s "$dir/secrets/issuer" || return 0
  pem=$(openssl ecparam -name prime256v1 -genkey -noout)
  der() { printf '%s\n' "$pem" | openssl ec -outform DER 2> /dev/null; }
  d=$(der | tail -c +8 | head -c 32 | base64url)
  x=$(der | tail -c 64 | head -c 32 | base64url)
  y=$(der | tail -c 32 | base64url)
  public="\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"$x\",\"y\":\"$y\",\"kid\":\"$(openssl rand -hex 8)\",\"alg\":\"ES256\",\"use\":\"sig\""
  printf '{"issuer":"countersign-compose","audience":"countersign-admin","key":{%s,"d":"%s"}}' "$public" "$d" \
    > "$dir/secrets/issuer"
  printf '{"keys":[{%s}]}' "$public" > "$dir/issuer-keys.json"
}

secret aes-secret 32
secret salt 64
secret username-pepper 32
test -s "$dir/secrets/audit-key" || openssl genpkey -algorithm ed25519 -out "$dir/secrets/audit-key"
issuer
authority
certificate engine "URI:spiffe://countersign/engine,DNS:engine-1,DNS:engine-2,DNS:localhost,IP:127.0.0.1"
certificate edge "URI:spiffe://countersign/edge"
certificate admin "URI:spiffe://countersign/admin"
certificate front "DNS:localhost,IP:127.0.0.1"
printf 'COUNTERSIGN_USER=%s:%s\n' "$(id -u)" "$(id -g)" > "$dir/env"
echo "docker compose --env-file $dir/env up --build"
