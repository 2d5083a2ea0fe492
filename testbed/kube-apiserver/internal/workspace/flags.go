// Package workspace prepares the data directory of the server: what stands in
// it, and how the server is told about it.
package workspace

import "strings"

// Flags reads one flag per line, without comments and empty lines, and replaces
// the placeholders, which are given as alternating names and values.
func Flags(text string, replacements ...string) []string {
	replacer := strings.NewReplacer(replacements...)
	var flags []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			flags = append(flags, replacer.Replace(line))
		}
	}
	return flags
}
