# Sourced by ./build and ./jongleur: find_jdk prints the folder of a JDK of version $want_jdk or newer.
want_jdk=25

version_of() { # the feature version of the JDK in folder $1, 0 when there is none
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version=
  if [ -r "$1/release" ]; then # read, not run: javac takes a quarter of a second to tell
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p') || true
  echo "${version:-0}"
}

find_jdk() {
  local jdk
  for jdk in "${JAVA_HOME:-}" \
      /usr/lib/jvm/* \
      "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk" ] && [ "$(version_of "$jdk")" -ge "$want_jdk" ]; then
      echo "$jdk"
      return
    fi
  done
  echo "$1: no JDK $want_jdk or newer found; install one and set JAVA_HOME to its folder." >&2
  return 1
}
