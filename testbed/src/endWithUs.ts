const script = `
signal=$1 folder=$2
shift 2
exec 3<&0
(
  trap '' HUP INT TERM
  cat <&3 >/dev/null
  kill -s "$signal" $$
  tries=0
  while [ $tries -lt 100 ] && kill -0 $$; do
    tries=$((tries + 1))
    sleep 0.1
  done
  [ -z "$folder" ] || rm -rf "$folder"
) 2>/dev/null &
exec "$@" 3<&- </dev/null
`;

/**
 * Arguments of `sh` for a program that does not read its standard input, and is
 * to end as soon as that is closed, which it is when we are gone, however that
 * was. The program keeps the pid.
 *
 * @param options.signal - that ends it
 * @param options.folder - removed ten seconds after that, or when it has ended
 */
export function endWithUs(
  command: readonly string[],
  { signal = 'TERM', folder = '' }: { signal?: string; folder?: string } = {},
): string[] {
  return ['-c', script, 'sh', signal, folder, ...command];
}
