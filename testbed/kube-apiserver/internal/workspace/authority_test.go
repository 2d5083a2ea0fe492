package workspace

import (
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"
)

func TestAuthorityIsTheSecondCertificate(t *testing.T) {
	own, authority := certificate("own"), certificate("authority")
	directory := directoryWith(t, own+authority)

	text, err := Authority(directory)

	if err != nil || string(text) != authority {
		t.Errorf("got %q and %v, want %q", text, err, authority)
	}
}

func TestAuthorityMustBeThere(t *testing.T) {
	directory := directoryWith(t, certificate("own"))

	if _, err := Authority(directory); err == nil {
		t.Error("no error for a lone certificate")
	}
}

func certificate(bytes string) string {
	block := &pem.Block{Type: "CERTIFICATE", Bytes: []byte(bytes)}
	return string(pem.EncodeToMemory(block))
}

func directoryWith(t *testing.T, text string) string {
	t.Helper()
	directory := t.TempDir()
	file := filepath.Join(directory, "apiserver.crt")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return directory
}
