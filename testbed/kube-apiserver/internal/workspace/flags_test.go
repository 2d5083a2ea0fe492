package workspace

import (
	"slices"
	"testing"
)

func TestFlagsReplacesPlaceholdersAndLeavesOutComments(t *testing.T) {
	text := "# why {port}\n--secure-port={port}\n\n  --cert-dir={directory}\n"

	flags := Flags(text, "{port}", "6443", "{directory}", "/data")

	expected := []string{"--secure-port=6443", "--cert-dir=/data"}
	if !slices.Equal(flags, expected) {
		t.Errorf("got %q, want %q", flags, expected)
	}
}
