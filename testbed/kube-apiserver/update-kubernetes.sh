#!/usr/bin/env bash
# Moves the server to another Kubernetes version: writes go.mod and go.sum anew.
#   ./update-kubernetes.sh v1.37.2
set -euo pipefail
cd "$(dirname "$0")"

version=${1:?usage: update-kubernetes.sh v1.MINOR.PATCH}
# The staging modules (k8s.io/api and so on) are published as v0.MINOR.PATCH.
staging_version=v0.${version#v1.}
export GOTOOLCHAIN=local GOWORK=off

go mod download "k8s.io/kubernetes@$version"
kubernetes_mod=$(go env GOMODCACHE)/cache/download/k8s.io/kubernetes/@v/$version.mod

rm -f go.mod go.sum
go mod init testbed/kube-apiserver
go mod edit -go="$(awk '$1 == "go" { print $2 }' "$kubernetes_mod")"
go mod edit -godebug="$(awk '$1 == "godebug" { print $2 }' "$kubernetes_mod")"
go mod edit -require="k8s.io/kubernetes@$version"

# Kubernetes requires its staging modules at v0.0.0 and replaces them by folders
# of its own repository. Replacements do not travel to those who import it.
awk '$2 == "=>" && $3 ~ /^\.\/staging\// { print $1 }' "$kubernetes_mod" |
  while read -r module; do
    go mod edit -replace="$module=$module@$staging_version"
  done

# Exactly the etcd that this Kubernetes was tested with.
awk '$1 ~ /^go\.etcd\.io\/etcd\/(server|client)\/v3$/ { print $1 "@" $2 }' "$kubernetes_mod" |
  while read -r requirement; do
    go mod edit -require="$requirement"
  done

go mod tidy
