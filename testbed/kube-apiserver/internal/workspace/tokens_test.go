package workspace

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteTokensPutsTheAdministratorFirst(t *testing.T) {
	directory := t.TempDir()

	admin, err := WriteTokens(directory, []string{"secret,reader,reader"})

	if err != nil || len(admin) < 20 {
		t.Fatalf("got token %q and error %v", admin, err)
	}
	text, err := os.ReadFile(filepath.Join(directory, "tokens.csv"))
	if err != nil {
		t.Fatal(err)
	}
	expected := admin + ",admin,admin,\"system:masters\"\nsecret,reader,reader\n"
	if string(text) != expected {
		t.Errorf("got %q, want %q", text, expected)
	}
}

func TestWriteTokensKeepsTheAdministratorOfAnEarlierRun(t *testing.T) {
	directory := t.TempDir()
	first, err := WriteTokens(directory, nil)
	if err != nil {
		t.Fatal(err)
	}

	second, err := WriteTokens(directory, nil)

	if err != nil || second != first {
		t.Errorf("got %q and %v, want %q", second, err, first)
	}
}
